-- What holds of one statement, if it is there.
INSERT INTO settled (statement, ruling, decision, speaker, content)
SELECT statement.number, :ruling, :decision, :speaker, :content FROM statement WHERE statement.id = :statement
