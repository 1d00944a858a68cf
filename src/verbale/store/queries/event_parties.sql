-- Who takes part in these events, in order.
SELECT * FROM event_party WHERE event IN (SELECT value FROM json_each(:ids)) ORDER BY event, n
