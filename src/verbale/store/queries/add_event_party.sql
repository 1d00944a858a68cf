-- One who takes part in an event.
INSERT INTO event_party (event, n, person, name, kind) VALUES (:event, :n, :person, :name, :kind)
