-- Under which numbers do these statements stand?
SELECT id, number FROM statement WHERE id IN (SELECT value FROM json_each(:ids))
