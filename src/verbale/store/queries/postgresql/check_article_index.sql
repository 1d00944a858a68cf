-- Is the search index true? The server keeps it in step with its table by itself.
SELECT 1
