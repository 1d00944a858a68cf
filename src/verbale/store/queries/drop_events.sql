-- Make room for a new join: parties and tellings go with their events.
DELETE FROM event
