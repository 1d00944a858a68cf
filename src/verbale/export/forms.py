"""The formats that come with Verbale, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from verbale import plugins
from verbale.export.form import Form, Medium

_ALL = (
    Form("jsonl", "JSON lines, the exchange format", "verbale.export.jsonl", endings=(".jsonl",)),
    Form("csv", "a table with a column for every field", "verbale.export.csv", endings=(".csv",)),
    Form("xlsx", "the same table for Excel", "verbale.export.xlsx", Medium.BYTES, (".xlsx",)),
    Form("parquet", "a nested table for DuckDB, pandas, R", "verbale.export.parquet", Medium.BYTES, (".parquet",)),
    Form("webanno", "W3C Web Annotation (JSON-LD)", "verbale.export.webanno", endings=(".anno.json",)),
    Form("schemaorg", "schema.org (JSON-LD)", "verbale.export.schemaorg", endings=(".jsonld",)),
    Form("xmi", "UIMA CAS XMI for INCEpTION", "verbale.export.xmi", Medium.FILES),
    Form("brat", "brat standoff", "verbale.export.brat", Medium.FILES),
    Form("tei", "TEI P5 with <said>", "verbale.export.tei", endings=(".tei.xml", ".tei")),
    Form("ftm", "FollowTheMoney entities", "verbale.export.ftm", endings=(".ftm.json", ".ftm")),
    Form("plover", "coded events with speech kept, JSON lines", "verbale.export.plover", endings=(".plover.jsonl",)),
    Form("dna", "statements for Discourse Network Analyzer", "verbale.export.dna", endings=(".dna.csv",)),
    Form("graphml", "who speaks on what, as a network", "verbale.export.graphml", endings=(".graphml",)),
    Form("bibtex", "BibTeX, an entry an article", "verbale.export.bibtex", endings=(".bib",), noun="article"),
    Form("csl", "CSL JSON, an item an article", "verbale.export.csl", endings=(".csl.json",), noun="article"),
    Form("atom", "an Atom feed of the selection", "verbale.export.atom", endings=(".atom",)),
    Form("ics", "iCalendar of what is planned", "verbale.export.ics", endings=(".ics",), noun="event"),
    Form("attributions", "articles with spans, to train on", "verbale.export.attributions", noun="article"),
    Form("datasette", "metadata for Datasette", "verbale.export.datasette", noun="table"),
)


def forms() -> dict[str, Form]:
    """All formats by name, those of plugins last; a plugin's never takes the place of one of these."""
    return {form.name: form for form in plugins.forms()} | dict(FORMS)


FORMS: Mapping[str, Form] = MappingProxyType({form.name: form for form in _ALL})
"""Each format that comes with Verbale, by its name."""
