"""Questions beyond the listed ones, over a small world of two reports that differ."""

import pytest

from graph.stores import open_store
from queries.catalogue import run

PREFIXES = """
PREFIX : <https://w3id.org/vpg/id/>
PREFIX award: <https://w3id.org/vpg/voc/award/>
PREFIX bound: <https://w3id.org/vpg/voc/bound/>
PREFIX cert: <https://w3id.org/vpg/voc/cert/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX recipient: <https://w3id.org/vpg/voc/recipient/>
PREFIX role: <https://w3id.org/vpg/voc/role/>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX vpg: <https://w3id.org/vpg/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
SHARED = """
:an a vpg:Person ; skos:prefLabel "Lê An"@vi . :binh a vpg:Person ; skos:prefLabel "Vũ Bình"@vi .
:chi a vpg:Person ; skos:prefLabel "Đỗ Chi"@vi .
:so a vpg:Organization , vpg:StateBody ; skos:prefLabel "Sở Y tế"@vi ; org:subOrganizationOf :tinh .
:tinh a vpg:Organization ; skos:prefLabel "Ủy ban nhân dân tỉnh"@vi .
:director a vpg:Post ; skos:prefLabel "Giám đốc Sở Y tế"@vi ; org:postIn :so ; vpg:headsBody :so .
:party-seat a vpg:Post ; skos:prefLabel "Bí thư Đảng ủy"@vi ; org:postIn :party .
:party a vpg:Organization , vpg:PartyBody ; skos:prefLabel "Đảng ủy Sở Y tế"@vi .
:meeting a vpg:Event ; skos:prefLabel "hội nghị"@vi ; schema:startDate "2020-05-01"^^xsd:date ; vpg:place :nam .
:nam a vpg:AdministrativeUnit ; skos:prefLabel "tỉnh Nam"@vi .
"""


def report(name: str, day: str, *facts: str) -> str:
    """Return one report's graph: a text, the shared things with words in it, and facts resting on them."""
    return f"""GRAPH <https://w3id.org/vpg/graph/doc/{name}> {{ {SHARED}
      <https://w3id.org/vpg/graph/doc/{name}> prov:wasDerivedFrom :{name} .
      :{name} a vpg:SourceDocument ; skos:prefLabel "{name}"@vi ; schema:datePublished "{day}"^^xsd:date ;
        vpg:text "Văn bản của {name}" .
      :ev-{name} oa:hasSource :{name} ; oa:hasSelector :sel-{name} .
      :sel-{name} oa:start 0 ; oa:end 7 ; oa:exact "Văn bản"@vi .
      {" ".join(facts)} }}"""


def fact(node: str, source: str, day: str, rest: str) -> str:
    return (
        f":{node} a vpg:ReportedFact ; vpg:reportedIn :{source} ; vpg:evidence :ev-{source} ;"
        f' vpg:certainty cert:explicit ; vpg:attestedOn "{day}"^^xsd:date ; {rest} .'
    )


def took_part(node: str, source: str, who: str, role: str) -> str:
    rest = f"vpg:participant :{who} ; vpg:inEvent :meeting ; vpg:participationRole role:{role}"
    return fact(node, source, "2020-05-01", rest)


def held(node: str, source: str, day: str, who: str, post: str = "director") -> str:
    return fact(node, source, day, f"vpg:holder :{who} ; vpg:reportedPost :{post}")


def gave(node: str, source: str, count: int) -> str:
    rest = (
        f"vpg:awardType award:bang-khen ; vpg:awardedBy :so ; vpg:recipientKind recipient:collective ;"
        f" vpg:recipientCount {count} ; vpg:presentedAt :meeting"
    )
    return fact(node, source, "2020-05-01", rest)


ONE = report(
    "one",
    "2020-05-02",
    took_part("p1", "one", "an", "chair"),
    took_part("p2", "one", "chi", "attend"),
    held("t1", "one", "2020-05-01", "an"),
    held("t2", "one", "2020-05-01", "an", "party-seat"),
    gave("a1", "one", 5),
)
TWO = report(
    "two",
    "2020-05-03",
    took_part("p3", "two", "binh", "chair"),
    held("t3", "two", "2020-07-01", "an"),
    held("t4", "two", "2021-01-01", "binh"),
    gave("a2", "two", 7),
)

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def world():  # type: ignore[no-untyped-def]
    store = open_store(":memory:")
    store.update(f"{PREFIXES} INSERT DATA {{ {ONE} {TWO} }}")

    def ask(name: str, **values: str) -> Rows:
        answer = run(store, name, values)
        return [{c: str(v).rpartition("/id/")[2] or str(v) for c, v in row.items()} for row in answer.rows()]

    return ask


def test_reports_that_name_different_chairs_and_counts_stand_side_by_side(world) -> None:  # type: ignore[no-untyped-def]
    rows = world("source/conflicts")
    assert {(row["aspect"].rpartition("#")[2], row["value"], row["otherValue"]) for row in rows} == {
        ("chaired", "an", "binh"),
        ("recipientCount", "5", "7"),
    }
    assert world("source/conflicts", report="id:one") == rows
    assert world("source/conflicts", report="id:three") == []


def test_a_fact_that_several_reports_share_is_counted_once(world) -> None:  # type: ignore[no-untyped-def]
    (row,) = [row for row in world("official/most-named") if row["official"] == "an"]
    assert (row["conferences"], row["led"], row["reports"]) == ("1", "1", "1")
    (found,) = world("entity/find", phrase="lê an")
    assert (found["thing"], found["reports"]) == ("an", "0")


def test_a_post_on_a_day_is_stated_inferred_or_unknown(world) -> None:  # type: ignore[no-untyped-def]
    def on(day: str) -> dict[str, str]:
        rows = world("official/holders", post="id:director", day=day)
        return {row["official"]: row["certainty"].rpartition("/")[2] for row in rows}

    assert on("2020-05-01") == {"an": "explicit"}
    assert on("2020-06-01") == {"an": "inferred"}, "between two reports of the same holder"
    assert on("2020-09-01") == {}, "after the last report of one, before the first of the other"
    assert on("2021-01-01") == {"binh": "explicit"}
    spans = {row["official"]: (row["firstAttested"], row["lastAttested"]) for row in world("official/holders")}
    assert spans["an"] in {("2020-05-01", "2020-07-01"), ("2020-05-01", "2020-05-01")}


def test_who_sat_together_and_in_which_roles(world) -> None:  # type: ignore[no-untyped-def]
    rows = world("official/co-attendance", official="id:an")
    assert {(row["other"]) for row in rows} == {"binh", "chi"}
    everyone = world("official/co-attendance")
    assert len(everyone) == 3, "each pair once"


def test_party_and_state_posts_of_one_person(world) -> None:  # type: ignore[no-untyped-def]
    (row,) = world("official/party-and-state")
    assert (row["official"], row["partyPost"], row["statePost"], row["source"]) == (
        "an",
        "party-seat",
        "director",
        "one",
    )


def test_people_of_a_body_and_of_what_is_below_it(world) -> None:  # type: ignore[no-untyped-def]
    assert world("organization/people", body="id:tinh") == []
    below = world("organization/people", body="id:tinh", below="true")
    assert {(row["unit"], row["official"]) for row in below} == {("so", "an"), ("so", "binh")}


def test_reports_that_do_not_mention_a_person(world) -> None:  # type: ignore[no-untyped-def]
    rows = world("source/not-mentioning", thing="id:nobody")
    assert {(row["source"], row["mentioned"]) for row in rows} == {("one", "false"), ("two", "false")}


def test_a_province_and_a_period(world) -> None:  # type: ignore[no-untyped-def]
    assert world("place/activities", place="id:nam", since="2020-05-02") == []
    assert world("conference/chairs", place="id:nam", until="2020-05-01")
    assert world("conference/chairs", place="id:nowhere") == []


def test_awards_of_a_body_are_not_added_over_reports(world) -> None:  # type: ignore[no-untyped-def]
    rows = world("award/compare", awarder="id:so")
    assert {(row["source"], row["collectives"]) for row in rows} == {("one", "5"), ("two", "7")}
