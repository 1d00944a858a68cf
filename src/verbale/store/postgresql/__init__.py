"""A record in a database of a PostgreSQL server: the same tables and the same questions as in a file."""
