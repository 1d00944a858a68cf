-- One line of an article.
INSERT INTO block (article, n, role, start, stop, repeats) VALUES (:article, :n, :role, :start, :stop, :repeats)
