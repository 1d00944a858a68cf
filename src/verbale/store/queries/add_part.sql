-- One stretch of one part of a statement.
INSERT INTO part (statement, name, n, stretch, start, stop, words)
VALUES (:statement, :name, :n, :stretch, :start, :stop, :words)
