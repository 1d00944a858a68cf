-- One phrase that names somebody.
INSERT INTO mention (article, n, start, stop, kind, name, role, gender, number, pronoun)
VALUES (:article, :n, :start, :stop, :kind, :name, :role, :gender, :number, :pronoun)
