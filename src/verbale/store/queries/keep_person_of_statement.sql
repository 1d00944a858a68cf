-- A statement that was there before is by the same person until the next join.
INSERT OR IGNORE INTO attribution (statement, person) SELECT number, :person FROM statement WHERE id = :id
