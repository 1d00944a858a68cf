-- All that the articles of these numbers name.
SELECT * FROM mention WHERE article BETWEEN :first AND :last AND pronoun = 0
ORDER BY article, n
