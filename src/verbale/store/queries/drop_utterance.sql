-- Forget an utterance with its carriers.
DELETE FROM utterance WHERE id = :id
