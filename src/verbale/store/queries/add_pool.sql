-- Remember what a pool held; of a known one, what it holds now.
INSERT INTO pool (name, state) VALUES (:name, :state) ON CONFLICT (name) DO UPDATE SET state = excluded.state
