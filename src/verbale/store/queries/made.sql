-- With which words and code was it made?
SELECT version FROM made WHERE what = :what
