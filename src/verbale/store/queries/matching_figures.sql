-- Which figures have an id that begins so?
SELECT id FROM figure WHERE id >= :prefix AND id < :prefix || char(1114111) ORDER BY id LIMIT 2
