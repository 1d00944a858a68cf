-- The events of these ids.
SELECT * FROM event WHERE id IN (SELECT value FROM json_each(:ids))
