-- What is everything about?
SELECT statement, topic FROM about
