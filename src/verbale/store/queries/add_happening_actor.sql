-- One who takes part in a happening.
INSERT INTO happening_actor (happening, n, start, stop, name, kind) VALUES (:happening, :n, :start, :stop, :name, :kind)
