-- One id that others have for a person.
INSERT INTO person_known (person, n, id) VALUES (:person, :n, :id)
