-- A statement that was there before is by the same person until the next join.
INSERT INTO attribution (statement, person) SELECT number, :person FROM statement WHERE id = :id
ON CONFLICT (statement) DO NOTHING
