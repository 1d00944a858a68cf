-- Two statements that may be one saying.
INSERT INTO tie (pool, one, two, likeness, margin) VALUES (:pool, :one, :two, :likeness, :margin)
