-- One statement; its words follow as parts.
INSERT INTO statement (
  id, article, n, start, stop, kind, content, speaker, speaker_kind, speaker_role, speaker_score, speaker_decider,
  speaker_start, speaker_stop, said_from, said_to, said_basis, venue_kind, venue_place, headline, implicit, unquoted,
  inside, rule, score, why, first_day, last_day, candidates
) VALUES (
  :id, :article, :n, :start, :stop, :kind, :content, :speaker, :speaker_kind, :speaker_role, :speaker_score, :speaker_decider,
  :speaker_start, :speaker_stop, :said_from, :said_to, :said_basis, :venue_kind, :venue_place, :headline, :implicit, :unquoted,
  :inside, :rule, :score, :why, :first_day, :last_day, :candidates
)
