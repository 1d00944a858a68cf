-- What is sought and counted of events, by their first day.
SELECT id, what, status, first_day, last_day FROM event
ORDER BY first_day IS NULL, first_day, last_day, id
