-- Number new rows of a table behind the last of those that were copied into it: a file does so by itself.
SELECT :table, :last
