-- One article that shares its text with others.
INSERT INTO copy (article, story, likeness) VALUES (:article, :story, :likeness)
