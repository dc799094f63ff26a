"""A source is the text exactly as read, in NFC, or a clear reason why it is no report."""

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnreadableSourceError
from graph.source import Source, iso_day, unreadable

TEXT = "Hội nghị khai mạc sáng nay.\r\nCác đại biểu về dự đông đủ."


def test_text_is_nfc_and_otherwise_untouched() -> None:
    source = Source.from_text("a", unicodedata.normalize("NFD", TEXT))
    assert source.text == TEXT
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_metadata_is_cleaned_and_a_bad_day_is_unknown() -> None:
    source = Source.from_text("a", TEXT, title="  Hội  nghị ", published="2021-02-30", publisher="", url=" http://x ")
    assert (source.title, source.published, source.publisher, source.url) == ("Hội nghị", None, None, "http://x")


@pytest.mark.parametrize(
    ("value", "day"),
    [("2021-03-04T05:06:07+07:00", "2021-03-04"), ("2021-03-04", "2021-03-04"), ("04/03/2021", None), (None, None)],
)
def test_iso_day(value: str | None, day: str | None) -> None:
    assert iso_day(value) == day


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "empty"),
        ("  \n\t ", "empty"),
        ("\x00\x01PNG\x00" * 40, "binary"),
        ("12 345 67", "no letters"),
        ("The committee met on Friday to discuss the plan and the budget.", "Vietnamese"),
        ("La réunion s'est tenue à Paris, où le comité a été présenté.", "Vietnamese"),
    ],
)
def test_unreadable_says_why(text: str, word: str) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        Source.from_text("a", text)
    assert word in str(caught.value)


def test_a_quotation_in_english_at_the_head_does_not_make_a_report_english() -> None:
    assert unreadable("Press release. " * 80 + TEXT * 60) is None


def test_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.source.MAX_CHARACTERS", 20)
    with pytest.raises(UnreadableSourceError, match="more than 20"):
        Source.from_text("a", TEXT)


def test_lone_surrogates_cannot_break_what_is_written_later() -> None:
    assert Source.from_text("a", TEXT + "\udc80").text.encode("utf-8")


@given(st.text())
def test_any_text_is_a_source_or_refused(text: str) -> None:
    try:
        source = Source.from_text("a", text)
    except UnreadableSourceError:
        return
    assert unicodedata.is_normalized("NFC", source.text)
