-- One figure.
INSERT INTO figure (id, article, n, measure, value, unit, start, stop, words, source_start, source_stop, source_name,
  source_kind, when_from, when_to, when_basis, when_start, when_stop, when_words, place, inside, why)
VALUES (:id, :article, :n, :measure, :value, :unit, :start, :stop, :words, :source_start, :source_stop, :source_name,
  :source_kind, :when_from, :when_to, :when_basis, :when_start, :when_stop, :when_words, :place, :inside, :why)
