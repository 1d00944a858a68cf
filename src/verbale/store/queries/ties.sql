-- All ties, of a pair that was compared in two pools the stronger.
SELECT one, two, max(likeness) AS likeness, max(margin) AS margin FROM tie GROUP BY one, two
