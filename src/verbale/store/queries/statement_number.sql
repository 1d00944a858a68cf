-- Under which number does this statement stand?
SELECT number FROM statement WHERE id = :id
