-- Bytes of an article, once however many have them.
INSERT INTO raw (sha256, data) VALUES (:sha256, :data)
ON CONFLICT DO NOTHING
