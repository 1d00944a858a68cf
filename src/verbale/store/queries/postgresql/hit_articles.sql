-- Which articles have these words in title or text? All numbers in one string.
SELECT string_agg(CAST(number AS text), ',') AS numbers FROM article_found(:about)
