-- Addresses of persons that a join has made one with another lead on.
CREATE TABLE former (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  article TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Words that people corrected are found by searching, in the place of those that were read.
ALTER TABLE settled ADD COLUMN content TEXT;
UPDATE settled SET content = (
  SELECT group_concat(json_extract(value, '$[2]'), ' … ')
  FROM json_each((SELECT parts FROM ruling WHERE ruling.id = settled.ruling), '$.content')
);
CREATE VIRTUAL TABLE settled_fts USING fts5 (
  content,
  content="settled", content_rowid="statement", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO settled_fts (settled_fts) VALUES ('rebuild');
CREATE TRIGGER settled_fts_add AFTER INSERT ON settled BEGIN
  INSERT INTO settled_fts (rowid, content) VALUES (new.statement, new.content);
END;
CREATE TRIGGER settled_fts_drop AFTER DELETE ON settled BEGIN
  INSERT INTO settled_fts (settled_fts, rowid, content) VALUES ('delete', old.statement, old.content);
END;
CREATE TRIGGER settled_fts_change AFTER UPDATE OF statement, content ON settled BEGIN
  INSERT INTO settled_fts (settled_fts, rowid, content) VALUES ('delete', old.statement, old.content);
  INSERT INTO settled_fts (rowid, content) VALUES (new.statement, new.content);
END;
