-- Bytes of which there is no article any more.
SELECT sha256 FROM raw WHERE sha256 NOT IN (SELECT sha256 FROM article) ORDER BY sha256
