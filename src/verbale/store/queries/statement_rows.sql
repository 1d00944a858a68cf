-- The statements of these numbers, with the heads of their articles. Nobody acts towards the country he speaks for, and
-- nobody agrees with those who speak for it as he does, or refuses or threatens them something.
SELECT
  statement.*, attribution.person, article.id AS article_id, article.path, article.sha256, article.url, article.outlet,
  article.title, article.language, article.published, person.name AS called, carrier.utterance AS same,
  (SELECT json_group_array(id) FROM person_known WHERE person_known.person = attribution.person) AS person_ids,
  act.code AS act, act.stance, act.why AS act_why, CASE
    WHEN own.code = meant.code AND (target.kind = 'country' OR act.code IN ('agree', 'reject', 'promise', 'threaten')) THEN NULL
    ELSE coalesce(target.name, act.target)
  END AS target,
  (SELECT json_group_array(topic) FROM (SELECT topic FROM about WHERE about.statement = statement.number ORDER BY n) AS own) AS topics
FROM statement
JOIN article ON article.number = statement.article
LEFT JOIN attribution ON attribution.statement = statement.number
LEFT JOIN person ON person.id = attribution.person
LEFT JOIN carrier ON carrier.statement = statement.number
LEFT JOIN act ON act.statement = statement.number
LEFT JOIN identity ON identity.article = statement.article AND identity.n = act.target_n
LEFT JOIN person AS target ON target.id = identity.person
LEFT JOIN side AS own ON own.person = attribution.person
LEFT JOIN side AS meant ON meant.person = identity.person
WHERE statement.number IN (SELECT value FROM json_each(:numbers))
