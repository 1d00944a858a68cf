-- Which utterances are carried by a statement that fits all that is wanted, and by so many articles at least? The first
-- published come first, those without a date last. Names and outlets are looked at as for statements.
WITH
  speakers AS MATERIALIZED (
    SELECT speaker AS name FROM statement WHERE speaker IS NOT NULL
    UNION
    SELECT speaker FROM settled WHERE speaker IS NOT NULL
    UNION
    SELECT name FROM person_name WHERE person IN (SELECT person FROM attribution)
  ),
  asked AS MATERIALIZED (
    SELECT name FROM speakers WHERE true
AND named(name, :speaker)
  ),
  persons AS MATERIALIZED (SELECT person FROM person_name WHERE name IN (SELECT name FROM asked)),
  outlets AS MATERIALIZED (SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL)
SELECT utterance.id
FROM utterance
WHERE utterance.id IN (
SELECT carrier.utterance
FROM statement
JOIN carrier ON carrier.statement = statement.number
JOIN article ON article.number = statement.article
WHERE true
AND :speaker <> '' AND (statement.speaker IN (SELECT name FROM asked) OR statement.number IN (SELECT statement FROM attribution WHERE person IN (SELECT person FROM persons)) OR statement.number IN (SELECT statement FROM settled WHERE speaker IN (SELECT name FROM asked)))
AND :speaker <> '' AND statement.number NOT IN (SELECT statement FROM settled WHERE speaker NOT IN (SELECT name FROM asked) AND statement NOT IN (SELECT statement FROM attribution WHERE person IN (SELECT person FROM persons)))
AND statement.number IN (SELECT rowid FROM statement_fts WHERE statement_fts MATCH :about AND rowid NOT IN (SELECT statement FROM settled WHERE content IS NOT NULL) UNION ALL SELECT rowid FROM settled_fts WHERE settled_fts MATCH :about)
AND statement.last_day >= :since
AND statement.first_day <= :until
AND statement.kind = :kind
AND statement.number IN (SELECT statement FROM act WHERE code = :act)
AND statement.number IN (SELECT statement FROM about WHERE topic = :topic)
AND article.language = :language
AND article.outlet IN (SELECT outlet FROM outlets WHERE folded(outlet) = :outlet)
AND statement.number NOT IN (SELECT statement FROM settled WHERE decision = :without)
)
AND utterance.independent >= :least
ORDER BY utterance.first IS NULL, utterance.first, utterance.id
LIMIT :limit OFFSET :offset
