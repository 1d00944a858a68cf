-- One medium that carried a statement.
INSERT INTO relay (statement, n, name) VALUES (:statement, :n, :name)
