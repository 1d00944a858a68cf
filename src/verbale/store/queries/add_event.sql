-- One event.
INSERT INTO event (id, what, status, when_from, when_to, place, first_day, last_day)
VALUES (:id, :what, :status, :when_from, :when_to, :place, :first_day, :last_day)
