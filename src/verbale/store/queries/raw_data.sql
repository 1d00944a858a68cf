-- The bytes of this hash, packed.
SELECT data FROM raw WHERE sha256 = :sha256
