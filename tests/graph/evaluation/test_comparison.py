"""Words are compared as the guidelines say: tone placement, abbreviations, days without a year."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.evaluation.comparison import overlap, same_day, words
from graph.evaluation.scoring import KINDS, Score


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("UBND TP Hà Nội", "Ủy ban nhân dân thành phố Hà Nội"),
        ("Ban Bí thư T.Ư", "Ban Bí thư Trung ương"),
        ("“Tự quản”, ANTT", "tự quản an ninh trật tự"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
    ],
)
def test_two_ways_to_write_one_thing(left: str, right: str) -> None:
    assert words(left) == words(right)


def test_tones_are_kept_apart() -> None:
    assert words("Nguyễn Đức Thanh") != words("Nguyễn Đức Thành")


def test_overlap_counts_shared_words() -> None:
    assert overlap("tự quản tự phòng", "tự quản") == pytest.approx(2 * 2 / 6)
    assert overlap(None, None) == 1.0
    assert overlap("a", None) == 0.0


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [("2022-11-23", "--11-23", True), ("2022-11-23", "2021-11-23", False), (None, "2021-11-23", False)],
)
def test_a_day_without_a_year_agrees_with_any_year(left: str | None, right: str, same: bool) -> None:
    assert same_day(left, right) is same


def test_our_score_equals_the_annotated_sets_own_scorer(shared: Callable[[str], Path], tmp_path: Path) -> None:
    """Spoilt gold facts are scored by both; every type has to agree."""
    import random

    chance = random.Random(3)
    gold_folder, score = shared("eval/dev/gold"), Score()
    for path in sorted(gold_folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        spoilt = json.loads(path.read_text("utf-8"))
        for key in ("persons", "events", "legal", "programmes", "awards", "statistics"):
            spoilt[key] = [item for item in spoilt[key] if chance.random() > 0.2]
            for item in spoilt[key]:
                for name, value in item.items():
                    if isinstance(value, str) and chance.random() < 0.1:
                        item[name] = " ".join(value.split()[:-1]) or "x"
        (tmp_path / path.name).write_text(json.dumps(spoilt), "utf-8")
        score.add(path.stem, gold, spoilt)
    command = [sys.executable, str(shared("eval/score.py")), str(gold_folder), str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert theirs["headline"] == pytest.approx(score.headline, abs=1e-4)
    for kind in KINDS:
        assert theirs["types"][kind]["f1"] == pytest.approx(score.kinds[kind].f1, abs=1e-4), kind


def test_a_share_of_nothing_is_a_dash() -> None:
    score = Score()
    score.kinds["person"].right.append(("a", "x"))
    score.kinds["rank"].missed.append(("a", "x"))
    score.kinds["post"].wrong.append(("a", "x"))
    lines = {line.split()[0]: line.split()[1:4] for line in score.table().splitlines()[1:-1]}
    assert lines["person"] == ["1.000", "1.000", "1.000"]
    assert lines["rank"] == ["–", "0.000", "0.000"]
    assert lines["post"] == ["0.000", "–", "0.000"]
    assert lines["award"] == ["–", "–", "–"]
