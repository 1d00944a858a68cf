-- A page of the pairs of names worth a look, best first.
SELECT * FROM doubt ORDER BY n LIMIT :limit OFFSET :offset
