-- Where an article comes from, if nothing is known of that yet.
INSERT INTO origin (article, text_sha256, form, given, known_as)
VALUES (:article, :text_sha256, :form, :given, :known_as)
ON CONFLICT (article) DO NOTHING
