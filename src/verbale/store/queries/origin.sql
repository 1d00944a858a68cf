-- Where an article comes from, with its text and with its bytes where they are kept.
SELECT origin.form, origin.given, origin.known_as, origin.text_sha256, article.sha256, article.text, raw.data
FROM article
LEFT JOIN origin ON origin.article = article.number
LEFT JOIN raw ON raw.sha256 = article.sha256
WHERE article.number = :number
