"""One evaluation run: facts extracted from annotated articles, their score, and what changed since a saved run."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.contract import to_json
from graph.errors import VpgError
from graph.evaluation.scoring import KINDS, Score
from graph.mention import Extraction
from graph.readers import Failure, read_file
from graph.source import Source

SUFFIXES = (".txt", ".md", ".html", ".docx", ".pdf")


class EvaluationError(VpgError):
    """The annotated facts or their articles are not there, or a saved run cannot be read."""

    title = "Cannot evaluate"


@dataclass(frozen=True, slots=True)
class Run:
    """A score and the facts behind it: "right" and "wrong" facts by kind, each as (document, fact)."""

    score: Score
    texts: Mapping[str, str]
    failed: tuple[Failure, ...]

    def facts(self) -> dict[str, dict[str, Any]]:
        """Return every extracted fact under a key that stays the same between runs."""
        found: dict[str, dict[str, Any]] = {}
        for kind in KINDS:
            outcome = self.score.kinds[kind]
            for verdict, facts in (("right", outcome.right), ("wrong", outcome.wrong)):
                for document, fact in facts:
                    found[f"{verdict} {kind} {document}: {_plain(fact)}"] = {"sentence": self._sentence(document, fact)}
        return found

    def save(self, path: Path) -> None:
        """Write the run for a later comparison."""
        rows = {
            kind: {"f1": round(o.f1, 4), "precision": round(o.precision, 4)} for kind, o in self.score.kinds.items()
        }
        content = {"headline": round(self.score.headline, 4), "kinds": rows, "facts": self.facts()}
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")

    def changes(self, saved: Path) -> list[str]:
        """Return a line per fact gained or lost since the run in `saved`, with its sentence.

        Raises:
            EvaluationError: `saved` is no saved run.
        """
        try:
            before = json.loads(saved.read_text("utf-8"))
            facts, headline = dict(before["facts"]), float(before["headline"])
        except (OSError, ValueError, KeyError, TypeError):
            raise EvaluationError(f"{saved} is no saved run; make one with --save {saved}") from None
        now = self.facts()
        lines = [f"headline {headline:.4f} -> {self.score.headline:.4f}"]
        for label, names, source in (
            ("gained", sorted(now.keys() - facts.keys()), now),
            ("lost", sorted(facts.keys() - now.keys()), facts),
        ):
            for name in names:
                sentence = source[name].get("sentence")
                lines.append(f"{label}: {name}" + (f"\n    “{sentence}”" if sentence else ""))
        return lines

    def _sentence(self, document: str, fact: Any) -> str | None:
        span = fact.get("span") if isinstance(fact, Mapping) else None
        text = self.texts.get(document)
        if not span or not text:
            return None
        start = max(text.rfind("\n", 0, span[0]), text.rfind(". ", 0, span[0]) + 1) + 1
        ends = [end for end in (text.find("\n", span[1]), text.find(". ", span[1])) if end >= 0]
        return " ".join(text[start : min(ends, default=len(text))].split())[:400]


def _plain(fact: Any) -> str:
    if not isinstance(fact, Mapping):
        return str(fact)
    if "fact" in fact:
        return str(fact["fact"])
    kept = {k: v for k, v in fact.items() if k in _TELLING and v not in (None, [], "")}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


_TELLING = frozenset(
    ("person", "title", "org", "name", "kind", "date", "type", "number", "symbol", "issuer")
    + ("award", "awarder", "recipient", "count", "value", "unit")
)


def evaluate(gold_folder: Path, articles: Path, extract: Callable[[Source], Extraction]) -> Run:
    """Extract every annotated article and score the facts.

    Raises:
        EvaluationError: there are no annotated facts, or an article is missing.
    """
    golds = sorted(p for p in gold_folder.glob("*.json") if p.name != "manifest.json")
    if not golds:
        raise EvaluationError(f"{gold_folder} holds no annotated facts (NAME.json)")
    score, texts, failed = Score(), {}, []
    for path in golds:
        article = next((a for s in SUFFIXES if (a := articles / f"{path.stem}{s}").is_file()), None)
        if article is None:
            raise EvaluationError(f"{articles} holds no article {path.stem} ({', '.join(SUFFIXES)})")
        try:
            gold = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            raise EvaluationError(f"{path} is no JSON: {error}") from None
        found: dict[str, Any] = {}
        for result in read_file(article):
            if isinstance(result, Failure):
                failed.append(result)
            else:
                texts[path.stem] = result.text
                found = to_json(extract(result))
        score.add(path.stem, gold, found)
    return Run(score, texts, tuple(failed))
