"""Small pieces of XML and HTML that are no pages: the words of a feed's entry, a chapter, a document, a paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as pages

_INLINE = frozenset(
    "a abbr b bdi bdo cite code dfn em font i ins kbd mark q s small span strong sub sup time u var wbr".split()
)
_UNSEEN = frozenset({"script", "style", "head", "template", "noscript"})
_ELEMENTS = 200_000


def xml(data: bytes) -> Any | None:
    """The root of an XML document, mended where it is broken; None for what is none. Nothing outside of it is fetched,
    no entity is resolved, and what is nested too deep is cut."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def name(element: Any) -> str:
    """The name of an element without namespace or a prefix that nobody declared; empty for comments and the like."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def words(markup: str) -> str:
    """The words of a piece of HTML, a paragraph a line, with an empty line between."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        root = pages.fromstring(f"<div>{markup}</div>")
    except (etree.ParserError, ValueError):
        return ""
    return lines(root)


def lines(root: Any) -> str:
    """The words of an element, a paragraph a line, with an empty line between."""
    text = "".join(_strings(root))
    return "\n\n".join(line for line in (" ".join(part.split()) for part in text.split("\n")) if line)


def _strings(root: Any) -> Iterator[str]:
    """The words in reading order, with a line end wherever a block begins or ends; no recursion, since depth is not ours."""
    seen = hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = name(element) if event in {"start", "end"} else ""
        block = "" if tag in _INLINE or not tag else "\n"
        if event == "start":
            hidden += tag in _UNSEEN
            seen += 1
            if seen > _ELEMENTS:
                return
            yield block + ("" if hidden else _plain(element.text))
        else:
            hidden -= event == "end" and tag in _UNSEEN
            yield block + ("" if hidden else _plain(element.tail))


def _plain(text: str | None) -> str:
    """Line ends of the source are spaces; those in the outcome are meant."""
    return " ".join(text.split("\n")).replace("\r", " ") if text else ""
