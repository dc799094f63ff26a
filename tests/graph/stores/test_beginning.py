"""An error at the beginning of a request is told where it is and what it is."""

import pytest

from graph.errors import QuerySyntaxError
from graph.stores.oxigraph import OxigraphStore

FORMS = "expected SELECT, CONSTRUCT, ASK or DESCRIBE"


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("SELCT * {", 1, 1, f"{FORMS}, not SELCT"),
        ("SELCT * { ?s ?p ?o }", 1, 1, f"{FORMS}, not SELCT"),
        ("# first\nPREFIX a: <x:>\n  SELCT * {}", 3, 3, f"{FORMS}, not SELCT"),
        ("{}", 1, 1, f"{FORMS}, not {{"),
        ("INSERT DATA { <a:b> <a:c> 1 }", 1, 1, "this is an update; send it as update=..."),
        ("PREFIX : <a:>\nDELETE WHERE { ?s :p ?o }", 2, 1, "this is an update; send it as update=..."),
        ("drop all", 1, 1, "this is an update; send it as update=..."),
        ("", 1, 1, "the query is empty"),
        (" \n# nothing\n", 1, 1, "the query is empty"),
        ("PREFIX a: <x:>", 1, 15, f"nothing follows the declarations, {FORMS}"),
    ],
)
def test_queries(text: str, line: int, column: int, said: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        OxigraphStore().query(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * { ?s ?p ?o }", "line 1, column 1: this is a query; send it as query=..."),
        ("INSRT DATA {}", "line 1, column 1: expected INSERT, DELETE, LOAD"),
        ("INSERT DATA { ?x <a:b> 1 }", "Variables are not allowed"),
    ],
)
def test_updates(text: str, said: str) -> None:
    with pytest.raises(QuerySyntaxError, match="line 1") as caught:
        OxigraphStore().update(text)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "text", ["", "# nothing", "PREFIX a: <x:>", "INSERT DATA {}", "BASE <a:> WITH <g> DELETE {} WHERE {}"]
)
def test_updates_that_are_fine(text: str) -> None:
    OxigraphStore().update(text)


@pytest.mark.parametrize(
    "text", ["SELECT * {", "PREFIX x <a:>\nASK {}", "PREFIX x: a\nSELCT", "ASK { ?s ?p }", "SELECT * { \\ }"]
)
def test_what_goes_wrong_later_is_left_to_the_engine(text: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        OxigraphStore().query(text)
    assert FORMS not in str(caught.value)
    assert caught.value.line is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "SELECT * {\n ?s vpg:x 1 }",
            "line 2, column 5: vpg: is not declared; add PREFIX vpg: <https://w3id.org/vpg/def#>",
        ),
        (
            "PREFIX a: <a:>\nASK { ?s a:b 1 ; zz:c 2 }",
            "zz: is not declared; add PREFIX zz: <address>",
        ),
        ("SELECT * {", "line 1, column 11: the query ends inside { … }, which begins at line 1, column 10"),
        (
            "ASK {\n ?s ?p ?o # ...\n",
            "line 2, column 10: the query ends inside { … }, which begins at line 1",
        ),
        ("ASK { ?s ?p ?o FILTER(STRLEN(?o) > 1", "the query ends inside ( … ), which begins at line 1, column 22"),
        ("ASK { ?s ?p ?o FILTER(?o > 1 }", "line 1, column 30: expected ) before }, for the ( of line 1, column 22"),
        ("ASK { ?s ?p }", "what stands before this is incomplete"),
        ("SELECT * { ?s ?p ?o } LIMIT x", "line 1, column 29: expected HAVING, OFFSET, OPTIONAL, VALUES or a number"),
        ("ASK { ?s ) ?o", "line 1, column 10: expected"),
    ],
)
def test_a_mistake_further_on_is_told_in_words(text: str, said: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        OxigraphStore().query(text)
    assert said in str(caught.value)
    assert str(caught.value).count("line 1, column 1:") == 0
    assert f"line {caught.value.line}, column {caught.value.column}: " in str(caught.value)


def test_an_update_that_ends_too_early_is_told() -> None:
    with pytest.raises(QuerySyntaxError, match="column 26: the update ends inside"):
        OxigraphStore().update("INSERT DATA { <a:a> <a:b>")
