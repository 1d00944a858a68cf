"""What a speaker does in saying something: the act, the stance, and towards whom.

A pure function of the statement, its language and the names in its article, by ordered forms over the words of the cue and
of what was said; the forms stand in `lang/*/acts.toml`, the acts with their PLOVER codes in `acts.toml`.
"""

from verbale.acts.codes import ACTS, VERSION, plover
from verbale.acts.deciding import act
from verbale.acts.towards import Named, towards

__all__ = ["ACTS", "VERSION", "Named", "act", "plover", "towards"]
