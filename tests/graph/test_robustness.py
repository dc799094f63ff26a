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
from graph.extract import extract
from graph.source import Source
from tests.graph.noise import ALPHABET, PIECES, check, mutated

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*.md"))


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


@pytest.mark.parametrize("last", ["Trưởng ban C", "Giám đốc Bệnh viện Đ", "Hiệu trưởng Trường T", "Tổ trưởng Tổ B"])
def test_a_report_that_breaks_off_in_the_name_of_a_body(last: str) -> None:
    check(f"Tin vắn\n\nĐây là ý kiến của Thứ trưởng Lê Văn Tám, {last}")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_mutated_samples(chance: random.Random) -> None:
    check(mutated(chance.choice(SAMPLES).read_text("utf-8"), chance))


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
