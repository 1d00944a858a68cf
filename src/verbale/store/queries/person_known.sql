-- The ids that others have for one person.
SELECT id FROM person_known WHERE person = :person ORDER BY n
