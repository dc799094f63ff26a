"""Columns brought up to date after writes hold what columns made anew would hold."""

import os
import random
from collections.abc import Iterator

import pytest

from graph.stores import Changes, assembly
from graph.stores.changes import deltas
from graph.stores.columns import FEW, Columns
from graph.stores.oxigraph import OxigraphStore
from graph.stores.writes import Write

XSD = "http://www.w3.org/2001/XMLSchema#"
LITERALS = ['"x"', '"Xã Ấp"@vi', f'"007"^^<{XSD}integer>', f'"2015-03-01"^^<{XSD}date>', '"a\\tb \\"c\\""', '""']


def built(store: OxigraphStore) -> Columns:
    file = os.memfd_create("columns")
    try:
        assembly.build(store.dump().split(b"\n"), file, graphs=True)
        return Columns(file)
    finally:
        os.close(file)


def extended(columns: Columns, writes: list[Write]) -> Columns | None:
    known = deltas(writes)
    if known is None:
        return None
    file = os.memfd_create("columns")
    try:
        assembly.extend(columns, known, file)
        return Columns(file)
    finally:
        os.close(file)


def quads(columns: Columns) -> Iterator[tuple[bytes, bytes, bytes, tuple[bytes, ...]]]:
    """Yield all triples with their graphs, read from the subjects' side; the other orders must agree."""
    term = columns.term
    for number in range(columns.size):
        for row in range(columns.s_at[number], columns.s_at[number + 1]):
            graphs = tuple(sorted(term(g) for g in columns.gs[columns.g_at[row] : columns.g_at[row + 1]]))
            yield term(number), term(columns.predicate_terms[columns.sp[row]]), term(columns.so[row]), graphs


def other_orders(columns: Columns) -> tuple[set[tuple[bytes, bytes, bytes]], set[tuple[bytes, bytes, bytes]]]:
    term, names = columns.term, columns.predicate_terms
    backward = {
        (term(columns.os[row]), term(names[columns.op[row]]), term(number))
        for number in range(columns.size)
        for row in range(columns.o_at[number], columns.o_at[number + 1])
    }
    through = {
        (term(s), term(name), term(o))
        for place, name in enumerate(names)
        for s, o in zip(columns.pairs(place).s.tolist(), columns.pairs(place).o.tolist(), strict=True)
    }
    return backward, through


def write_of(chance: random.Random) -> Write:
    def quad() -> str:
        obj = chance.choice([f"<http://e/{chance.randrange(9)}>", *LITERALS])
        return f"<http://e/{chance.randrange(9)}> <http://e/p{chance.randrange(3)}> {obj}"

    graph = f"<http://e/g{chance.randrange(4)}>"
    match chance.randrange(6):
        case 0:
            return Write(text=f"INSERT DATA {{ GRAPH {graph} {{ {quad()} . {quad()} }} {quad()} }}")
        case 1:
            return Write(text=f"DELETE DATA {{ GRAPH {graph} {{ {quad()} . {quad()} }} }} ; INSERT DATA {{ {quad()} }}")
        case 2:
            return Write(text=f"DROP SILENT GRAPH {graph}")
        case 3:
            return Write(
                text=f"PREFIX e: <http://e/> INSERT DATA {{ GRAPH e:g1 {{ e:1 e:p1 {quad().split(' ', 2)[2]} }} }}"
            )
    lines = "".join(f"{quad()} {graph} .\n" for _ in range(chance.randrange(5)))
    if chance.random() < 0.5:
        return Write(drop=[graph[1:-1]], nquads=lines.encode())
    lines += f"_:b{chance.randrange(3)} <http://e/p0> <http://e/1> {graph} .\n"
    return Write(nquads=lines.encode())


def carry_out(store: OxigraphStore, write: Write) -> None:
    if write.text:
        store.update(write.text)
    else:
        from rdflib import URIRef

        store.apply(Changes([URIRef(name) for name in write.drop], nquads=write.nquads))


def test_columns_follow_writes() -> None:
    chance = random.Random(5)
    for _ in range(30):
        with OxigraphStore() as store:
            for _ in range(6):
                carry_out(store, write_of(chance))
            columns = built(store)
            writes = [write_of(chance) for _ in range(chance.randrange(1, 6))]
            for write in writes:
                carry_out(store, write)
            found, wanted = extended(columns, writes), built(store)
            assert found is not None
            assert sorted(quads(found)) == sorted(quads(wanted)), writes
            triples = {quad[:3] for quad in quads(wanted)}
            assert other_orders(found) == (triples, triples)
            for number in range(wanted.size):
                same = found.find(wanted.term(number))
                assert same >= 0
                for name in ("dated", "amount", "strange"):
                    assert str(getattr(found, name)[same]) == str(getattr(wanted, name)[number])


@pytest.mark.parametrize(
    "text",
    [
        "DELETE WHERE { <http://e/1> ?p ?o }",
        "INSERT { ?s <http://e/p> 1 } WHERE { ?s ?p ?o }",
        "INSERT DATA { [] <http://e/p> 1 }",
        "CLEAR ALL",
        "COPY <http://e/g1> TO <http://e/g2>",
        "INSERT nonsense",
        "\x00",
    ],
)
def test_what_a_write_did_is_not_guessed(text: str) -> None:
    assert deltas([Write(text="INSERT DATA { <http://e/1> <http://e/p> 1 }"), Write(text=text)]) is None


def test_texts_can_be_searched_after_a_write() -> None:
    with OxigraphStore() as store:
        lines = "".join(f'<http://e/{i}> <http://e/name> "Tên số {i}"@vi <http://e/g> .\n' for i in range(FEW + 5))
        store.apply(Changes(nquads=lines.encode()))
        columns = built(store)
        more = (
            "INSERT DATA { <http://e/1> <http://e/name> 'Mới tinh'@vi , '' . <http://e/2> <http://e/other> 'Tên số 7' }"
        )
        found = extended(
            columns, [Write(text=more), Write(text="INSERT DATA { <http://e/3> <http://e/name> 'Tên số 7' }")]
        )
        assert found is not None
        texts = found.texts("<http://e/name>")
        assert texts is not None
        assert [found.term(n).decode() for n in texts.having("mới", 10) or []] == ['"Mới tinh"@vi']
        assert sorted(found.term(n).decode() for n in texts.having("tên số 7", 9999) or [])[:2] == [
            '"Tên số 7"',
            '"Tên số 7"@vi',
        ]
        assert found.texts("<http://e/other>") is None
