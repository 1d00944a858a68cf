-- All happenings.
SELECT number FROM happening ORDER BY number
