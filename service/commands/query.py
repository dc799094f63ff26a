"""`vpg query`: run a named query, or a file of SPARQL."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.stores.base import Store

NAME = "query"
HELP = "run a named query or a SPARQL file; without a name, list the named queries"
EXAMPLE = "vpg query conference/chairs --format csv"

ROWS, TRIPLES = ("table", "json", "xml", "csv", "tsv"), ("turtle", "ntriples")
FORMATS = {
    "table": "application/sparql-results+json",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("name", nargs="?", metavar="NAME|FILE.rq", help="a named query, or a file of SPARQL")
    parser.add_argument(
        "parameters", nargs="*", metavar="PARAM=VALUE", help="the query's parameters (or: --PARAM VALUE)"
    )
    parser.add_argument(
        "--param", action="append", default=[], metavar="PARAM=VALUE", help="the same, for scripts; may be repeated"
    )
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.add_argument(
        "--lang", choices=("vi", "en"), default="vi", help="language of the list of queries and of “not stated”"
    )
    parser.add_argument("--show", action="store_true", help="print the SPARQL instead of running it")
    parser.add_argument(
        "--store", metavar="DIR|URL", help="the graph's store (default: VPG_STORE, .vpg/store, or the samples)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Exit 0 when the query ran, also when it found nothing."""
    from graph.errors import ParameterError, QuerySyntaxError
    from queries.catalogue import catalogue
    from service.opening import default_location, reading
    from service.tables import FALSE, WORDS, text_table
    from service.wording import say

    if not arguments.name:
        for query in catalogue().questions():
            print(f"{query.name:<36} {query.question[arguments.lang]}")  # noqa: T201
        return 0
    if arguments.show:
        print(_bound(arguments))  # noqa: T201
        return 0
    location = arguments.store or default_location()
    with reading(location) as store:
        _say(f"reading {location}")
        text = _bound(arguments, store)
        try:
            answer = store.query(text, media_type=FORMATS[arguments.format])
        except QuerySyntaxError as error:
            if not arguments.name.endswith(".rq"):
                raise
            raise QuerySyntaxError(f"{arguments.name}: {error}", error.line, error.column) from None
    triples = answer.kind not in ("select", "ask")
    fitting = ("table", *TRIPLES) if triples else ROWS  # "table" is what is asked where nothing is
    if arguments.format not in fitting:
        raise ParameterError(
            f"{arguments.name} answers {'triples' if triples else 'rows'}, which {arguments.format} cannot hold; "
            f"--format may be {', '.join(TRIPLES if triples else ROWS)}"
        )
    if arguments.format == "table" and answer.kind == "select":
        words = {said: say(arguments.lang, "table.not_stated" if said in FALSE else "table.stated") for said in WORDS}
        print(text_table(answer.variables(), answer.rows(), words))  # noqa: T201
    else:
        sys.stdout.buffer.write(answer.body)
        if not answer.body.endswith(b"\n"):
            sys.stdout.buffer.write(b"\n")
    return 0


def _bound(arguments: argparse.Namespace, store: "Store | None" = None) -> str:
    """Return the SPARQL to run; with a store, things may be given by name."""
    from graph.errors import ParameterError, UnknownNameError
    from queries.catalogue import catalogue
    from queries.naming import with_names

    given = {}
    for item in [*arguments.parameters, *arguments.param]:
        key, equals, value = item.partition("=")
        if not equals:
            raise ParameterError(f"{item!r} is no PARAM=VALUE")
        given[key.strip().removeprefix("--")] = value
    if arguments.name.endswith(".rq"):
        if given:
            raise ParameterError("a file of SPARQL takes no parameters; edit its VALUES row")
        try:
            return Path(arguments.name).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UnknownNameError(f"{arguments.name} cannot be read: {error}") from None
    query = catalogue()[arguments.name]
    return query.bind(with_names(store, query.parameters, given, _say) if store else given)


def _say(what: str) -> None:
    print(f"vpg query: {what}", file=sys.stderr)  # noqa: T201
