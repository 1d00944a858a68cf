-- A topic of the user; what is told last of an id holds.
INSERT INTO topic (id, names, words, examples, added) VALUES (:id, :names, :words, :examples, :added)
ON CONFLICT (id) DO UPDATE SET names = excluded.names, words = excluded.words, examples = excluded.examples, added = excluded.added
