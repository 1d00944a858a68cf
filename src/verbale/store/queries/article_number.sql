-- Is this article in the record, and under which number?
SELECT number FROM article WHERE id = :id
