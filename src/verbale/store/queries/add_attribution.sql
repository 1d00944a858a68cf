-- Who one statement is by.
INSERT INTO attribution (statement, person) SELECT number, :person FROM statement WHERE article = :article AND n = :n
