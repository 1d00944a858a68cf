-- Which statements have these words? All numbers in one string.
SELECT group_concat(rowid) AS numbers FROM statement_fts WHERE statement_fts MATCH :about
