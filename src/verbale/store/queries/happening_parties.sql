-- Who takes part in these happenings, as the join knows them: by the mention that stands there, else by another one of that
-- name in the article, or by a speaker of that name.
WITH actors AS (
  SELECT
    happening_actor.*,
    coalesce(
      (
        SELECT identity.person FROM mention JOIN identity ON identity.article = mention.article AND identity.n = mention.n
        WHERE mention.article = happening.article AND mention.start = happening_actor.start AND mention.stop = happening_actor.stop
          AND mention.name = happening_actor.name
        ORDER BY mention.n LIMIT 1
      ),
      (
        SELECT identity.person FROM mention JOIN identity ON identity.article = mention.article AND identity.n = mention.n
        WHERE mention.article = happening.article AND mention.name = happening_actor.name ORDER BY mention.n LIMIT 1
      ),
      (
        SELECT attribution.person FROM statement JOIN attribution ON attribution.statement = statement.number
        WHERE statement.article = happening.article AND statement.speaker = happening_actor.name ORDER BY statement.n LIMIT 1
      )
    ) AS person
  FROM happening_actor JOIN happening ON happening.number = happening_actor.happening
  WHERE happening_actor.happening IN (SELECT value FROM json_each(:numbers))
)
SELECT actors.happening, actors.n, actors.name, coalesce(person.kind, actors.kind) AS kind, actors.person, person.name AS called
FROM actors LEFT JOIN person ON person.id = actors.person
ORDER BY actors.happening, actors.n
