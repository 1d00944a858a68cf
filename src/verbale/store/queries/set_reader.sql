-- An article was read again, with the same outcome.
UPDATE article SET reader = :reader WHERE number = :number
