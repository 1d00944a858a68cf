-- One happening.
INSERT INTO happening (article, n, what, status, start, stop, words, trigger_start, trigger_stop,
  when_from, when_to, when_basis, when_start, when_stop, when_words, place, inside, why)
VALUES (:article, :n, :what, :status, :start, :stop, :words, :trigger_start, :trigger_stop,
  :when_from, :when_to, :when_basis, :when_start, :when_stop, :when_words, :place, :inside, :why)
