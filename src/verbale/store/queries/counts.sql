-- How much is there, and from when?
SELECT
  (SELECT count(*) FROM article) AS articles,
  (SELECT count(*) FROM statement) AS statements,
  (SELECT count(*) FROM problem) AS problems,
  (SELECT count(DISTINCT person) FROM attribution) AS persons,
  (SELECT count(*) FROM utterance) AS utterances,
  (SELECT min(published) FROM article) AS first,
  (SELECT max(published) FROM article) AS last
