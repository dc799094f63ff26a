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
