-- Which persons bear a name, the most named first?
SELECT *
FROM person
WHERE true
AND id = :id
AND (named(name, :name) OR id IN (SELECT person FROM person_name WHERE named(person_name.name, :name)))
AND kind = :kind
ORDER BY mentions DESC, name, id
LIMIT :limit
