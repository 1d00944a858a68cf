-- Who takes part in these happenings, in order.
SELECT * FROM happening_actor WHERE happening IN (SELECT value FROM json_each(:numbers)) ORDER BY happening, n
