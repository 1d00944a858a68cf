"""Who is who across articles: mentions become persons, over spellings, alphabets and time.

The way: `sighting` what joining sees, `kinds` makes one name one kind, `gathering` puts all in order, with `figures` within
each article; `links` between names that `blocks` bring together and `likeness` compares; `naming` makes persons of full names,
`placing` finds the bearers of short ones, `leftover` takes the rest; `tenures` learns who held which office when; `making`
writes the rows, `why` tells the reasons. `judgements` are made by people and outlive every join; `known` and `outside` bring
in what others know.
"""

from __future__ import annotations

from verbale.people.joining import people
from verbale.people.judgements import STATEMENT, Anchor, Judgement, Verdict, standing
from verbale.people.known import Known, Post
from verbale.people.making import People
from verbale.people.person import Doubt, Person, Spelling, Tenure
from verbale.people.sighting import Sighting, sightings

__all__ = [
    "STATEMENT",
    "Anchor",
    "Doubt",
    "Judgement",
    "Known",
    "People",
    "Person",
    "Post",
    "Sighting",
    "Spelling",
    "Tenure",
    "Verdict",
    "people",
    "sightings",
    "standing",
]
