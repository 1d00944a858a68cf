"""One visit of a reader: what is asked for, and all that an answer needs."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from verbale.store import Record
from verbale.store.columns import Columns
from verbale.web.asked import Asked
from verbale.web.desk import Desk
from verbale.web.found import Finder, Found
from verbale.web.joiner import Joiner
from verbale.web.kept import Kept
from verbale.web.settings import Settings


@dataclass(frozen=True, slots=True)
class House:
    """What all visits share."""

    settings: Settings
    templates: Environment
    finder: Finder
    mark: str
    """Stands in every form, see `Guard`."""
    desk: Desk
    kept: Kept
    joiner: Joiner
    threads: Executor
    """Those that have the record open."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A request with the record as it stands now."""

    house: House
    request: Request
    record: Record
    columns: Columns
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id in the address."""
        return str(self.request.path_params["id"])

    @property
    def query(self) -> Mapping[str, str]:
        return self.request.query_params

    def asked(self) -> Asked:
        """The search that the address asks for; raises `UnfitError` for what is none."""
        return Asked.of(self.query)

    def find(self, asked: Asked) -> Found:
        return self.house.finder.find(self.record, self.columns, asked)

    def page(self, template: str, *, status: int = 200, **told: Any) -> Response:
        """A page made from a template."""
        return HTMLResponse(rendered(self.house, self.request, template, **told), status)

    def json(self, thing: Any) -> Response:
        return JSONResponse(thing)

    def to(self, address: str) -> Response:
        """Go there after something was done."""
        return RedirectResponse(address, 303)

    def whole_address(self, path: str) -> str:
        """The address of a page with the name of the machine, to be handed on."""
        return str(self.request.base_url).rstrip("/") + path


def rendered(house: House, request: Request, template: str, **told: Any) -> str:
    """A template with what every page shows."""
    shared = {
        "settings": house.settings,
        "record": house.settings.path.name,
        "mark": house.mark,
        "joiner": house.joiner,
        "here": request.url.path,
    }
    return house.templates.get_template(template).render(**shared, **told)
