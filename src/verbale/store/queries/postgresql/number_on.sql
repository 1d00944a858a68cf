-- Number new rows of a table behind the last of those that were copied into it; a sequence knows nothing of their numbers.
SELECT setval(pg_get_serial_sequence(:table, 'number'), :last)
