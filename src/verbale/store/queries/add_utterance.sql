-- One saying.
INSERT INTO utterance (id, person, carriers, independent, languages, first)
VALUES (:id, :person, :carriers, :independent, :languages, :first)
