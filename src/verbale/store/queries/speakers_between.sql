-- Who speaks in the articles of these numbers.
SELECT article, n, speaker, speaker_kind, speaker_role, speaker_score, speaker_decider, speaker_start, speaker_stop
FROM statement WHERE article BETWEEN :first AND :last AND speaker IS NOT NULL
