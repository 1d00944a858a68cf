-- An outlet that the user tells of.
INSERT INTO medium (name, country, language, kind, also, domains, added)
VALUES (:name, :country, :language, :kind, :also, :domains, :added)
