-- Make room for the topics in articles of which people have ruled on a statement; the statements beside it may take them over.
DELETE FROM about WHERE statement IN (
  SELECT number FROM statement WHERE article IN (
    SELECT statement.article FROM statement JOIN ruling ON ruling.statement = statement.id
  )
)
