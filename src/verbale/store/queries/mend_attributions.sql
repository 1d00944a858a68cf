-- A statement whose speaker was corrected belongs to nobody before the next join.
DELETE FROM attribution WHERE statement IN (SELECT statement FROM settled WHERE speaker IS NOT NULL)
