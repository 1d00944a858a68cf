"""Addresses of the web: which are taken, and which machines they may lead to.

A page on the open web may point at a router, a printer or a service of the reader's own network. So every name is looked up
here, each of its numbers must be one of the open Internet, and the connection is made to the very number that was looked at.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from verbale.errors import VerbaleError

PORTS = {"http": 80, "https": 443}
_LONGEST = 2000


class RefusedError(VerbaleError):
    """An address that is not followed; its text says why."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address leads: the machine by name and number, and what to ask it for."""

    scheme: str
    host: str
    port: int
    number: str
    target: str

    @property
    def origin(self) -> str:
        """The address of the machine: `https://news.example:8443`."""
        port = "" if PORTS[self.scheme] == self.port else f":{self.port}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{port}"


def place(address: str, *, private: bool = False) -> Place:
    """Where an address leads; looks its name up. `private` allows machines that are not of the open Internet.

    Raises `RefusedError` for what is no address of the web, and for one that leads elsewhere.
    """
    url = _parsed(address)
    host = (url.host or "").strip("[]")
    port = url.port or PORTS[url.scheme or ""]
    numbers = _numbers(host, port)
    if not private and not all(map(_is_open, numbers)):
        raise RefusedError(f"{host} is no machine of the open Internet; --allow-private reads it all the same")
    return Place(url.scheme or "", host, port, numbers[0], url.request_uri)


def joined(address: str, location: str) -> str:
    """The address that a redirection leads to."""
    return urljoin(address, location)


def _parsed(address: str) -> Url:
    try:
        url = parse_url(address)
    except (LocationParseError, ValueError) as error:
        raise RefusedError("no address") from error
    if url.scheme not in PORTS or not url.host or len(address) > _LONGEST:
        raise RefusedError("no address of a page" if len(address) <= _LONGEST else "an address too long to be one")
    if url.auth:
        raise RefusedError("an address with a password in it")
    return url


def _numbers(host: str, port: int) -> list[str]:
    """The numbers of a machine, those of the older Internet first: not every network reaches the newer."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RefusedError(f"{host} is not known: {getattr(error, 'strerror', None) or error}") from error
    order = sorted(found, key=lambda one: one[0] != socket.AF_INET)
    return list(dict.fromkeys(str(one[4][0]) for one in order))


def _is_open(number: str) -> bool:
    """Whether a number belongs to the open Internet, whatever newer number an older one hides in."""
    one = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(one, ipaddress.IPv6Address):
        inner = one.ipv4_mapped or one.sixtofour or (one.teredo or (None, None))[1]
        if one in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)
        if inner is not None:
            return _is_open(str(inner))
    return one.is_global and not one.is_multicast and not one.is_reserved


_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
