-- Which statements are there, articles by date of publication (those without one last), then in the order of the text?
-- Names and outlets are few beside statements: each is looked at once, which MATERIALIZED makes sure of. Who is asked for by
-- one spelling is found under all that the join knows.
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
SELECT statement.number
FROM statement
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
ORDER BY article.published IS NULL, article.published, article.path NULLS FIRST, article.id, statement.start, statement.stop DESC, statement.n
LIMIT :limit OFFSET :offset
