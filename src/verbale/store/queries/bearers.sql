-- Who bears exactly this spelling?
SELECT person.id, person.kind FROM person_name JOIN person ON person.id = person_name.person WHERE person_name.name = :name
