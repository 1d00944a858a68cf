-- The names in these articles of those towards whom one can act, in the order of each text.
SELECT article, n, start, stop, name, kind FROM mention
WHERE article IN (SELECT value FROM json_each(:numbers)) AND name <> '' AND kind IN ('person', 'organisation', 'country')
ORDER BY article, start, n
