-- One person.
INSERT INTO person (id, name, kind) VALUES (:id, :name, :kind)
