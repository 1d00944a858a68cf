-- A statement that carries an utterance.
INSERT INTO carrier (statement, utterance, n, likeness, how, copy) VALUES (:statement, :utterance, :n, :likeness, :how, :copy)
