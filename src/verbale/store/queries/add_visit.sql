-- A page or feed that was read; what was known of it before is replaced.
INSERT OR REPLACE INTO visit (url, etag, modified, seen) VALUES (:url, :etag, :modified, :seen)
