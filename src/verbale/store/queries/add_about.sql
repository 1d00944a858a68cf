-- One topic of one statement; one that is known already stays.
INSERT INTO about (statement, n, topic, why) VALUES (:statement, :n, :topic, :why) ON CONFLICT (statement, n) DO NOTHING
