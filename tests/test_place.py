"""Where a record lies: a file, or a database whose password nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale import store
from verbale.errors import RecordError
from verbale.place import Server, place


def test_a_file_is_a_path_and_an_address_a_server() -> None:
    assert place("talks.db") == Path("talks.db")
    assert place(Path("postgresql")) == Path("postgresql")
    assert place("postgresql://host/talks") == Server("postgresql://host/talks")
    assert place(Server("postgres://host/talks")) == Server("postgres://host/talks")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://host/talks", "postgresql://host/talks"),
        ("postgresql://ana:s3cret@host:5433/talks", "postgresql://ana@host:5433/talks"),
        ("postgresql://ana:s3:c@ret@host/talks", "postgresql://ana@host/talks"),
        ("postgres:///talks?host=/tmp&password=s3cret&port=1", "postgres:///talks?host=/tmp&port=1"),
        ("postgresql:///talks?sslpassword=s3cret", "postgresql:///talks"),
    ],
)
def test_no_password_is_shown(url: str, shown: str) -> None:
    assert str(Server(url)) == shown
    assert "s3cret" not in repr(Server(url))


def test_a_database_has_a_name() -> None:
    assert Server("postgresql://ana@host:5433/talks?sslmode=require").name == "talks"
    assert Server("postgresql://ana@host").stem == "host"


def test_a_server_that_is_not_there_is_told_in_a_line_without_the_password() -> None:
    pytest.importorskip("psycopg", reason="the parts for PostgreSQL are not installed")
    with pytest.raises(RecordError, match=r"^postgresql://ana@127\.0\.0\.1:1/talks cannot be reached: ") as caught:
        store.open("postgresql://ana:s3cret@127.0.0.1:1/talks")
    assert "s3cret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_no_address_is_told() -> None:
    pytest.importorskip("psycopg", reason="the parts for PostgreSQL are not installed")
    with pytest.raises(RecordError, match="cannot be reached"):
        store.open("postgresql://host/talks?colour=red")


def test_missing_parts_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "verbale.store.postgresql.opening", None)
    with pytest.raises(RecordError, match=r'pip install "verbale\[postgresql\]"'):
        store.open("postgresql://host/talks")
