-- Keep with which words and code it is made from now on.
INSERT INTO made (what, version) VALUES (:what, :version) ON CONFLICT (what) DO UPDATE SET version = excluded.version
