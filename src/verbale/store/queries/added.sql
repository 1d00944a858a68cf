-- When an article was added.
SELECT added FROM article WHERE number = :number
