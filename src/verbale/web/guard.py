"""Who is let in, and what a browser may do with what it is given."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from verbale.web.settings import Settings

COOKIE = "verbale"
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing comes from elsewhere, and nothing that stands in a page runs or styles it."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Turns away who asks under a strange name, without the token, or from a page that is not ours."""

    def __init__(self, settings: Settings) -> None:
        self._hosts, self._token, self._edit = settings.hosts, settings.token, settings.edit
        self.mark = secrets.token_urlsafe(18)
        """Stands in every form of ours; pages of others cannot know it."""

    def refuses(self, request: Request) -> Response | None:
        """The answer to a request that is not let in; None where it is."""
        if self._hosts and _host(request) not in self._hosts:
            return PlainTextResponse("Not asked for under this name.\n", 421)
        if self._token and not self._shows_token(request):
            return self._ask_for_token(request)
        if request.method not in {"GET", "HEAD"} and not (self._edit and _is_ours(request)):
            return PlainTextResponse("Nothing can be changed here.\n", 405 if not self._edit else 403)
        return None

    def fits(self, mark: str) -> bool:
        """Whether a form bears our mark."""
        return hmac.compare_digest(mark.encode(), self.mark.encode())

    def _shows_token(self, request: Request) -> bool:
        scheme, _, shown = request.headers.get("authorization", "").partition(" ")
        shown = shown if scheme.lower() == "bearer" else request.cookies.get(COOKIE, "")
        return hmac.compare_digest(shown.encode(), self._token.encode())

    def _ask_for_token(self, request: Request) -> Response:
        """Who brings the token in the address gets it as a cookie, so that no address on a page shows it."""
        if not hmac.compare_digest(request.query_params.get("token", "").encode(), self._token.encode()):
            return PlainTextResponse("A token is needed: open the address that `verbale serve` shows.\n", 401)
        rest = request.url.remove_query_params("token")
        answer = RedirectResponse(rest.path + (f"?{rest.query}" if rest.query else ""), 303)
        answer.set_cookie(COOKIE, self._token, httponly=True, samesite="strict")
        return answer


def _host(request: Request) -> str:
    """The name in the address, without its port."""
    host = request.headers.get("host", "")
    head, _, port = host.rpartition(":")
    return (head if port.isdigit() and head else host).lower()


def _is_ours(request: Request) -> bool:
    """Whether a browser says that the form stands on a page of ours; one that says nothing is no proof of anything."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    return origin is None or urlsplit(origin).netloc == request.headers.get("host", "")
