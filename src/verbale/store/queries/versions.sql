-- Which texts of this page are kept, the oldest first?
SELECT id AS article, added, reader FROM article WHERE url = :url ORDER BY added, number
