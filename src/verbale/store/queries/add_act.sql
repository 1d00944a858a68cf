-- What is done in saying one statement; one that is known already stays.
INSERT INTO act (statement, code, stance, target, target_n, why)
VALUES (:statement, :code, :stance, :target, :target_n, :why) ON CONFLICT (statement) DO NOTHING
