-- The statements that lie in the content of this one, in order.
SELECT number FROM statement WHERE inside = :id ORDER BY n
