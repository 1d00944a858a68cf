-- Why is a statement about its topics?
SELECT about.topic, about.why FROM about JOIN statement ON statement.number = about.statement WHERE statement.id = :id ORDER BY about.n
