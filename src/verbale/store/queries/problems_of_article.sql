-- The problems of an article, as they were met.
SELECT * FROM problem WHERE article = :article ORDER BY number
