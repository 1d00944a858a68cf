-- What SQLite itself finds wrong with the file; "ok" where nothing is.
PRAGMA integrity_check(20)
