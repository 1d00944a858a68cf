-- Which articles have statements of which it is not told yet what is done in them?
SELECT DISTINCT article AS number FROM statement WHERE number NOT IN (SELECT statement FROM act) ORDER BY article
