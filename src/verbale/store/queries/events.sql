-- Which events are there, by their first day? An actor is asked for by any name that the join knows.
-- Names are few beside parties: each is looked at once.
WITH
  asked AS MATERIALIZED (
    SELECT id FROM person WHERE true
AND (named(name, :actor) OR id IN (SELECT person FROM person_name WHERE named(person_name.name, :actor)))
  ),
  called AS MATERIALIZED (SELECT DISTINCT name FROM event_party)
SELECT event.id
FROM event
WHERE true
AND :actor <> '' AND event.id IN (SELECT event FROM event_party WHERE person IN (SELECT id FROM asked) OR name IN (SELECT name FROM called WHERE named(name, :actor)))
AND event.what = :what
AND event.status = :status
AND event.last_day >= :since
AND event.first_day <= :until
AND event.id IN (SELECT event_telling.event FROM event_telling JOIN happening ON happening.number = event_telling.happening JOIN article ON article.number = happening.article WHERE article.id = :article)
ORDER BY event.first_day IS NULL, event.first_day, event.last_day, event.id
LIMIT :limit OFFSET :offset
