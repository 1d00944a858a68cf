-- What statements of a pool are tied to each other is kept packed: a large record has several ties a statement. All are made
-- anew by the next join.
DROP TABLE tie;
DELETE FROM pool;
ALTER TABLE pool ADD COLUMN ties BLOB;
