-- Bytes that are no longer what they were.
DELETE FROM raw WHERE sha256 = :sha256
