"""The group of all commands: every fault of use is told in one line, and nobody is shown a traceback for it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import Any, cast

import click

from verbale.errors import VerbaleError

WRONG_USE = 1
UNREAD = 2
STOPPED = 130


class Verbale(click.Group):
    """Commands in the order they were given in; faults end in one line on standard error and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """As click's, but wrong use exits with 1 and is one line; without `standalone_mode` faults are raised."""
        run = partial(cast("Callable[..., Any]", super().main), *args, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        prepare_streams()
        sys.exit(_exit_code(run))


class Ended(click.ClickException):
    """Ends a command with a line on standard error and an exit code of its own."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.exit_code = code  # type: ignore[misc]


def prepare_streams() -> None:
    """Whatever is printed can be: UTF-8 into files and pipes on every system, and ? where a screen has no sign."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace", newline="\n")


def _exit_code(run: Callable[[], Any]) -> int:
    """Run a command and tell what went wrong, if anything did."""
    try:
        code = run()
        sys.stdout.flush()
    except BrokenPipeError:
        return _unheard()
    except (click.Abort, click.ClickException, KeyboardInterrupt, OSError, VerbaleError) as fault:
        message, code = _verdict(fault)
        click.echo(f"verbale: {' '.join(message.split())}", err=True)
    return code if isinstance(code, int) else 0


def _verdict(fault: BaseException) -> tuple[str, int]:
    """What to tell of a fault, and the exit code."""
    if isinstance(fault, click.UsageError):
        return f"{fault.format_message()} {_hint(fault)}", WRONG_USE
    if isinstance(fault, click.ClickException):
        return fault.format_message(), fault.exit_code
    if isinstance(fault, OSError):
        return ": ".join(str(part) for part in (fault.filename, fault.strerror or fault) if part), WRONG_USE
    return (str(fault), WRONG_USE) if isinstance(fault, VerbaleError) else ("stopped", STOPPED)


def _hint(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "verbale"
    return f"(see `{path} --help`)"


def _unheard() -> int:
    """Nobody reads on, as in `verbale said | head`: no word, and none when Python closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return WRONG_USE
