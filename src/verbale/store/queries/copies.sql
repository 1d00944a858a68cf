-- Which articles carry the text of this one, itself among them, the first published first?
SELECT article.id, article.outlet, article.published, article.title, article.url, copy.likeness
FROM copy
JOIN article ON article.number = copy.article
WHERE copy.story = (SELECT copy.story FROM copy JOIN article ON article.number = copy.article WHERE article.id = :id)
ORDER BY article.id <> copy.story, article.published IS NULL, article.published, article.id
