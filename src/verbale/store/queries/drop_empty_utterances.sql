-- Forget utterances that nothing carries any more.
DELETE FROM utterance WHERE id NOT IN (SELECT utterance FROM carrier)
