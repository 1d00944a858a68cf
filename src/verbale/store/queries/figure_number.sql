-- The number of a figure.
SELECT number FROM figure WHERE id = :id
