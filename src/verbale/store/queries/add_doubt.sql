-- One pair of names that may be one person's.
INSERT INTO doubt (n, one_kind, one_name, one_article, two_kind, two_name, two_article, score, times, why)
VALUES (:n, :one_kind, :one_name, :one_article, :two_kind, :two_name, :two_article, :score, :times, :why)
