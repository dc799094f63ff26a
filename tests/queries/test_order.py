"""What a question shows first: what reports state, the newest of it; what they do not state comes last."""

import pytest

from graph.stores import open_store
from queries.catalogue import catalogue, run

PREFIXES = """
PREFIX cert: <https://w3id.org/vpg/voc/cert/>
PREFIX id: <https://w3id.org/vpg/id/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX role: <https://w3id.org/vpg/voc/role/>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX vpg: <https://w3id.org/vpg/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
NAMED = """
id:an skos:prefLabel "Trần An"@vi , "Tran An"@en .
role:direct skos:prefLabel "chỉ đạo"@vi , "directs"@en . role:attend skos:prefLabel "dự"@vi .
"""


def event(name: str, day: str, *roles: str) -> str:
    """Return a gathering of a report of its own, in which one person has roles."""
    dated = f'; schema:startDate "{day}"^^xsd:date ' if day else ""
    parts = "".join(
        f"[] vpg:inEvent id:{name} ; vpg:participant id:an ; vpg:participationRole role:{role} ; "
        f"vpg:reportedIn id:report-{name} ; vpg:certainty cert:explicit ; "
        f'vpg:evidence [ oa:hasSelector [ oa:exact "đồng chí An {role}" ] ] .\n'
        for role in roles
    )
    return f"id:{name} a vpg:Event ; vpg:evidence [ oa:hasSource id:report-{name} ] {dated}.\n{parts}"


def test_stated_chairs_come_first_and_the_newest_of_them() -> None:
    events = [
        event("silent-new", "2024-05-01", "direct", "attend"), event("undated", "", "chair"),
        event("old", "2019-02-03", "chair"), event("new", "2023-11-12", "co-chair"), event("silent", "", "attend"),
    ]  # fmt: skip
    store = open_store(":memory:")
    store.update(f"{PREFIXES} INSERT DATA {{ {NAMED} {' '.join(events)} }}")
    rows = run(store, "conference/chairs").rows()
    told = [(str(row["conference"]).rpartition("/")[2], str(row["chairStated"])) for row in rows]
    assert told == [
        ("new", "true"), ("old", "true"), ("undated", "true"), ("silent-new", "false"), ("silent", "false"),
    ]  # fmt: skip
    assert (str(rows[3]["otherRoles"]), str(rows[3]["words"])) == ("Trần An: chỉ đạo", "đồng chí An direct")
    assert (str(rows[4]["otherRoles"]), str(rows[4]["words"])) == ("", "")
    inside = run(store, "conference/chairs", {"since": "2023-01-01"}).rows()
    assert [str(row["chairStated"]) for row in inside] == ["true", "false"]
    store.close()


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("conference/chairs", "chairStated"),
        ("conference/organisers", "organiserStated"),
        ("conference/reviews", "reviewStated"),
        ("organization/steering-committees", "headStated"),
        ("legal-document/details", "dateStated"),
        ("programme/by-conference", "tieStated"),
    ],
)
def test_what_is_not_stated_comes_last(name: str, stated: str, samples) -> None:  # type: ignore[no-untyped-def]
    query = catalogue()[name]
    told = [str(row[stated]) for row in run(samples, name).rows()]
    assert told == sorted(told, reverse=True)
    assert stated in query.columns
    assert "true" in told


def test_closing_speeches_that_tell_who_presided_come_first_and_the_newest_of_them() -> None:
    events = [
        event("other-chair", "2024-05-01", "conclude"), event("old", "2019-02-03", "conclude"),
        event("both", "2020-02-03", "conclude", "chair"), event("undated", "", "conclude"),
    ]  # fmt: skip
    other = "[] vpg:inEvent id:other-chair ; vpg:participant id:be ; vpg:participationRole role:chair ."
    store = open_store(":memory:")
    store.update(f"{PREFIXES} INSERT DATA {{ {NAMED} {' '.join(events)} {other} }}")
    rows = run(store, "conference/closing-speeches").rows()
    told = [
        (str(row["conference"]).rpartition("/")[2], str(row.get("presiding", "")).rpartition("/")[2]) for row in rows
    ]
    assert told == [("both", "explicit"), ("old", "inferred"), ("undated", "inferred"), ("other-chair", "")]
    store.close()


def test_holders_with_a_day_come_first() -> None:
    facts = "".join(
        f"[] vpg:reportedPost id:{post} ; vpg:holder id:an ; vpg:reportedIn id:r{number} {day} .\n"
        for number, (post, day) in enumerate(
            [
                ("a", ""),
                ("b", '; vpg:attestedOn "2021-02-03"^^xsd:date'),
                ("c", '; vpg:attestedOn "2020-02-03"^^xsd:date'),
            ]
        )
    )
    store = open_store(":memory:")
    store.update(f"{PREFIXES} INSERT DATA {{ {NAMED} {facts} }}")
    rows = run(store, "official/holders").rows()
    assert [str(row["post"]).rpartition("/")[2] for row in rows] == ["b", "c", "a"]
    store.close()
