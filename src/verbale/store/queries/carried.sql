-- Which utterance each statement carries, as the join before left it.
SELECT statement, utterance FROM carrier
