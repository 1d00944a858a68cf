-- Where exactly one person bears the name of the corrected speaker, the statement is that person's.
INSERT INTO attribution (statement, person)
SELECT settled.statement, min(person_name.person)
FROM settled JOIN person_name ON person_name.name = settled.speaker
WHERE settled.speaker <> ''
GROUP BY settled.statement
HAVING count(DISTINCT person_name.person) = 1
ON CONFLICT (statement) DO UPDATE SET person = excluded.person
