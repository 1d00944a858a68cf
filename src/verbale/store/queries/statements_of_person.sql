-- How many statements has one person?
SELECT count(*) AS times FROM attribution WHERE person = :person
