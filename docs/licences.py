"""Write docs/licences.md, and with --sbom FILE a CycloneDX list of what is installed with Verbale:  licences.py [--sbom FILE]

Run where Verbale is installed with all its extras. Licences are those that the packages declare themselves.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

DOCS = Path(__file__).resolve().parent
HEAD = """<!-- Written by docs/licences.py where all extras are installed. -->

# Licences

Verbale is under the Apache License 2.0.

## In the package itself

| what | from | licence |
|---|---|---|
| code, rules and word lists | this project | Apache-2.0 |
| weights in `verbale/models` | trained by this project ([card](models.md)) | Apache-2.0 |
| `tokenizer.json` beside the weights | the vocabulary of all-MiniLM-L6-v2 | Apache-2.0 |

## Installed with it

What `pip install verbale` brings, and what its extras bring. The licence is what the package declares.

| package | licence | for |
|---|---|---|
"""


def main(sbom: str | None) -> None:
    found = dict(sorted(_closure()))
    rows = (f"| {name} | {_licence(dist)} | {', '.join(sorted(why)) or 'core'} |\n" for name, (dist, why) in found.items())
    absent = sorted({(name, extra) for name, extra in _own() if name not in found})
    left = (
        f"| {name} | to be seen in the package: it was not installed here | {extra or 'core'} |\n" for name, extra in absent
    )
    (DOCS / "licences.md").write_text(HEAD + "".join((*rows, *left)), encoding="utf-8", newline="\n")
    if sbom:
        parts = [_component(name, dist) for name, (dist, _) in found.items()]
        told = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": parts}
        Path(sbom).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _closure() -> Iterator[tuple[str, tuple[Distribution, set[str]]]]:
    """Every package that Verbale needs, with the extras it is needed for; none for what it always needs."""
    found: dict[str, tuple[Distribution, set[str]]] = {}
    for name, extra in _own():
        _take(name, extra, found)
    yield from found.items()


def _own() -> Iterator[tuple[str, str]]:
    """What pyproject.toml requires: first what is always needed, then the extras."""
    project = tomllib.loads((DOCS.parent / "pyproject.toml").read_text("utf-8"))["project"]
    for requirement in project["dependencies"]:
        yield _name(requirement), ""
    for extra, requirements in sorted(project["optional-dependencies"].items()):
        for requirement in requirements:
            yield _name(requirement), extra
            yield from ((name, extra) for name in _beside(requirement))


def _beside(requirement: str) -> Iterator[str]:
    """What `daft[ray]` brings beside daft."""
    try:
        needs = distribution(_name(requirement)).requires or ()
    except PackageNotFoundError:
        return
    for extra in re.findall(r"[\w-]+", "".join(re.findall(r"\[(.*?)\]", requirement))):
        yield from (_name(one) for one in needs if re.search(rf"extra == ['\"]{extra}['\"]", one))


def _name(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement, maxsplit=1)[0]).lower()


def _take(name: str, extra: str, found: dict[str, tuple[Distribution, set[str]]]) -> None:
    if name in found:
        if found[name][1] and (not extra or extra not in found[name][1]):
            found[name][1].add(extra)
        return
    try:
        dist = distribution(name)
    except PackageNotFoundError:
        return
    found[name] = (dist, {extra} if extra else set())
    for requirement in dist.requires or ():
        if "extra ==" not in requirement:
            _take(_name(requirement), extra, found)


def _licence(dist: Distribution) -> str:
    meta = dist.metadata
    told = meta.get("License-Expression") or next(
        (c.rpartition(" :: ")[2] for c in meta.get_all("Classifier") or () if c.startswith("License :: OSI")), ""
    )
    first = (told or meta.get("License") or _by_its_text(dist) or "not declared").strip().splitlines()[0]
    return first.replace("|", "/")[:60]


def _by_its_text(dist: Distribution) -> str:
    """The first line of the licence that comes with a package whose metadata name none."""
    texts = (file.read_text() for file in dist.files or () if Path(file).name.upper().startswith("LICEN"))
    return next((line.strip() for text in texts for line in text.splitlines() if line.strip()), "")


def _component(name: str, dist: Distribution) -> dict[str, object]:
    licence = {"license": {"name": _licence(dist)}}
    return {
        "type": "library",
        "name": name,
        "version": dist.version,
        "purl": f"pkg:pypi/{name}@{dist.version}",
        "licenses": [licence],
    }


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(arguments[arguments.index("--sbom") + 1] if "--sbom" in arguments else None)
