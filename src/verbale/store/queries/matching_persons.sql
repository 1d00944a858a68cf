-- Which persons have an id that begins so?
SELECT id FROM person WHERE id >= :prefix AND id < :prefix || char(1114111) ORDER BY id LIMIT 2
