-- Who takes part in what?
SELECT event, person, name FROM event_party
