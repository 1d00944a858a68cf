-- The doubtful pairs in which one of these names is meant, best first.
SELECT * FROM doubt
WHERE one_kind = :kind AND (
  one_name IN (SELECT value FROM json_each(:names)) OR two_name IN (SELECT value FROM json_each(:names))
)
ORDER BY n
