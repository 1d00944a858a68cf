-- What was said in this statement, as it was read?
SELECT content FROM statement WHERE id = :id
