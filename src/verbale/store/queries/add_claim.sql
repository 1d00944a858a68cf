-- What is known of one figure.
INSERT INTO claim (figure, person, question) VALUES (:figure, :person, :question)
