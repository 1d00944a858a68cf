"""The door of the reader."""

from __future__ import annotations

import socket

from verbale.cli.serving import _listening


def test_no_page_waits_for_the_word_that_its_beginning_arrived() -> None:
    with _listening("127.0.0.1", 0) as door, socket.create_connection(door.getsockname()):
        come, _ = door.accept()
        with come:
            assert come.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
