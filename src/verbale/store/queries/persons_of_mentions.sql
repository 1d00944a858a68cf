-- Who the mentions of an article are, by their words.
SELECT mention.start, mention.stop, identity.person
FROM identity JOIN mention ON mention.article = identity.article AND mention.n = identity.n
WHERE identity.article = :article
