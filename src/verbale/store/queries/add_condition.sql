-- How a statement hangs on one of its conditions, whose words follow as parts.
INSERT INTO condition (statement, n, tie) VALUES (:statement, :n, :tie)
