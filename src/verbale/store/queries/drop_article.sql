-- An article with all that hangs on it goes, to be written anew.
DELETE FROM article WHERE number = :number
