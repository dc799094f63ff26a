"""Resolution over the whole collection, held against pairs that were read and judged by hand.

`pairs.tsv` names two mentions and whether they are one. Groups: "ordinary" (drawn at random from mentions
with one name, number or day), "hard" (drawn at random from those whose posts or names differ),
"adversarial" (chosen because an earlier version was wrong about them or their kind). A person is named
by name, a document by type and number, a gathering by the code points where the report first names it.
"""

import csv
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from rdflib import URIRef

from graph.extract import extract
from graph.mention import Extraction
from graph.readers import read_all
from graph.resolve.resolution import Resolution
from graph.resolve.resolver import Resolver
from graph.source import Source

PAIRS = Path(__file__).with_name("pairs.tsv")


def pairs() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_sample_is_large_and_half_of_it_hard() -> None:
    groups = Counter(row["group"] for row in pairs())
    verdicts = Counter(row["verdict"] for row in pairs())
    assert groups["ordinary"] + groups["hard"] >= 150
    assert groups["hard"] >= groups["ordinary"]
    assert set(verdicts) == {"same", "different"} and verdicts["different"] >= 50


Found = Mapping[str, tuple[Extraction, Resolution]]


def find(found: Found, kind: str, document: str, mention: str) -> URIRef | None:
    """Return the resource of a mention; None where extraction does not find the mention any more."""
    extraction, resolution = found[document]
    if kind == "person":
        return resolution.persons.get(mention)
    if kind == "document":
        for index, cited in enumerate(extraction.legal):
            if f"{cited.type} {cited.symbol or cited.number or cited.title}" == mention:
                return resolution.documents[index]
        return None
    start, end = map(int, mention.split("-"))
    for event in extraction.events:
        if any(words.span.start < end and start < words.span.end for words in event.evidence):
            return resolution.events[event.id]
    return None


@pytest.fixture(scope="module")
def found() -> Found:
    shared = Path(__file__).resolve().parents[4] / "shared"
    places = ["corpus/conference-news.jsonl", "seeds", "eval/dev/articles", "eval/portal/articles"]
    if not all((shared / place).exists() for place in places):
        pytest.skip("needs the collection in ../shared, which is not beside this checkout")
    sources = [s for s in read_all([str(shared / place) for place in places]) if isinstance(s, Source)]
    read = [(extract(source), source) for source in sources]
    resolved = Resolver().resolve_all(read)
    return {source.id: (extraction, r) for (extraction, source), r in zip(read, resolved, strict=True)}


@pytest.mark.slow
def test_pairwise_precision_and_recall(found: Found, capsys: pytest.CaptureFixture[str]) -> None:
    counts: Counter[tuple[str, str, bool]] = Counter()
    wrong, missing = [], 0
    for row in pairs():
        left = find(found, row["kind"], row["left"], row["left_mention"])
        right = find(found, row["kind"], row["right"], row["right_mention"])
        if left is None or right is None:
            missing += 1
            continue
        counts[row["group"], row["verdict"], left == right] += 1
        if left == right and row["verdict"] == "different":
            wrong.append(row)
    with capsys.disabled():
        print(f"\n{len(pairs()) - missing} of {len(pairs())} pairs found; wrongly joined: {len(wrong)}")  # noqa: T201
        for groups in (("ordinary",), ("hard",), ("adversarial",), ("ordinary", "hard")):
            precision, recall = measure(counts, groups)
            print(f"  {' + '.join(groups):16} precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201
    assert missing <= len(pairs()) * 0.05
    precision, recall = measure(counts, ("ordinary", "hard"))
    assert precision >= 0.99 and recall >= 0.90, wrong
    assert measure(counts, ("ordinary", "hard", "adversarial"))[0] >= 0.99, wrong


def measure(counts: Counter[tuple[str, str, bool]], groups: tuple[str, ...]) -> tuple[float, float]:
    right = sum(counts[group, "same", True] for group in groups)
    joined = right + sum(counts[group, "different", True] for group in groups)
    return right / max(joined, 1), right / max(sum(counts[g, "same", j] for g in groups for j in (True, False)), 1)


@pytest.mark.slow
def test_the_order_of_the_collection_does_not_matter(found: Found, shared: Callable[[str], Path]) -> None:
    sources = [s for s in read_all([str(shared("eval/dev/articles")), str(shared("seeds"))]) if isinstance(s, Source)]
    read = [(found[source.id][0], source) for source in sources]
    one = {r.document: r for r in Resolver().resolve_all(read)}
    other = {r.document: r for r in Resolver().resolve_all(read[::-1])}
    assert {d: (r.persons, r.events, r.documents) for d, r in one.items()} == {
        d: (r.persons, r.events, r.documents) for d, r in other.items()
    }
