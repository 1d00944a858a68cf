-- Articles with a row whose span does not hold its words, or reaches beyond the text.
SELECT article.id, count(*) AS times
FROM (
  SELECT statement.article AS number FROM part
  JOIN statement ON statement.number = part.statement JOIN article ON article.number = statement.article
  WHERE substr(article.text, CAST(part.start + 1 AS integer), CAST(part.stop - part.start AS integer)) <> part.words OR part.stop > length(article.text)
  UNION ALL
  SELECT statement.article FROM statement
  WHERE content <> (
    SELECT group_concat(words, ' … ')
    FROM (SELECT words FROM part WHERE part.statement = statement.number AND name = 'content' ORDER BY stretch) AS own
  ) OR NOT EXISTS (SELECT 1 FROM part WHERE part.statement = statement.number AND name = 'content')
  UNION ALL
  SELECT mention.article FROM mention JOIN article ON article.number = mention.article
  WHERE mention.start < 0 OR mention.start >= mention.stop OR mention.stop > length(article.text)
  UNION ALL
  SELECT block.article FROM block JOIN article ON article.number = block.article
  WHERE block.start < 0 OR block.start > block.stop OR block.stop > length(article.text)
  UNION ALL
  SELECT happening.article FROM happening JOIN article ON article.number = happening.article
  WHERE happening.start < 0 OR happening.start >= happening.stop OR happening.stop > length(article.text)
  UNION ALL
  SELECT figure.article FROM figure JOIN article ON article.number = figure.article
  WHERE figure.start < 0 OR figure.start >= figure.stop OR figure.stop > length(article.text)
) AS wrong
JOIN article ON article.number = wrong.number
GROUP BY article.number
ORDER BY article.number
