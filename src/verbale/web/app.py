"""The application: which address leads where, and what becomes of a request that leads nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from verbale.errors import RecordError, UnfitError, UnknownError
from verbale.web import api, pages, pictures, take
from verbale.web.desk import Desk
from verbale.web.found import Finder
from verbale.web.guard import HEADERS, Guard
from verbale.web.joiner import Joiner
from verbale.web.kept import Kept
from verbale.web.look import templates
from verbale.web.settings import Settings
from verbale.web.visit import House, Visit, rendered

THREADS = 8
"""So many pages are made at once."""
STATIC = Path(__file__).parent / "static"
LARGEST_FORM = 64 * 1024
Page = Callable[[Visit], Response]
_LOST = {404: "there is no such page", 405: "that cannot be done here"}
_FAULT = "a fault in Verbale; please report it"


class Reader:
    """The record and all that makes pages of it."""

    def __init__(self, settings: Settings) -> None:
        self.guard = Guard(settings)
        self.desk = Desk(settings.path)
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="reader")
        self.house = House(settings, templates(), Finder(), self.guard.mark, self.desk, Kept(), Joiner(self.desk), self.threads)

    def endpoint(self, page: Page) -> Callable[[Request], Awaitable[Response]]:
        """The page as Starlette wants it: made in a thread of our own, which has the record open."""

        async def answer(request: Request) -> Response:
            refusal = self.refusal(request)
            form = {} if refusal or request.method != "POST" else await _form(request)
            if refusal is None and request.method == "POST" and not self.guard.fits(form.get("mark", "")):
                refusal = self.failure(request, 403, "This form is not from a page of this reader; load the page again.")
            if refusal is not None:
                return refusal
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self.threads, self._made, page, request, form)

        return answer

    def _made(self, page: Page, request: Request, form: dict[str, str]) -> Response:
        try:
            return page(Visit(self.house, request, self.desk.record(), self.desk.columns(), form))
        except UnknownError as error:
            return self.failure(request, 404, str(error))
        except UnfitError as error:
            return self.failure(request, 400, str(error))
        except RecordError as error:
            return self.failure(request, 503, str(error))

    def refusal(self, request: Request) -> Response | None:
        """The answer to one who is not let in; people are asked for the token on a page that tells nothing of the record."""
        refusal = self.guard.refuses(request)
        if refusal is not None and refusal.status_code == 401 and not request.url.path.startswith("/api/"):
            page = self.house.templates.get_template("token.html").render(tried=bool(request.query_params.get("token")))
            return Response(page, 401, media_type="text/html")
        return refusal

    def failure(self, request: Request, status: int, words: str) -> Response:
        """A page, or to programs an object, that says what is wrong."""
        named = words.startswith(self.house.settings.path.name)  # a file keeps its name
        sentence = (words[:1] if named else words[:1].upper()) + words[1:].rstrip(".") + "."
        if request.url.path.startswith("/api/"):
            return JSONResponse({"error": sentence}, status)
        page = rendered(self.house, request, "failure.html", status=status, sentence=sentence)
        return Response(page, status, media_type="text/html")


def app(settings: Settings) -> Starlette:
    """The application that serves a record; raises `RecordError` where it cannot be read."""
    reader = Reader(settings)
    reader.threads.submit(reader.desk.columns).result()

    async def lost(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        words = {404: "there is no such page", 405: "that cannot be done here"}.get(
            status, "a fault in Verbale; please report it"
        )
        return reader.refusal(request) or reader.failure(request, status, words)

    routes: list[BaseRoute] = [
        Route(path, reader.endpoint(page), methods=[method])
        for table in (pages.ROUTES, pictures.ROUTES, take.ROUTES, api.ROUTES)
        for path, page, method in table
        if method == "GET" or settings.edit
    ]
    routes.append(Mount("/static", StaticFiles(directory=STATIC)))
    made = Starlette(routes=routes, exception_handlers={HTTPException: lost, 500: lost})
    made.add_middleware(Covers)
    made.state.reader = reader
    return made


class Covers:
    """Puts our headers on every answer, whoever gives it."""

    def __init__(self, app: Callable[..., object]) -> None:
        self._app = app

    async def __call__(self, scope: dict[str, object], receive: object, send: Callable[..., object]) -> None:
        async def covered(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                told = list(message.get("headers", []))  # type: ignore[call-overload]
                message["headers"] = told + [(k.lower().encode(), v.encode()) for k, v in HEADERS.items()]
            await send(message)  # type: ignore[misc]

        await self._app(scope, receive, covered)  # type: ignore[misc]


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form, the last one of each name; nothing of one that is too large or no form."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return {}
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_FORM:
            return {}
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=200))
