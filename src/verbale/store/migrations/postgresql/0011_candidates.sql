-- As the step of that name; PostgreSQL widens a CHECK where it stands.
ALTER TABLE part DROP CONSTRAINT part_name_check;
ALTER TABLE part ADD CHECK (name IN ('content', 'cue', 'source', 'addressee', 'venue', 'condition', 'promise', 'said'));

CREATE TABLE condition (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  tie TEXT NOT NULL,
  PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;
INSERT INTO condition SELECT DISTINCT statement, n, 'if' FROM part WHERE name = 'condition';

ALTER TABLE article ADD COLUMN dates TEXT NOT NULL DEFAULT '[]';
ALTER TABLE statement ADD COLUMN candidates TEXT NOT NULL DEFAULT '[]';
