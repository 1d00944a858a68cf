-- Is this article in the record, by its own id or by that which its text of today would give it?
SELECT number FROM article WHERE id = :id
UNION ALL
SELECT article FROM origin WHERE known_as = :id
LIMIT 1
