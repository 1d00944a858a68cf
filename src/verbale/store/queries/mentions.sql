-- The phrases of an article that name somebody, in order.
SELECT * FROM mention WHERE article = :article ORDER BY n
