-- In which text does this statement stand?
SELECT article.text FROM statement JOIN article ON article.number = statement.article WHERE statement.id = :id
