-- One problem; one without an article is kept once, however often it is met.
INSERT INTO problem (article, code, stage, words, start, stop, path)
VALUES (:article, :code, :stage, :words, :start, :stop, :path)
ON CONFLICT DO NOTHING
