-- Who each statement is by.
SELECT statement, person FROM attribution
