"""W3C Web Annotation and schema.org, read back as linked data with PyLD; FollowTheMoney with its own library."""

from __future__ import annotations

import json
from typing import Any

from followthemoney import model
from pyld import jsonld

from verbale.export import jsonl
from verbale.store.check import parts

from .story import ARTICLE, PLAIN, RAIN, STATEMENTS, TEXT
from .writing import entries, text

OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
# The words of the two vocabularies that are used here, as their contexts define them. Whatever a context does not define
# is lost in expanding, and so found missing.
CONTEXTS: dict[str, dict[str, Any]] = {
    "http://www.w3.org/ns/anno.jsonld": {
        "oa": OA,
        "as": "http://www.w3.org/ns/activitystreams#",
        "id": "@id",
        "type": "@type",
        **{
            name: f"oa:{name}"
            for name in "Annotation TextualBody SpecificResource TextPositionSelector TextQuoteSelector start end exact "
            "prefix suffix".split()
        },
        **{name: f"oa:{name}" for name in "describing identifying classifying tagging linking".split()},
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "first": {"@type": "@id", "@id": "as:first"},
        "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
        "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
        "format": "http://purl.org/dc/elements/1.1/format",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
    },
    "https://schema.org": {"@vocab": SCHEMA},
}


def expanded(form: str) -> list[Any]:
    def load(url: str, options: object) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url]}}

    found: list[Any] = jsonld.expand(json.loads(text(form)), {"documentLoader": load})
    return found


def value(node: Any, name: str) -> Any:
    return node[name][0]["@value"]


def of_type(node: Any, kind: str) -> list[Any]:
    """All nodes of a type, however deep."""
    if isinstance(node, list):
        return [found for one in node for found in of_type(one, kind)]
    if not isinstance(node, dict):
        return []
    return [node] * (kind in node.get("@type", [])) + of_type(list(node.values()), kind)


def test_every_selector_points_at_its_words() -> None:
    texts = {ARTICLE.url: TEXT, f"urn:verbale:{PLAIN.id}": PLAIN.text}
    targets = [node for node in of_type(expanded("webanno"), OA + "SpecificResource") if OA + "hasSelector" in node]
    assert len(targets) == sum(len(part.spans) for s in (*STATEMENTS, RAIN) for part in parts(s))
    for target in targets:
        words = texts[target[OA + "hasSource"][0]["@id"]]
        position, quotation = target[OA + "hasSelector"]
        start, stop = value(position, OA + "start"), value(position, OA + "end")
        assert words[start:stop] == value(quotation, OA + "exact")
        assert words[max(0, start - 32) : start] == value(quotation, OA + "prefix")
        assert words[stop : stop + 32] == value(quotation, OA + "suffix")


def test_an_annotation_carries_the_whole_statement() -> None:
    bodies = [b for b in of_type(expanded("webanno"), OA + "TextualBody") if "http://purl.org/dc/elements/1.1/format" in b]
    told = [json.loads(value(b, "http://www.w3.org/1999/02/22-rdf-syntax-ns#value")) for b in bodies]
    assert told == [jsonl.row(entry) for entry in entries()]


def test_the_parts_of_a_statement_link_to_it() -> None:
    annotations = {node["@id"]: node for node in of_type(expanded("webanno"), OA + "Annotation")}
    cue = annotations["urn:verbale:s_1111aaaa1111aaaa#cue-0"]
    assert {n["@id"] for n in of_type(cue, OA + "SpecificResource")[0][OA + "hasSource"]} == {"urn:verbale:s_1111aaaa1111aaaa"}


def test_own_words_are_quotations_and_others_claims() -> None:
    articles = of_type(expanded("schemaorg"), SCHEMA + "NewsArticle")
    assert [value(a, SCHEMA + "datePublished") for a in articles if SCHEMA + "datePublished" in a] == ["2031-05-09T14:30"]
    quotations = {n["@id"]: n for n in of_type(articles, SCHEMA + "Quotation")}
    claims = {n["@id"]: n for n in of_type(articles, SCHEMA + "Claim")}
    assert {*quotations} == {f"urn:verbale:{s.id}" for s in STATEMENTS if s.kind != "indirect"}
    assert {*claims} == {"urn:verbale:s_4444dddd4444dddd", "urn:verbale:s_6666ffff6666ffff"}
    ready = quotations["urn:verbale:s_1111aaaa1111aaaa"]
    (speaker,) = ready[SCHEMA + "spokenByCharacter"]
    assert (value(speaker, SCHEMA + "name"), value(speaker, SCHEMA + "jobTitle")) == ("Ana Reyes", "Foreign Minister")
    assert value(ready[SCHEMA + "citation"][0], SCHEMA + "name") == "Orbit & Sons"
    assert value(ready, SCHEMA + "dateCreated") == "2031-05-08"


def test_followthemoney_takes_every_entity() -> None:
    lines = [json.loads(line) for line in text("ftm").splitlines()]
    entities = [model.get_proxy(line, cleaned=False) for line in lines]
    for entity, line in zip(entities, lines, strict=True):
        entity.schema.validate(entity.to_dict())
        for name, values in line["properties"].items():
            if name != "fileName":
                assert set(entity.get(name)) == {v.strip().replace("\x0b", "") for v in values}, name
            for one in values:
                assert entity.schema.get(name).type.clean(one, proxy=entity), (name, one)
    assert [e.schema.name for e in entities].count("Person") == 2
    ready = next(e for e in entities if e.id == "s-1111aaaa1111aaaa")
    people = {e.id: e.caption for e in entities if e.schema.name == "Person"}
    assert [people[who] for who in ready.get("involved")] == ["Ana Reyes"]
    assert ready.get("startDate") == ["2031-05-08"]
    assert json.loads(ready.first("notes")) == next(jsonl.row(e) for e in entries() if e.id == ready.first("recordId"))
