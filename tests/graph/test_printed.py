"""Characters that print nothing and doubled spaces change no fact, and every span lies in the text as it was read."""

import random
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from rdflib import SKOS

from graph.contract import facts, to_json
from graph.extract import extract
from graph.mention import Evidence, Extraction, Span, StatisticMention
from graph.printed import Printed, moved_back, printed
from graph.quads import write
from graph.readers.plain import split_front_matter
from graph.resolve.resolver import Resolver
from graph.source import Source
from ontology.namespaces import VPG
from tests.graph.test_extract import summary

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*.md"))
NOTHING = "\u200b\ufeff\u00ad\u200e\u2060"


def read(text: str) -> Source:
    return Source.from_text("t", text)


def soiled(text: str, chance: random.Random) -> str:
    """Put between and into words what pages leave there."""
    letters = []
    for before, letter in zip(" " + text, text, strict=False):
        if letter == " " and before != " ":
            letters.append(chance.choice([" ", "  ", " \u00a0", "\u00a0", "\u00a0 ", " \u200b", "\ufeff ", "   "]))
        else:
            # No zero-width space where it would stand for a break.
            odd = letter.isalpha() and chance.random() < 0.1
            letters.append(chance.choice(NOTHING[1:]) + letter if odd else letter)
    return "".join(letters)


@pytest.mark.parametrize(
    "name",
    [
        "Lê  Văn Tám",
        "Lê\u00a0Văn\u00a0 Tám",
        "Lê V\u00adăn Tám",
        "\ufeffLê Văn\u200b Tám",
        "Lê\u200bVăn Tám",
        "Lê   Văn Tám",
    ],
)
def test_a_name_is_read_as_it_is_printed(name: str) -> None:
    text = f"Sáng 5/10, đồng chí {name}, Phó  Chủ\u200b tịch UBND\u00a0 tỉnh Hà Nam "
    text += "chủ trì hội  ngh\u00adị sơ kết công tác y tế."
    source = read(text)
    extraction = extract(source)
    (person,) = extraction.persons
    assert person.name == "Lê Văn Tám"
    assert [(p.title, p.org) for p in person.posts] == [("Phó Chủ tịch", "UBND tỉnh Hà Nam")]
    (event,) = extraction.events
    assert (event.name, [r.role for r in event.roles]) == ("hội nghị sơ kết công tác y tế", ["chair"])
    assert source.text == unicodedata.normalize("NFC", text), "what is kept stays as it was given"
    spans = [e.span for e in person.evidence]
    assert all("Lê" in printed(source.text[slice(*span)]) for span in spans)
    words = source.text[slice(*person.posts[0].evidence[0].span)]
    assert printed(words) == "Phó Chủ tịch UBND tỉnh Hà Nam"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_soiled_samples_give_the_same_facts_with_the_same_words(path: Path) -> None:
    text = printed(unicodedata.normalize("NFC", split_front_matter(path.read_text("utf-8"))[1]))
    clean, dirty = read(text), read(soiled(text, random.Random(5)))
    expected, found = extract(clean), extract(dirty)
    assert summary(found) == summary(expected)
    for (_, one), (_, other) in zip(facts(to_json(expected)), facts(to_json(found)), strict=True):
        assert [clean.text[slice(*e["span"])] for e in one["evidence"]] == [
            printed(dirty.text[slice(*e["span"])]) for e in other["evidence"]
        ]


def test_the_columns_of_a_form_stay_apart() -> None:
    assert printed("Trần Văn An      Lê Văn Tám") == "Trần Văn An      Lê Văn Tám"


def test_the_way_back() -> None:
    text = "a  b\u200bc\u00ad \u200b\u00a0 d"
    found = Printed(text)
    assert found.text == "a bc d"
    words = [Span(0, 1), Span(2, 4), Span(5, 6), Span(0, 6), Span(3, 3)]
    assert [text[slice(*found.back(span))] for span in words] == ["a", "b\u200bc", "d", text, ""]


class Marked(NamedTuple):
    at: Span


@pytest.mark.parametrize("span", [[Span(2, 3)], Marked(Span(2, 3)), {"at": Span(2, 3)}])
def test_what_has_no_known_way_back_is_refused(span: object) -> None:
    shown = Printed("a  b")
    figure = StatisticMention(1.0, "b", "b", evidence=(Evidence(Span(2, 3), "statistic"),))
    told = Extraction("t", None, None, statistics=(figure,))
    assert moved_back(told, shown).statistics[0].evidence[0] == Evidence(Span(3, 4), "statistic")
    odd = replace(told, statistics=(replace(figure, evidence=span),))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="no way back"):
        moved_back(odd, shown)


@pytest.mark.parametrize("path", SAMPLES[::3], ids=lambda p: p.stem)
def test_soiled_samples_name_the_same_things_in_the_graph(path: Path) -> None:
    text = printed(unicodedata.normalize("NFC", split_front_matter(path.read_text("utf-8"))[1]))

    def named(source: Source) -> set[tuple[str, str, str]]:
        extraction = extract(source)
        quads = write(extraction, source, Resolver().resolve(extraction, source))
        about = (SKOS.prefLabel, VPG.reportedAs, VPG.heldIn, VPG.postTitle, VPG.attributeValue)
        return {(str(s), str(p), str(o)) for s, p, o, _ in quads if p in about}

    assert named(read(soiled(text, random.Random(8)))) == named(read(text))
