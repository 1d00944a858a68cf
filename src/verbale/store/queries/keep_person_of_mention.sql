-- A mention that stands where one stood before is the same person until the next join.
INSERT INTO identity (article, n, person)
SELECT article, n, :person FROM mention WHERE article = :article AND start = :start AND stop = :stop
ON CONFLICT (article, n) DO NOTHING
