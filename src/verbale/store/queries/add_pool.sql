-- Remember what a pool held and what was tied in it; of a known one, what it holds now.
INSERT INTO pool (name, state, ties) VALUES (:name, :state, :ties)
ON CONFLICT (name) DO UPDATE SET state = excluded.state, ties = excluded.ties
