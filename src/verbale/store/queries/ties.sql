-- What is tied in each pool.
SELECT ties FROM pool WHERE ties IS NOT NULL ORDER BY name
