-- May this record be written? Deletes nothing, and fails where the file is read-only.
DELETE FROM article WHERE false
