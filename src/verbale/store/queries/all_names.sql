-- All spellings of everybody.
SELECT person, name FROM person_name
