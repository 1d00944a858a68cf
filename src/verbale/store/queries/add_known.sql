-- What others know of one person or body; a later import replaces it.
INSERT OR REPLACE INTO known (id, kind, names, gender, posts, also, added)
VALUES (:id, :kind, :names, :gender, :posts, :also, :added)
