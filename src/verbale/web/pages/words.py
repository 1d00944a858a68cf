"""What the words mean that stand on the pages, for those who open the reader without a manual."""

from __future__ import annotations

from starlette.responses import Response

from verbale.model import Status
from verbale.web.visit import Visit

ACTS = {
    "agree": "is ready or willing, accepts, offers or proposes it, has come to terms",
    "consult": "tells of talks of the own side: met, spoke, will meet",
    "promise": "binds the own side to what it will do",
    "concede": "admits a fault or a loss, gives way, apologises, resigns",
    "request": "asks, urges, demands or advises that somebody do something",
    "reject": "refuses, rules out, opposes, will not do it",
    "accuse": "blames, criticises, condemns, mocks",
    "deny": "says that what others claim is not so",
    "threaten": "threatens with a deed, or warns of harm to come",
    "support": "praises, thanks, backs, welcomes",
    "ask": "asks a question",
    "report": "tells, explains or expects: all that is none of the others",
}
"""Each act after “the speaker”."""
STATUSES = {
    Status.HELD: "it took place, was made or was signed",
    Status.PLANNED: "it is to take place",
    Status.PROPOSED: "somebody proposes it",
    Status.POSSIBLE: "it may take place",
    Status.CALLED_FOR: "somebody demands it",
    Status.NOT_PLANNED: "there is no plan for it",
    Status.RULED_OUT: "somebody who decides on it will not have it",
    Status.DENIED: "somebody says that it did not take place",
}


def words(visit: Visit) -> Response:
    """The words of all pages, explained."""
    return visit.page("words.html", acts=ACTS, statuses={str(status): told for status, told in STATUSES.items()})
