"""The server behind `verbale serve`."""

from __future__ import annotations

import getpass
import ipaddress
import secrets
import socket

import click

from verbale.cli.finding import existing
from verbale.cli.options import Serving
from verbale.place import Place

KEPT_OPEN = 75
"""Seconds for which a connection stays open though nobody asks. After five, it was shut just as the next page was asked for."""


def run(path: Place, serving: Serving) -> None:
    """Serve the record at `path` until somebody stops it; wrong use is told in one line."""
    existing(path, readonly=not serving.edit).close()  # faults of the file are told now; an older one is mended
    try:
        import uvicorn

        from verbale.web import Settings, app
        from verbale.web.settings import LOOPBACK
    except ImportError as error:
        raise click.ClickException(f'the web parts are not installed ({error.name}): pip install "verbale[web]"') from error
    alone = _is_loopback(serving.host)
    token = serving.token or ("" if alone else secrets.token_urlsafe(16))
    settings = Settings(path, serving.edit, serving.by or getpass.getuser(), token, LOOPBACK if alone else frozenset())
    with _listening(serving.host, serving.port) as door:
        made = app(settings)
        click.echo(f"{path} is open at {_address(door, token)}  (Ctrl-C stops)")
        config = uvicorn.Config(made, log_level="warning", access_log=False, lifespan="off", timeout_keep_alive=KEPT_OPEN)
        server = uvicorn.Server(config)
        server.run(sockets=[door])


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    """The open door; fails in one line where somebody else has it."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        door = socket.create_server(address[:2], family=family)
    except OSError as error:
        raise click.ClickException(f"cannot answer at {host}, port {port}: {error.strerror or error}") from error
    # Whoever comes in inherits it. Else the end of each page waits 40 ms until its beginning is known to have arrived: asyncio
    # sees to that itself only for sockets that were made as TCP by name.
    door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return door


def _address(door: socket.socket, token: str) -> str:
    host, port = door.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/{f'?token={token}' if token else ''}"
