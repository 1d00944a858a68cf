-- One telling of an event.
INSERT INTO event_telling (event, n, happening) VALUES (:event, :n, :happening)
