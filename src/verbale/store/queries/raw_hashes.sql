-- Which bytes are kept.
SELECT sha256 FROM raw ORDER BY sha256
