-- What joining needs of the next articles in the order in which they were added.
SELECT number, id, language, published, outlet FROM article WHERE number > :after ORDER BY number LIMIT :limit
