-- The outlets that the user has told of.
SELECT name, country, language, kind, also, domains FROM medium ORDER BY name
