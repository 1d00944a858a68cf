-- What holds of one statement, if it is there.
INSERT INTO settled (statement, ruling, decision, speaker)
SELECT statement.number, :ruling, :decision, :speaker FROM statement WHERE statement.id = :statement
