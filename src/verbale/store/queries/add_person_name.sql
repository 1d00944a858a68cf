-- One spelling of a person's name.
INSERT INTO person_name (person, name, times) VALUES (:person, :name, :times)
