-- The ids of all persons.
SELECT id FROM person
