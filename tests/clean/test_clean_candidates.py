"""All dates that might be an article's date of publication are kept, with what each rests on."""

from __future__ import annotations

from verbale.clean import clean
from verbale.model import Dated, Given, Source
from verbale.sources.html import html
from verbale.sources.metadata import stated

TEXT = "Bridge shut\nPublished: 8 May 2031, 14:30\nThe bridge at Varnesk was shut on Monday, and nobody could say for how long."


def test_what_is_given_comes_before_what_the_text_tells() -> None:
    article, _ = clean(Source(TEXT, given=Given(published="2031-05-09", language="en")))
    assert article.published == "2031-05-09"
    assert article.dates == (Dated("2031-05-09", "given"), Dated("2031-05-08T14:30", "text"))


def test_the_first_that_is_told_is_believed() -> None:
    article, _ = clean(Source(TEXT, given=Given(language="en")))
    assert (article.published, article.dates) == ("2031-05-08T14:30", (Dated("2031-05-08T14:30", "text"),))


def test_a_file_may_state_several_and_none_lies_ahead() -> None:
    raw = {"published": "2031-05-09", "date": "2031-05-08", "time": "2031-05-20"}
    assert [d.date for d in stated(raw, received="2031-05-10")] == ["2031-05-09", "2031-05-08"]


def test_a_page_may_state_several() -> None:
    words = "The bridge at Varnesk was shut on Monday, and nobody could say for how long it would stay so. " * 5
    page = (
        '<html><head><title>Bridge shut</title><meta property="article:published_time" content="2021-05-09T14:30">'
        '<meta itemprop="datePublished" content="2021-05-08"></head>'
        f"<body><article><h1>Bridge shut</h1><p>{words}</p><p>{words}</p></article></body></html>"
    )
    source = html(page.encode(), received="2031-05-10")
    assert isinstance(source, Source)
    assert {d.date[:10] for d in source.dates} == {"2021-05-09", "2021-05-08"}
    assert source.dates[0].basis == "htmldate"
