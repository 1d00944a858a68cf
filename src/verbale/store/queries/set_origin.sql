-- What an article came from is known now, of one that was read before that was kept.
INSERT INTO origin (article, text_sha256, form, given, known_as)
VALUES (:article, :text_sha256, :form, :given, :known_as)
ON CONFLICT (article) DO UPDATE SET form = excluded.form, given = excluded.given
