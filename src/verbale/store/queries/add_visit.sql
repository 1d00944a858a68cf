-- A page or feed that was read; what was known of it before is replaced.
INSERT INTO visit (url, etag, modified, seen) VALUES (:url, :etag, :modified, :seen)
ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, modified = excluded.modified, seen = excluded.seen
