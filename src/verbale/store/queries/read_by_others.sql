-- Articles that another version of Verbale has read, in the order in which they were added.
SELECT id FROM article
WHERE TRUE
AND reader <> :reader
ORDER BY number
