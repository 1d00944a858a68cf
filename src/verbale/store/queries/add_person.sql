-- One person.
INSERT INTO person (id, name, kind, gender, first, last, articles, mentions)
VALUES (:id, :name, :kind, :gender, :first, :last, :articles, :mentions)
