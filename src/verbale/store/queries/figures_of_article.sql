-- The figures of an article, in order.
SELECT number FROM figure WHERE article = :article ORDER BY n
