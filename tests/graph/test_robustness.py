"""Extraction never fails on any text: prefixes, mutations, mixed normal forms, noise of text recognition."""

import json
import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.contract import to_json
from graph.errors import UnreadableSourceError
from graph.extract import extract
from graph.source import Source

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*.md"))
ALPHABET = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐƯÔ "
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
    "0123456789.,;:-–—/()“”\"'‘’…%&\n\t\u00a0\u200b"
)  # fmt: skip
PIECES = (
    "đồng chí ", "Thượng tướng ", "Ủy viên Bộ Chính trị, ", "Bộ trưởng Bộ Công an ", "Nguyễn Văn A", "chủ trì ",
    "hội nghị ", "ngày 31/2/2019 ", "Chỉ thị số 09-CT/TW ", "UBND tỉnh ", "Bằng khen cho 10 tập thể, ", "(", "“",
    "trên 2.100 mô hình ", "; ", " - ", "về phía tỉnh có ", "\n", "phát biểu kết luận ", "do ", "các đồng chí: ",
)  # fmt: skip


def check(text: str) -> None:
    """Extract and hold every span inside the text; unreadable texts may say so."""
    try:
        source = Source.from_text("t", text)
    except UnreadableSourceError:
        return
    facts = to_json(extract(source))
    json.dumps(facts)

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if "span" in value and value["span"] is not None:
                start, end = value["span"]
                assert 0 <= start < end <= len(source.text)
            for item in value.values():
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    walk(facts)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=300))
def test_any_text(text: str) -> None:
    check(text + " ủy ban nhân dân tỉnh được tổ chức")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_order_of_the_genre_s_phrases(pieces: list[str]) -> None:
    check("".join(pieces) + " được tổ chức ở đây")


@pytest.mark.parametrize("path", SAMPLES[:3], ids=lambda p: p.stem)
def test_every_prefix_of_a_sample(path: Path) -> None:
    text = path.read_text("utf-8")
    for end in range(0, len(text), 7):
        check(text[:end])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_mutated_samples(chance: random.Random) -> None:
    check(mutated(chance.choice(SAMPLES).read_text("utf-8"), chance))


def mutated(text: str, chance: random.Random) -> str:
    """Do to a text what copying, scanning and content systems do."""
    letters = list(text)
    for _ in range(chance.randrange(1, 40)):
        at = chance.randrange(len(letters))
        match chance.randrange(6):
            case 0:
                del letters[at]
            case 1:
                letters[at] = chance.choice(ALPHABET)
            case 2:
                letters[at] = unicodedata.normalize("NFD", letters[at])
            case 3:
                letters.insert(at, chance.choice(PIECES))
            case 4:
                cut = letters[at : at + 60]
                del letters[at : at + 60]
                letters[chance.randrange(len(letters) or 1) : 0] = cut
            case _:
                letters[at] = {"l": "1", "O": "0", "ư": "u", " ": "\u00a0", ",": ";"}.get(letters[at], letters[at])
        if not letters:
            break
    return "".join(letters)


@pytest.mark.parametrize("form", ["NFD", "NFC"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_normal_forms_give_the_same_facts(path: Path, form: str) -> None:
    from graph.readers.plain import split_front_matter

    text = split_front_matter(path.read_text("utf-8"))[1]
    plain = to_json(extract(Source.from_text("t", text)))
    other = to_json(extract(Source.from_text("t", unicodedata.normalize(form, text))))
    assert plain == other


@pytest.mark.slow
def test_the_collection_is_extracted_without_a_failure(shared: Callable[[str], Path]) -> None:
    chance = random.Random(7)
    lines = shared("corpus/conference-news.jsonl").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        text = json.loads(line)["text"]
        check(text)
        if number % 5 == 0:
            check(mutated(text, chance))
            check(text[: chance.randrange(len(text))])
