"""Measure how right extraction is, per type and role, for the page About: `service/measured.json`.

    python -m benchmarks.measured newspapers=GOLD_DIR,ARTICLES_DIR held-out-portal=GOLD_DIR,ARTICLES_DIR ...

Each set is annotated reports as `vpg evaluate` takes them, named as in `service.measured.SETS`. One named
`held-out-…` is measured before any rule is made after its reports. Sets that are not named keep their figures.
"""

import datetime
import json
import sys
from pathlib import Path

from graph.evaluation.runs import evaluate
from graph.extractors import extractor

FILE = Path(__file__).resolve().parents[1] / "service" / "measured.json"


def measure(gold: Path, articles: Path) -> dict[str, object]:
    """Return the number of reports and [right, wrong, missed] of each type; roles also one by one."""
    run = evaluate(gold, articles, extractor("rules"))
    kinds = {kind: [len(o.right), len(o.wrong), len(o.missed)] for kind, o in run.score.kinds.items()}
    roles: dict[str, list[int]] = {}
    for place, facts in enumerate(
        (run.score.kinds["role"].right, run.score.kinds["role"].wrong, run.score.kinds["role"].missed)
    ):
        for _, fact in facts:
            name = "role/" + str(fact["fact"]).rpartition(" | ")[2]
            roles.setdefault(name, [0, 0, 0])[place] += 1
    return {
        "day": datetime.date.today().isoformat(),
        "reports": len(run.texts),
        "kinds": kinds | dict(sorted(roles.items())),
    }


def main(arguments: list[str]) -> None:
    """Measure the sets named on the command line and write the file."""
    held = json.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}
    for argument in arguments:
        name, _, folders = argument.partition("=")
        gold, _, articles = folders.partition(",")
        held[name] = measure(Path(gold), Path(articles))
        print(name, held[name])
    rows = ",\n".join(f" {json.dumps(name)}: {json.dumps(held[name])}" for name in sorted(held))
    FILE.write_text("{\n" + rows + "\n}\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
