-- The happenings of an article, in order.
SELECT number FROM happening WHERE article = :article ORDER BY n
