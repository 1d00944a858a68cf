"""A discourse network as GraphML: who speaks on what, for visone, Gephi, igraph and NetworkX.

Two kinds of nodes, actors and concepts (topics), and an edge for each pair with how many statements agree, disagree and leave
it open. Actors are persons, or organisations where those speak. Of the network only counts are held in memory.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from verbale.export.dna import Actor, actor, agreement
from verbale.export.form import Around
from verbale.model import Entry

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NODE = {"label": "string", "kind": "string", "organization": "string", "statements": "int"}
EDGE = {"weight": "int", "agree": "int", "disagree": "int", "unclear": "int"}
COUNTED = {"1": "agree", "0": "disagree", "": "unclear"}


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:
    """Write one graph to `out`; returns how many statements are in it: those with a speaker and a topic."""
    edges: dict[tuple[Actor, str], Counter[str]] = defaultdict(Counter)
    written, sides = 0, around.sides()
    for entry in entries:
        who = actor(entry, sides)
        if entry.topics and any(who):
            for topic in entry.topics:
                edges[who, topic][COUNTED[agreement(entry)]] += 1
            written += 1
    out.writelines(_lines(edges))
    return written


def _lines(edges: Mapping[tuple[Actor, str], Counter[str]]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for of, keys in (("node", NODE), ("edge", EDGE)):
        for name, kind in keys.items():
            yield f'<key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="talks" edgedefault="undirected">\n'
    yield from _nodes(edges)
    for n, ((who, topic), times) in enumerate(edges.items()):
        yield f'<edge id="e{n}" source={_attribute(_id(who))} target={_attribute("concept " + topic)}>'
        yield f"{_data('weight', times.total())}{''.join(_data(name, times[name]) for name in COUNTED.values())}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _nodes(edges: Mapping[tuple[Actor, str], Counter[str]]) -> Iterator[str]:
    actors, topics = Counter[Actor](), Counter[str]()
    for (who, topic), times in edges.items():
        actors[who] += times.total()
        topics[topic] += times.total()
    for who, times_said in actors.items():
        kind = "person" if who.person else "organization"
        told = {"label": who.person or who.organization, "kind": kind, "organization": who.organization}
        yield _node(_id(who), {**told, "statements": times_said})
    for topic, times_said in topics.items():
        yield _node(f"concept {topic}", {"label": topic, "kind": "concept", "statements": times_said})


def _node(id_: str, told: Mapping[str, object]) -> str:
    return f"<node id={_attribute(id_)}>{''.join(_data(*pair) for pair in told.items())}</node>\n"


def _id(who: Actor) -> str:
    return f"person {who.person}, {who.organization}" if who.person else f"organization {who.organization}"


def _data(key: str, value: object) -> str:
    return f'<data key="{key}">{escape(UNFIT.sub(chr(0xFFFD), str(value)))}</data>'


def _attribute(words: str) -> str:
    return quoteattr(UNFIT.sub("\ufffd", words))
