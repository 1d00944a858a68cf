-- Who one mention is.
INSERT INTO identity (article, n, person) VALUES (:article, :n, :person)
