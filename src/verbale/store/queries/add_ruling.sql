-- One ruling; the same one twice is kept once.
INSERT INTO ruling (id, decision, who, moment, statement, words, speaker, speaker_kind, parts, undoes)
VALUES (:id, :decision, :who, :moment, :statement, :words, :speaker, :speaker_kind, :parts, :undoes)
ON CONFLICT (id) DO NOTHING
