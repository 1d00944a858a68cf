-- The statements of an article, as they were found.
SELECT number FROM statement WHERE article = :article ORDER BY n
