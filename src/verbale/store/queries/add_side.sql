-- For whom one person, body or country speaks.
INSERT INTO side (person, code, why) VALUES (:person, :code, :why)
