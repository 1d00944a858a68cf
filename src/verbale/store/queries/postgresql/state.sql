-- How often was the record written? Another number, and what was asked before may no longer hold.
SELECT writes FROM verbale
