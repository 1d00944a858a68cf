-- One office of a person.
INSERT INTO tenure (person, n, role, office, first, last, times) VALUES (:person, :n, :role, :office, :first, :last, :times)
