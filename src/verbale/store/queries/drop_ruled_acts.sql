-- Make room for what is done in statements that people have ruled on: a correction may change it.
DELETE FROM act WHERE statement IN (SELECT statement.number FROM statement JOIN ruling ON ruling.statement = statement.id)
