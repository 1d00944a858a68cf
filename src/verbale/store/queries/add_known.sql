-- What others know of one person or body; a later import replaces it.
INSERT INTO known (id, kind, names, gender, posts, also, added)
VALUES (:id, :kind, :names, :gender, :posts, :also, :added)
ON CONFLICT (id) DO UPDATE SET
  kind = excluded.kind, names = excluded.names, gender = excluded.gender, posts = excluded.posts, also = excluded.also,
  added = excluded.added
