-- What these persons bind themselves or their side to, or refuse.
SELECT attribution.person, statement.content
FROM attribution
JOIN statement ON statement.number = attribution.statement
JOIN act ON act.statement = statement.number
WHERE attribution.person IN (SELECT value FROM json_each(:persons)) AND act.code IN ('agree', 'promise', 'reject', 'threaten')
ORDER BY statement.number
