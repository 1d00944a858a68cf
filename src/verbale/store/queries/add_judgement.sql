-- One judgement; the same one twice is kept once.
INSERT INTO judgement
  (id, verdict, who, moment, one_kind, one_name, one_article, two_kind, two_name, two_article, name, undoes)
VALUES
  (:id, :verdict, :who, :moment, :one_kind, :one_name, :one_article, :two_kind, :two_name, :two_article, :name, :undoes)
ON CONFLICT (id) DO NOTHING
