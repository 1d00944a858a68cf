-- One part of a figure.
INSERT INTO figure_part (figure, n, name, value, start, stop) VALUES (:figure, :n, :name, :value, :start, :stop)
