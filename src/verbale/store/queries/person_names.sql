-- The spellings of one person, the commonest first.
SELECT name, times FROM person_name WHERE person = :person ORDER BY times DESC, name
