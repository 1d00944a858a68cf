-- The offices of one person, the most named first.
SELECT role, first, last, times, office FROM tenure WHERE person = :person ORDER BY n
