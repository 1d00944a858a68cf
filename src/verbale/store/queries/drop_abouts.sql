-- Make room for the topics of all statements anew.
DELETE FROM about
