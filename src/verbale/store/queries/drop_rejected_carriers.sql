-- What people have rejected carries nothing.
DELETE FROM carrier WHERE statement IN (SELECT statement FROM settled WHERE decision = 'reject')
