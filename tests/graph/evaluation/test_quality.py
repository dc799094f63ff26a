"""Extraction is as good as it was: the headline on annotated reports may not fall by more than half a point.

The recorded figures are in quality.json; `python3 vpg test tests/graph/evaluation --accept` writes new ones,
which a reviewer reads in the diff.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.evaluation.runs import EvaluationError, Run, evaluate
from graph.extract import extract

RECORDED = Path(__file__).with_name("quality.json")
SETS = {
    "seeds": ("eval/seeds/gold", "seeds"),
    "dev": ("eval/dev/gold", "eval/dev/articles"),
    "portal": ("eval/portal/gold", "eval/portal/articles"),
}
ALLOWED_FALL = 0.005
# What the product promises at the least, whatever was recorded: F1 by kind, then precision by kind.
HEADLINE = {"seeds": 0.95, "dev": 0.90, "portal": 0.90}
EVERY_KIND = {"person": 0.95, "rank": 0.90, "event.date": 0.90, "role": 0.85, "legal": 0.95, "legal.symbol": 0.90}
PARTS = {"event.place": 0.85, "event.mode": 0.90, "event.organiser": 0.85, "legal.date": 0.95, "legal.issuer": 0.91}
OTHERS = {"programme": 0.70, "award": 0.70, "statistic": 0.70}
ROLE_PRECISION = 0.93
SEED_KIND = 0.80  # every kind of fact of the five seed reports
REPORT = "Ngày 12/5/2021, UBND tỉnh Lào Cai tổ chức hội nghị dân vận. Ông Lê Văn Tám, Bí thư Tỉnh ủy Lào Cai chủ trì.\n"


@pytest.mark.parametrize("name", SETS)
def test_the_headline_has_not_fallen(
    name: str, shared: Callable[[str], Path], request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    gold, articles = SETS[name]
    run = evaluate(shared(gold), shared(articles), extract)
    with capsys.disabled():
        sys.stdout.write(f"\n{name}\n{run.score.table()}\n")
    assert not run.failed
    recorded = json.loads(RECORDED.read_text("utf-8"))
    if request.config.getoption("--accept"):
        recorded[name] = round(run.score.headline, 4)
        RECORDED.write_text(json.dumps(recorded, indent=1) + "\n", "utf-8")
    assert run.score.headline >= recorded[name] - ALLOWED_FALL
    assert run.score.headline >= HEADLINE[name]
    kinds = run.score.kinds
    below = {kind: kinds[kind].f1 for kind, floor in (EVERY_KIND | PARTS | OTHERS).items() if kinds[kind].f1 < floor}
    assert not below
    assert kinds["role"].precision >= ROLE_PRECISION
    if name == "seeds":
        assert min(outcome.f1 for outcome in kinds.values() if outcome.right or outcome.missed) >= SEED_KIND


def run_on(folder: Path, text: str) -> Run:
    (folder / "articles").mkdir(exist_ok=True)
    (folder / "articles" / "a.txt").write_text(text, "utf-8")
    return evaluate(folder / "gold", folder / "articles", extract)


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    post = {"title": "Bí thư", "org": "Tỉnh ủy Lào Cai"}
    gold = {"id": "a", "persons": [{"name": "Lê Văn Tám", "ranks": [], "posts": [post]}]}
    (tmp_path / "gold" / "a.json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
    return tmp_path


def test_a_lost_fact_is_shown_with_its_sentence(annotated: Path) -> None:
    before = run_on(annotated, REPORT)
    assert before.score.kinds["post"].f1 == 1.0
    before.save(annotated / "before.json")
    after = run_on(annotated, REPORT.replace(" Ông Lê Văn Tám, Bí thư Tỉnh ủy Lào Cai chủ trì.", ""))
    lines = "\n".join(after.changes(annotated / "before.json"))
    assert "lost: right person a: " in lines
    assert "lost: right post a" in lines
    assert "Bí thư Tỉnh ủy Lào Cai chủ trì" in lines
    assert "gained" not in lines


def test_what_is_no_saved_run_says_so(annotated: Path) -> None:
    (annotated / "x.json").write_text("[]", "utf-8")
    with pytest.raises(EvaluationError, match="no saved run"):
        run_on(annotated, REPORT).changes(annotated / "x.json")


def test_an_article_that_is_missing_is_named(annotated: Path) -> None:
    (annotated / "articles").mkdir()
    with pytest.raises(EvaluationError, match="no article a"):
        evaluate(annotated / "gold", annotated / "articles", extract)
