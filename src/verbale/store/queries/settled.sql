-- What people ruled on these statements.
SELECT statement.id, ruling.decision, ruling.who, ruling.speaker, ruling.speaker_kind, ruling.parts
FROM settled
JOIN ruling ON ruling.id = settled.ruling
JOIN statement ON statement.number = settled.statement
WHERE settled.statement IN (SELECT value FROM json_each(:numbers))
