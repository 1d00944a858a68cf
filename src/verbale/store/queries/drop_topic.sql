-- Forget a topic of the user.
DELETE FROM topic WHERE id = :id
