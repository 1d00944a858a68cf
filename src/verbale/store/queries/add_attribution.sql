-- All statements of one spelling of a name belong to one person.
INSERT INTO attribution (statement, person)
SELECT number, :person FROM statement WHERE speaker = :spelling AND speaker_kind = :kind
