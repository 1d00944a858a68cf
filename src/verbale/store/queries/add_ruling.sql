-- One ruling; the same one twice is kept once.
INSERT OR IGNORE INTO ruling (id, decision, who, moment, statement, words, speaker, speaker_kind, parts, undoes)
VALUES (:id, :decision, :who, :moment, :statement, :words, :speaker, :speaker_kind, :parts, :undoes)
