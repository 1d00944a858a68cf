-- Which rulings have an id that begins so?
SELECT id FROM ruling WHERE id >= :prefix AND id < :prefix || char(1114111) ORDER BY id LIMIT 2
