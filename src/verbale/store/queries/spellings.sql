-- Which speakers are named, and how often?
SELECT speaker_kind AS kind, speaker AS spelling, count(*) AS times
FROM statement
WHERE speaker IS NOT NULL
GROUP BY speaker_kind, speaker
ORDER BY speaker_kind, speaker
