"""Every identity explains itself."""

from __future__ import annotations

from hypothesis import given, settings

from verbale.model import Kind
from verbale.people import Anchor, Judgement, Sighting, Verdict, people
from verbale.people.why import why

from .records import article, body, elsewhere, joined
from .test_join import records


def test_a_spelling_tells_its_rule() -> None:
    found = joined(article("a", "Luka Terzen"), article("b", "Luka Terzen"), article("c", "Лука Терзен", language="ru"))
    told = why(found, "c", 0)
    assert told[0] == "“Luka Terzen” and “Лука Терзен” are one person (0.90):"
    assert "Terzen and Терзен sound alike, each as its language spells it." in told


def test_a_short_name_tells_its_bearer_and_what_speaks_for_him() -> None:
    record = [s for n in range(4) for s in article(f"a{n}", "Ana Reyes", "Luka Terzen")]
    told = why(joined(record, article("b", "Reyes", "Luka Terzen"), elsewhere()), "b", 0)
    assert told[0] == "“Reyes” is no full name; this article's was told so:"
    assert "Others name both together with Luka Terzen." in told
    assert any(sentence.startswith("Nobody else of that name fits as well") for sentence in told)


def test_a_short_name_of_an_article_tells_its_full_one() -> None:
    assert why(joined(article("a", "Ana Reyes", "Reyes")), "a", 1)[:2] == (
        "The article says “Reyes” for “Ana Reyes”:",
        "Reyes stands in both names.",
    )


def test_an_office_tells_its_holder_and_the_articles() -> None:
    record = [*article("a", "President of Norway: Ana Reyes"), *article("b", "President of Norway:")]
    assert why(people(record), "b", 0) == (
        "The article says “President of Norway” without a name.",
        "Articles of 2031-05 and the months beside it give the office president (NO) by name 1 time.",
        "That is Ana Reyes.",
    )


def test_a_judgement_tells_who_and_when() -> None:
    anchors = [Anchor(Kind.PERSON, name) for name in ("Ana Reyes", "Anita Marro")]
    judgement = Judgement(Verdict.SAME, "ines", "2031-05-09T10:00:00Z", *anchors)
    found = people([*article("a", "Ana Reyes", "Ana Reyes"), *article("b", "Anita Marro")], judgements=[judgement])
    assert "ines judged so on 2031-05-09." in why(found, "b", 0)


def test_a_body_tells_its_short_form() -> None:
    found = joined(body("a", "Union of New Rivers (UNR)", "UNR"), body("b", "UNR"), body("c", "UNR"))
    assert "Articles give UNR as the short form of Union of New Rivers (UNR)." in why(found, "b", 0)


def test_nothing_is_told_of_nobody() -> None:
    assert why(joined(article("a", "Ana Reyes")), "a", 7) == ()
    assert why(joined(article("a", "Ana Reyes")), "b", 0) == ()


@given(records())
@settings(max_examples=40, deadline=None)
def test_everybody_has_a_reason(record: list[Sighting]) -> None:
    found = people(record)
    for sighting in record:
        if found.person(sighting.article, sighting.n):
            assert why(found, sighting.article, sighting.n)
