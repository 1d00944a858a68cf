-- Who speaks in the articles of these numbers, as people corrected it; nobody speaks in what was rejected.
SELECT
  article, n, coalesce(settled.speaker, statement.speaker) AS speaker,
  CASE WHEN settled.speaker IS NULL THEN statement.speaker_kind ELSE coalesce(ruling.speaker_kind, 'person') END AS speaker_kind,
  CASE WHEN settled.speaker IS NULL THEN speaker_role END AS speaker_role,
  CASE WHEN settled.speaker IS NULL THEN speaker_score ELSE 1.0 END AS speaker_score,
  CASE WHEN settled.speaker IS NULL THEN speaker_decider ELSE 'ruling' END AS speaker_decider,
  CASE WHEN settled.speaker IS NULL THEN speaker_start END AS speaker_start,
  CASE WHEN settled.speaker IS NULL THEN speaker_stop END AS speaker_stop
FROM statement
LEFT JOIN settled ON settled.statement = statement.number
LEFT JOIN ruling ON ruling.id = settled.ruling
WHERE article BETWEEN :first AND :last
AND nullif(coalesce(settled.speaker, statement.speaker), '') IS NOT NULL
AND coalesce(settled.decision, '') <> 'reject'
ORDER BY article, n
