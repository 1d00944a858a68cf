"""A record on a server of PostgreSQL's: what is refused, what is waited for, and that it finds what a file finds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import onserver
import pytest
from click.testing import CliRunner

from verbale import read_files, store
from verbale.cli import main
from verbale.errors import Code, RecordError
from verbale.export import Medium, forms
from verbale.place import Server
from verbale.store import Record, migrations
from verbale.store import record as record_room
from verbale.store.file import RowError
from verbale.store.opening import open_file, open_place

from .making import READING, saying

pytestmark = pytest.mark.skipif(not onserver.URL, reason="no PostgreSQL: VERBALE_TEST_STORE names none")
EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"


@pytest.fixture
def server() -> Server:
    """An empty schema."""
    return onserver.new_server()


@pytest.fixture
def record(server: Server) -> Iterator[Record]:
    with store.open(server) as made:
        made.add(READING)
        yield made


def tell(server: Server, *words: str) -> list[Any]:
    """What another program says to the server."""
    import psycopg

    with psycopg.connect(server.url, autocommit=True) as other:
        answers = [other.execute(one.encode()) for one in words]
        return answers[-1].fetchall() if answers[-1].description else []


# ---------------------------------------------------------------- opening


def test_nothing_is_made_for_a_reader(server: Server) -> None:
    with pytest.raises(RecordError, match="holds no record"):
        store.open(server, readonly=True)
    assert tell(server, "SELECT 1 FROM pg_tables WHERE schemaname = current_schema()") == []


@pytest.mark.parametrize("readonly", [True, False])
def test_tables_of_another_program_are_refused_and_left_alone(server: Server, readonly: bool) -> None:
    tell(server, "CREATE TABLE recipe (name text)")
    with pytest.raises(RecordError, match="another program"):
        store.open(server, readonly=readonly)
    assert tell(server, "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()") == [("recipe",)]


@pytest.mark.parametrize("readonly", [True, False])
def test_a_newer_record_is_refused_in_one_line(record: Record, server: Server, readonly: bool) -> None:
    tell(server, f"UPDATE verbale SET version = {migrations.LATEST + 1}")
    with pytest.raises(RecordError, match="written by a newer Verbale") as caught:
        store.open(server, readonly=readonly)
    assert "\n" not in str(caught.value)


def test_an_older_record_must_first_be_opened_for_writing(record: Record, server: Server) -> None:
    tell(server, "UPDATE verbale SET version = 1")
    with pytest.raises(RecordError, match="older Verbale"):
        store.open(server, readonly=True)


def test_an_older_record_is_brought_up_to_date(record: Record, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    from verbale.store.postgresql import opening

    more = "CREATE TABLE more (n INTEGER) STRICT; -- more\nINSERT INTO more VALUES (1);\n"
    monkeypatch.setattr(opening, "LATEST", migrations.LATEST + 1)
    monkeypatch.setattr(opening, "step", lambda version, dialect: {migrations.LATEST: more}[version])
    for _ in range(2):
        with store.open(server) as newer:
            assert newer.reading("a_norland") == READING
    assert tell(server, "SELECT n FROM more") == [(1,)]


def test_all_steps_make_what_the_schema_says(server: Server) -> None:
    from verbale.store.postgresql.connection import Connection
    from verbale.store.postgresql.opening import _run

    shapes: list[object] = []
    steps = [migrations.step(version, dialect="postgresql") for version in range(migrations.LATEST)]
    for place, scripts in ((server, steps), (onserver.new_server(), [migrations.schema()])):
        connection = Connection(place, readonly=False)
        for script in scripts:
            _run(connection, script)
        connection.close()
        shapes.append(shape(place))
    assert shapes[0] == shapes[1]


def shape(server: Server) -> object:
    """Columns, indices and constraints."""
    columns = tell(
        server,
        "SELECT table_name, column_name, data_type, is_nullable, collation_name FROM information_schema.columns "
        "WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position",
    )
    indices = tell(server, "SELECT indexdef, schemaname FROM pg_indexes WHERE schemaname = current_schema()")
    checks = tell(
        server,
        "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = current_schema()::regnamespace",
    )
    return columns, sorted(i.replace(f"{s}.", "") for i, s in indices), sorted(checks)


def test_without_a_record_the_way_to_make_one_is_told(server: Server) -> None:
    for command in ("said", "check", "info"):
        result = CliRunner().invoke(main, [command, "--record", server.url])
        assert result.exit_code == 1
        assert "there is no record postgresql://" in result.output
        assert "verbale read FOLDER --record" in result.output
    assert tell(server, "SELECT 1 FROM pg_tables WHERE schemaname = current_schema()") == []


# ---------------------------------------------------------------- asking


def test_the_server_understands_every_question(record: Record, server: Server) -> None:
    from verbale.store.postgresql import dialect

    folder = Path(store.__file__).parent / "queries"
    names = {path.stem for path in folder.rglob("*.sql")} - {
        f"rebuild_{table}_index" for table in ("statement", "settled", "article")
    }
    assert len(names) > 150
    for name in names:
        numbers: dict[str, str] = {}
        text = dialect.question(name, defaultdict(int))
        text = re.sub(r"%\((\w+)\)s", lambda found: numbers.setdefault(found[1], f"${len(numbers) + 1}"), text)  # noqa: B023
        tell(server, f"PREPARE asked AS {text.replace('%%', '%')}")


def test_an_article_is_added_in_few_questions(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a network each of them waits for an answer."""
    from verbale.store.postgresql.connection import Connection

    asked: list[str] = []
    with store.open(server) as record:
        ask = Connection.execute
        monkeypatch.setattr(Connection, "execute", lambda self, sql, *more: asked.append(sql) or ask(self, sql, *more))
        record.add(READING)
        monkeypatch.undo()
        assert record.reading(READING.article.id) == READING
    assert len(asked) <= 12


def asks(record: Record) -> None:
    record._file.ask("article_number", id="a")


def is_stopped(_: Record) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("statement", "then", "told"),
    [(10**6, asks, RowError), (10**6, lambda _: None, RowError), (1, is_stopped, KeyboardInterrupt)],
)
def test_a_row_that_was_left_is_there_with_all_others_or_not_at_all(
    record: Record, statement: int, then: Callable[[Record], None], told: type[BaseException]
) -> None:
    """What is wrong with it is told with the next question, or at the end."""
    file = record._file
    before = list(file.ask("relays", numbers="[1]"))
    with pytest.raises(told), file.transaction():  # noqa: PT012
        file.leave("add_relay", [{"statement": statement, "n": 9, "name": "Orbit"}])
        then(record)
    assert file.ask("relays", numbers="[1]") == before
    with file.transaction():
        file.leave("add_relay", [{"statement": 1, "n": 9, "name": "Orbit"}])
    assert len(file.ask("relays", numbers="[1]")) == len(before) + 1


ODD = (
    "José O’Brien told reporters: the cease-fire holds",
    "Переговоры о мире продолжатся, сказал Йоркин ещё раз",
    "Jose\u0301 and ΑΘΗΝΑΣ and straße 5\u00bd m² ① 1e5 007",
    "über_allem ceasefire don't a.b.c 12:30 50%",
    "ice-fire and a deal of grain; the grain deal",
    "",
    "\u0301",
    "Ångström Łódź Đà Nẵng ﬁne İstanbul",
    "新闻 会议 x\u0332y",
)
ASKED = (
    'jose "cease fire" cease-fire ceasefire* cease* йоркин иоркин еще ещё мире* straße strasse αθηνας αθηνασ m² m ½ 5½ ① 007 '
    '"grain deal" "deal of grain" grain"deal "grain de"* über uber under_score over_allem über_allem a.b.c "b c" 12:30 12 50% '
    'don\'t don t* angstrom łódź lodz da nang nẵng fine ﬁne istanbul 新闻 新* xy x "" * " 1e5 1'
).split(" ")


def test_the_server_finds_what_a_file_finds(server: Server, tmp_path: Path) -> None:
    readings = [saying("Ana Reyes", words or "x", number=n, title=words) for n, words in enumerate(ODD)]
    with store.open(server) as there, Record(open_file(tmp_path / "here.db", readonly=False)) as here:
        for one in (there, here):
            one.add(readings)
        for about in (*ASKED, "grain deal", '"grain deal" holds', "a deal*"):
            for asked in ("statements", "articles"):
                found = [[s.id for s in getattr(one, asked)(about=about)] for one in (there, here)]
                assert found[0] == found[1], (asked, about)
        for speaker in ("reyes", "REY AN", "ré", "eyes", "", "reyes x"):
            assert len(list(there.statements(speaker=speaker))) == len(list(here.statements(speaker=speaker))), speaker


def test_what_was_sought_is_marked_as_in_a_file(server: Server, tmp_path: Path) -> None:
    readings = [saying("Ana Reyes", words, number=n, title=words) for n, words in enumerate(ODD) if words.strip("\u0301")]
    with store.open(server) as there, Record(open_file(tmp_path / "here.db", readonly=False)) as here:
        for one in (there, here):
            one.add(readings)
        for about in ("jose", '"cease fire"', "cease*", "grain", '"grain deal" grain', '"grain de"*', "ещё", "holds reporters"):
            pages = [one.pages for one in (there, here)]
            lit = [page.highlights(about, list(range(1, 20))) for page in pages]
            assert lit[0] == lit[1], about
            heads = [[h.words for h in page.heads(page.hit_articles(about).tolist(), about)] for page in pages]
            assert sorted(heads[0]) == sorted(heads[1]), about


def test_a_long_text_shows_the_words_around_what_was_sought(server: Server) -> None:
    words = " ".join(f"w{n}" for n in range(1000))
    with store.open(server) as record:
        record.add(saying("Ana Reyes", words))
        (number,) = record.pages.hit_articles("w500").tolist()
        (head,) = record.pages.heads([number], "w500")
        assert re.fullmatch(r"…w\d+ .* \x02w500\x03 .* w\d+…", head.words)
        assert len(head.words.split()) == 32


# ---------------------------------------------------------------- writing


def test_a_character_that_no_text_of_the_server_holds_costs_nothing_else(server: Server) -> None:
    with store.open(server) as record:
        reading = saying("Ana Reyes", "We \0 are ready")
        assert record.add(reading).new == 1
        back = record.reading(reading.article.id)
        assert back.article.text == reading.article.text.replace("\0", "\ufffd")
        assert [p.code for p in back.problems] == [Code.BROKEN_BYTES]
        assert record.add(saying("Ivo Lund", "This goes on")).new == 1


def test_long_values_are_kept(server: Server) -> None:
    with store.open(server) as record:
        long = "".join(chr(0x4E00 + n * 7919 % 20000) for n in range(5000))
        reading = saying("Ana Reyes", f"We {long} are ready", url=f"https://orbit.example/{long}")
        assert record.add(reading).new == 1
        assert len(list(record.statements(about="ready"))) == 1
        assert len(record.versions(f"https://orbit.example/{long}")) == 1


def test_an_enormous_text_is_found_by_its_words(server: Server) -> None:
    with store.open(server) as record:
        record.add(saying("Ana Reyes", "ready " + " ".join(f"wort{n}" for n in range(60_000))))
        assert len(list(record.articles(about="ready wort59999"))) == 1


def test_a_writer_waits_for_another_and_says_so_when_it_is_too_long(
    record: Record, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    from verbale.store.postgresql import connection

    with store.open(server) as other:
        monkeypatch.setattr(connection, "BEGIN", connection.BEGIN.replace("60s", "200ms"))
        with record._file.transaction(), pytest.raises(RecordError, match="is being written by another program"):
            other.add(saying("Ivo Lund", "Not now"))
        assert other.add(saying("Ivo Lund", "Now")).new == 1


def test_a_record_opened_for_reading_takes_nothing(record: Record, server: Server) -> None:
    with store.open(server, readonly=True) as reader:
        assert reader.reading("a_norland") == READING
        for write in (reader.join, lambda: reader.add(saying("Ana Reyes", "No"))):
            with pytest.raises(RecordError, match="cannot be written"):
                write()


def test_another_number_tells_that_somebody_has_written(record: Record, server: Server) -> None:
    with store.open(server, readonly=True) as reader:
        before = reader.state()
        assert reader.state() == before
        record.add(saying("Ivo Lund", "More"))
        assert reader.state() != before


def test_a_server_that_was_away_is_found_again(record: Record, server: Server) -> None:
    tell(server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'verbale'")
    with pytest.raises(RecordError, match="cannot be used"):
        record.counts()
    assert record.counts().articles == 1


def test_a_join_that_fails_leaves_what_was_there(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    from verbale.store import join

    record.join()
    before = record.counts()
    monkeypatch.setattr(join, "join_acts", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        record.join()
    assert record.counts() == before


def test_a_row_that_was_harmed_is_told(record: Record, server: Server) -> None:
    assert record.audit().whole
    tell(server, "UPDATE part SET words = 'We will be late' WHERE name = 'content'")
    assert [article for article, _ in record.audit().articles] == ["a_norland"]
    record.renew(replace(READING), anyway=True)
    record.rebuild()
    assert record.audit().whole


# ---------------------------------------------------------------- the whole way


def test_exports_and_answers_are_those_of_a_file_to_the_byte(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_room, "open_place", open_place)  # files are files here
    readings = list(read_files(EXAMPLES))
    here = tmp_path / f"{server.name}.db"  # some formats tell the name of the record
    for made in (store.open(here), store.open(server)):
        with made:
            made.add(readings)
            made.join()
    texts = [form.name for form in forms().values() if form.medium is Medium.TEXT]
    assert "jsonl" in texts
    commands = [
        *(("export", "--to", "-", "--format", name) for name in texts),
        *((name, "--json") for name in ("said", "who", "timeline", "figures", "problems", "topics")),
        ("said", "hartov", "--about", "talk*", "--json"),
        ("who", "--doubtful", "--json"),
    ]
    for command in commands:
        one, other = (answered(*command, "--record", place) for place in (here, server.url))
        assert one == other, command
        assert one


def answered(*command: object) -> str:
    """What a command writes, without what tells when and where from."""
    result = CliRunner().invoke(main, list(map(str, command)))
    assert result.exit_code == 0, result.output
    return re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*", "", result.stdout)
