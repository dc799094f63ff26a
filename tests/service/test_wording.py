"""The interface speaks both languages, and templates hold no words of their own."""

import re
from pathlib import Path

import pytest

import service
from queries.catalogue import catalogue
from service.wording import LANGUAGES, date, number, say, words

TEMPLATES = Path(service.__file__).parent / "templates"
# Names that are the same in every language, and marks.
NEUTRAL = re.compile(
    r"Turtle|JSON-LD|JSON|N-Triples|RDF/XML|CSV|TSV|XLSX|PNG|SPARQL|SHA-256|sha256:|CC BY 4\.0|iCalendar|RSS"
    r"|sha(?=256)|\bhealth\b|\bsparql\b|DCAT \+ VoID|OpenAPI 3\.1|/health|PREFIX|curl|\.sha256|vpg\.|voc/|[×→¶·\W\d_]+"
)


def test_both_languages_have_the_same_keys_and_places() -> None:
    vi, en = words("vi"), words("en")
    assert set(vi) == set(en)
    for key, text in vi.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", en[key])), key
        assert text.strip() and en[key].strip(), key


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda p: p.name)
def test_templates_hold_no_bare_words(path: Path) -> None:
    text = path.read_text("utf-8")
    text = re.sub(r"\{%.*?%\}|\{#.*?#\}|\{\{.*?\}\}", " ", text, flags=re.DOTALL)
    text = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", text, flags=re.DOTALL)
    left = NEUTRAL.sub(" ", text.replace("&lt;", "").replace("&gt;", "").replace("&amp;", ""))
    assert not left.split(), f"words outside i18n: {left.split()[:8]}"


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda p: p.name)
def test_templates_use_words_that_exist(path: Path) -> None:
    for key in re.findall(r'\bt\("([a-z_]+\.[a-z_0-9]+)"[,)]', path.read_text("utf-8")):
        assert key in words("vi"), key


def test_islands_use_words_that_exist() -> None:
    sources = Path(service.__file__).parent / "ui" / "src"
    used = {m for path in sources.rglob("*.js") for m in re.findall(r"\bsaid\.(\w+)", path.read_text("utf-8"))}
    assert used <= {key.removeprefix("js.") for key in words("en") if key.startswith("js.")}


def test_missing_words_raise() -> None:
    with pytest.raises(KeyError):
        say("vi", "no.such.key")


@pytest.mark.parametrize(
    ("lang", "value", "shown"),
    [("vi", 133455, "133.455"), ("en", 133455, "133,455"), ("vi", 2.5, "2,5"), ("en", 0, "0")],
)
def test_numbers(lang: str, value: float, shown: str) -> None:
    assert number(lang, value) == shown


@pytest.mark.parametrize(
    ("lang", "iso", "shown"),
    [
        ("vi", "2022-11-23", "23/11/2022"), ("en", "2022-11-03", "3 Nov 2022"), ("vi", "2018-08", "08/2018"),
        ("en", "2018", "2018"), ("vi", "không", "không"), ("en", "2018-99", "99 2018"),
    ],
)  # fmt: skip
def test_dates(lang: str, iso: str, shown: str) -> None:
    assert date(lang, iso) == shown


def test_languages_are_two() -> None:
    assert LANGUAGES == ("vi", "en")


def test_every_topic_of_questions_has_a_name() -> None:
    topics = {query.topic for query in catalogue().questions()}
    assert topics <= {key.removeprefix("topic.") for key in words("vi") if key.startswith("topic.")}
