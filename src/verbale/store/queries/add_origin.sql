-- Where an article comes from.
INSERT INTO origin (article, text_sha256, form, given, known_as)
VALUES (:article, :text_sha256, :form, :given, :known_as)
