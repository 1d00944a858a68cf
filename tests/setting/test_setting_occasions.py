"""One occasion over several statements: what is told once holds for all that was said there, and for nothing else."""

from __future__ import annotations

import pytest
from stages import settled

PUBLISHED = "2031-05-14"


def told(text: str, language: str = "en") -> list[tuple[str | None, str | None]]:
    """Day and kind of venue of each statement, in text order."""
    found = settled(text, language, published=PUBLISHED)
    return [(s.said.start, s.venue.kind if s.venue else None) for s in found]


def test_an_occasion_goes_on_with_its_speaker() -> None:
    text = (
        "Daniel Hartov said at a press conference on Tuesday that the bridge was shut. "
        "He added that the trains would wait. “Nobody is to blame,” he said."
    )
    assert told(text) == [("2031-05-13", "press conference")] * 3


def test_it_does_not_go_over_to_another_speaker() -> None:
    text = "Daniel Hartov said on Tuesday that the bridge was shut. Irena Valdova said that she knew nothing of it."
    assert told(text) == [("2031-05-13", None), (None, None)]


def test_a_new_date_ends_it() -> None:
    text = (
        "Daniel Hartov said in an interview on Tuesday that the bridge was shut. "
        "On April 2, Hartov said that it would never be shut. Hartov said the trains were late."
    )
    assert [day for day, _ in told(text)][:2] == ["2031-05-13", "2031-04-02"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Daniel Hartov said on Tuesday that the bridge was shut. Hartov has repeatedly said that it would open."),
        ("en", "Daniel Hartov said on Tuesday that the bridge was shut. Hartov had said that it would open."),
        ("ru", "Даниэль Хартов заявил во вторник, что мост закрыт. Ранее Хартов неоднократно заявлял, что мост откроют."),
        ("uk", "Даніель Гартов заявив у вівторок, що міст зачинено. Раніше Гартов неодноразово заявляв, що міст відкриють."),
    ],
)
def test_it_never_reaches_what_was_said_before(language: str, text: str) -> None:
    assert told(text, language) == [("2031-05-13", None), (None, None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "«Мост закрыт», – заявил Даниэль Хартов. Об этом он сказал на брифинге во вторник."),
        ("uk", "«Міст зачинено», – заявив Даніель Гартов. Про це він сказав на брифінгу у вівторок."),
        ("en", "“The bridge is shut,” Daniel Hartov said. He said this at a briefing on Tuesday."),
    ],
)
def test_the_sentence_behind_can_tell_the_occasion(language: str, text: str) -> None:
    assert told(text, language)[0] == ("2031-05-13", "briefing")


def test_the_headline_takes_what_the_lead_tells() -> None:
    text = (
        "Hartov: the bridge is shut\n"
        "Foreign Minister Daniel Hartov said at a briefing on Tuesday that the bridge was shut and the trains would wait.\n"
        "The bridge was built forty years ago, and has been mended more often than anybody in the town can say."
    )
    headline, *_ = settled(text, "en", published=PUBLISHED)
    assert headline.headline
    assert headline.said.start == "2031-05-13"
    assert "told in full below" in " ".join(headline.why)


def test_the_day_after_counts_from_the_date_told_last() -> None:
    text = (
        "Daniel Hartov said on April 7 that the bridge was shut. The next day, Irena Valdova said that it was not. "
        "Two days later, Marek Tonev said that he had crossed it."
    )
    assert [day for day, _ in told(text)] == ["2031-04-07", "2031-04-08", "2031-04-10"]


def test_an_audience_hears_all_of_an_occasion() -> None:
    text = "Daniel Hartov told reporters on Tuesday that the bridge was shut. He added that the trains would wait."
    assert [str(s.addressee) for s in settled(text, "en", published=PUBLISHED)] == ["reporters", "reporters"]


def test_a_paper_told_as_known_is_of_the_day_of_the_last() -> None:
    text = (
        "Daniel Hartov argued in a lawsuit filed on May 2 that the bridge was his. "
        "His complaint said that the town had sold it."
    )
    assert [day for day, _ in told(text)] == ["2031-05-02", "2031-05-02"]


def test_the_office_of_the_lead_is_named_in_the_next_sentence() -> None:
    text = (
        "A Tolmarian court official said on Tuesday that the old bridge was shut for the summer. "
        "“Nobody is to blame for the state of it,” Daniel Hartov told reporters in the port.\n"
        "Foreign Minister Irena Valdova said that the trains would wait for the autumn."
    )
    assert [day for day, _ in told(text)] == ["2031-05-13", "2031-05-13", None]


def test_the_lead_by_an_office_takes_what_is_told_of_its_name() -> None:
    text = (
        "A judge said that the bridge belonged to the town.\n"
        "The town and its neighbours have argued over it for forty years, and nobody remembers who began.\n"
        "Justice Daniel Hartov said in a ruling on Tuesday that the town had built it."
    )
    assert told(text) == [("2031-05-13", "document")] * 2


def test_an_initial_tells_a_person() -> None:
    text = (
        "Місто не прийматиме поїздів до осені, заявив один з чиновників у вівторок. "
        "«Винних немає», – сказав Д.Гартов журналістам у порту."
    )
    assert [day for day, _ in told(text, "uk")] == ["2031-05-13", "2031-05-13"]


def test_a_place_dates_nothing_said_elsewhere() -> None:
    text = (
        "Daniel Hartov told reporters in Lima on Tuesday that the old bridge was shut for the summer. "
        "According to Irena Valdova, the town has argued over it for forty years."
    )
    assert [day for day, _ in told(text)] == ["2031-05-13", None]


def test_those_who_ask_are_at_the_press_conference_told_of_before() -> None:
    text = (
        "The press conference of the transport minister was held in the old customs house on Tuesday.\n"
        "“Why is the bridge still shut, and who will pay for it?” a reporter asked."
    )
    assert told(text)[-1] == ("2031-05-13", "press conference")
