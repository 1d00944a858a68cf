-- Everybody with a name to go by, the most named first.
SELECT id, name, kind FROM person ORDER BY mentions DESC, name, id
