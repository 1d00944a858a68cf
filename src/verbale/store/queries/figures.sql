-- Which figures are there, by the day they are claimed for, else that of the article; the same question side by side?
-- Those told in what people have rejected are left out. Names are few beside figures: each is looked at once.
WITH called AS MATERIALIZED (SELECT DISTINCT source_name AS name FROM figure WHERE source_name IS NOT NULL)
SELECT figure.number
FROM figure
JOIN article ON article.number = figure.article
LEFT JOIN claim ON claim.figure = figure.number
WHERE (figure.inside IS NULL OR figure.inside NOT IN (SELECT statement.id FROM settled JOIN statement ON statement.number = settled.statement WHERE settled.decision = 'reject'))
AND figure.measure = :measure
AND (figure.source_name IN (SELECT name FROM called WHERE named(name, :source)) OR claim.person IN (SELECT person FROM person_name WHERE named(person_name.name, :source) UNION SELECT id FROM person WHERE named(person.name, :source)))
AND folded(coalesce(figure.place, '')) = :place
AND coalesce(figure.when_to, article.published) >= :since
AND substr(coalesce(figure.when_from, article.published), 1, 10) <= :until
AND article.id = :article
AND claim.question = :question
ORDER BY coalesce(figure.when_to, article.published) IS NULL, substr(coalesce(figure.when_to, article.published), 1, 10), claim.question NULLS FIRST, figure.measure, figure.value, article.id, figure.n
LIMIT :limit OFFSET :offset
