"""Every check finds the defect it is for, and finds nothing in a graph without it."""

import pytest

from graph.stores import Store, open_store
from queries.catalogue import catalogue, run

PREFIXES = """
PREFIX : <https://w3id.org/vpg/id/>
PREFIX cert: <https://w3id.org/vpg/voc/cert/>
PREFIX bound: <https://w3id.org/vpg/voc/bound/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX role: <https://w3id.org/vpg/voc/role/>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX vpg: <https://w3id.org/vpg/def#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
REPORT = "https://w3id.org/vpg/graph/doc/one"
CLEAN = f"""
role:chair skos:prefLabel "chủ trì"@vi ; vpg:cue "điều hành"@vi .
<{REPORT}> prov:wasDerivedFrom :one .
:one a vpg:SourceDocument ; skos:prefLabel "Một bản tin"@vi ; schema:datePublished "2020-05-02"^^xsd:date ;
  vpg:text "Ông Lê An chủ trì hội nghị." .
:words a vpg:EvidenceSpan ; oa:hasSource :one ; oa:hasSelector :place .
:place a oa:TextPositionSelector ; oa:start 0 ; oa:end 16 ; oa:exact "Ông Lê An chủ tr"@vi .
:an a vpg:Person ; skos:prefLabel "Lê An"@vi ; vpg:evidence :words ; vpg:chaired :meeting .
:meeting a vpg:Event ; skos:prefLabel "hội nghị"@vi ; schema:startDate "2020-05-01"^^xsd:date ; vpg:evidence :words .
:dated a vpg:AttributeReport , vpg:ReportedFact ; vpg:reportedIn :one ; vpg:evidence :words ; vpg:aboutEntity :meeting ;
  vpg:attribute schema:startDate ; vpg:attributeValue "2020-05-01"^^xsd:date .
:chairing a vpg:Participation , vpg:ReportedFact ; vpg:reportedIn :one ; vpg:evidence :whole ;
  vpg:participant :an ; vpg:inEvent :meeting ; vpg:participationRole role:chair ; vpg:certainty cert:explicit .
:whole a vpg:EvidenceSpan ; oa:hasSource :one ; oa:hasSelector :sentence .
:sentence a oa:TextPositionSelector ; oa:start 0 ; oa:end 26 ; oa:exact "Ông Lê An chủ trì hội nghị"@vi .
"""
TENURE = "a vpg:TenureReport, vpg:ReportedFact ; vpg:reportedIn :one ; vpg:evidence :words ;"
PLANTED = {
    "fact-without-evidence": (":bare a vpg:ReportedFact ; vpg:reportedIn :one .", "bare"),
    "attribute-without-report": (
        ':law skos:prefLabel "Luật"@vi ; vpg:issuerName "Quốc hội"@vi .'
        ":bare a vpg:AttributeReport ; vpg:aboutEntity :law ; vpg:attribute vpg:issuerName ;"
        ' vpg:attributeValue "Chính phủ"@vi ; vpg:evidence :words .',
        "law",
    ),
    "evidence-not-in-text": (
        ":moved a vpg:EvidenceSpan ; oa:hasSource :one ; oa:hasSelector :off ."
        ':off a oa:TextPositionSelector ; oa:start 1 ; oa:end 17 ; oa:exact "Ông Lê An chủ tr"@vi .',
        "moved",
    ),
    "evidence-of-another-report": (
        ':two a vpg:SourceDocument ; skos:prefLabel "Hai"@vi ; vpg:text "x" .'
        ":stolen a vpg:ReportedFact ; vpg:reportedIn :two ; vpg:evidence :words .",
        "stolen",
    ),
    "event-after-publication": (
        ':later a vpg:Event ; skos:prefLabel "lễ"@vi ; schema:startDate "2020-05-03"^^xsd:date .',
        "later",
    ),
    "chair-without-cue": (
        ":guess a vpg:Participation , vpg:ReportedFact ; vpg:reportedIn :one ; vpg:evidence :few ;"
        " vpg:participant :an ; vpg:inEvent :meeting ; vpg:participationRole role:chair ; vpg:certainty cert:explicit ."
        ":few a vpg:EvidenceSpan ; oa:hasSource :one ; oa:hasSelector :name ."
        ':name a oa:TextPositionSelector ; oa:start 4 ; oa:end 9 ; oa:exact "Lê An"@vi .',
        "guess",
    ),
    "duplicate-document": (
        ':a-doc skos:prefLabel "a"@vi ; vpg:docType :t ; vpg:docNumber "09" ; vpg:issuedBy :o ;'
        ' vpg:issueDate "2011-12-01"^^xsd:date . :t a skos:Concept . :o a skos:Concept .'
        ':b-doc skos:prefLabel "b"@vi ; vpg:docType :t ; vpg:docNumber "09" ; vpg:issuedBy :o ;'
        ' vpg:issueDate "2011-12-01"^^xsd:date .',
        "a-doc",
    ),
    "dangling-reference": (":meeting vpg:place :nowhere .", "meeting"),
    "entity-without-label": (":nameless a vpg:Organization .", "nameless"),
    "two-labels": (':an skos:prefLabel "Lê Văn An"@vi .', "an"),
    "disjoint-classes": (":an a vpg:Organization .", "an"),
    "organization-cycle": (
        ":up org:subOrganizationOf :down . :down org:subOrganizationOf :up .",
        "down",
    ),
    "parts-exceed-total": (
        ":all vpg:value 10 ; vpg:unit :u ; vpg:valueBound bound:exact . :u a skos:Concept ."
        ":p1 vpg:partOfStatistic :all ; vpg:value 6 ; vpg:unit :u ."
        ":p2 vpg:partOfStatistic :all ; vpg:value 5 ; vpg:unit :u .",
        "all",
    ),
    "two-holders-of-one-seat": (
        ':seat skos:prefLabel "ghế"@vi ; vpg:headsBody :o . :o a skos:Concept . :ba a skos:Concept .'
        f':t1 {TENURE} vpg:reportedPost :seat ; vpg:holder :an ; vpg:attestedOn "2020-05-01"^^xsd:date .'
        f':t2 {TENURE} vpg:reportedPost :seat ; vpg:holder :ba ; vpg:attestedOn "2020-05-01"^^xsd:date .',
        "seat",
    ),
    "two-ranks-on-one-day": (
        ":r1 vpg:rankHolder :an ; vpg:rank :major ; vpg:attestedOn 1 . :major a skos:Concept ."
        ":r2 vpg:rankHolder :an ; vpg:rank :colonel ; vpg:attestedOn 1 . :colonel a skos:Concept .",
        "an",
    ),
    "shortcut-without-fact": (
        ':ba a vpg:Person ; skos:prefLabel "Ba"@vi ; vpg:chaired :meeting .'
        ":maybe vpg:participationRole role:chair ; vpg:participant :ba ; vpg:inEvent :meeting ;"
        " vpg:certainty cert:ambiguous ; vpg:evidence :whole .",
        "ba",
    ),
    "post-without-title": (
        ':minister a vpg:Post ; skos:prefLabel "Bộ trưởng"@vi ; org:role :min ; vpg:evidence :deputy .'
        ' :min skos:prefLabel "Bộ trưởng"@vi . :director a vpg:Post ; skos:prefLabel "Giám đốc"@vi ; org:role :dir ;'
        ' vpg:evidence :deputy . :dir skos:prefLabel "Giám đốc"@vi . :vice a vpg:Post ; vpg:evidence :deputy ;'
        ' skos:prefLabel "Phó Giám đốc"@vi ; org:role :vd . :vd skos:prefLabel "Phó Giám đốc"@vi .'
        ' :one vpg:text "Ông Lê An chủ trì hội nghị." .'
        " :deputy oa:hasSource :one ; oa:hasSelector :titled ."
        ' :titled oa:exact "Thứ trưởng, Phó Giám đốc" .',
        "director",
    ),
    "event-on-two-days": (':meeting schema:startDate "2020-04-30"^^xsd:date .', "meeting"),
    "report-without-text": (':lost a vpg:SourceDocument ; skos:prefLabel "Mất"@vi .', "lost"),
    "namesakes-in-one-report": (
        ':an-2 a vpg:Person ; skos:prefLabel "Lê An"@vi ; vpg:evidence :words .',
        "an",
    ),
}
# The attribute reports of what is planted, where the defect is another one.
WORDED = "a vpg:AttributeReport ; vpg:evidence :words ; vpg:aboutEntity"
REPORTED = {
    "dangling-reference": f":r {WORDED} :meeting ; vpg:attribute vpg:place ; vpg:attributeObject :nowhere .",
    "duplicate-document": "".join(
        f":r-{doc} {WORDED} :{doc} ; vpg:attribute vpg:issuedBy ; vpg:attributeObject :o ."
        f':s-{doc} {WORDED} :{doc} ; vpg:attribute vpg:issueDate ; vpg:attributeValue "2011-12-01"^^xsd:date .'
        for doc in ("a-doc", "b-doc")
    ),
    "event-after-publication": f":r {WORDED} :later ; vpg:attribute schema:startDate ;"
    ' vpg:attributeValue "2020-05-03"^^xsd:date .',
    "event-on-two-days": f":r {WORDED} :meeting ; vpg:attribute schema:startDate ;"
    ' vpg:attributeValue "2020-04-30"^^xsd:date .',
}


def store_with(planted: str = "") -> Store:
    store = open_store(":memory:")
    store.update(f"{PREFIXES} INSERT DATA {{ GRAPH <{REPORT}> {{ {CLEAN} {planted} }} }}")
    return store


def test_a_clean_graph_has_no_findings() -> None:
    store = store_with()
    assert {check.name: run(store, check.name).rows() for check in catalogue().checks()} == {
        check.name: [] for check in catalogue().checks()
    }


@pytest.mark.parametrize("name", sorted(PLANTED))
def test_a_planted_defect_is_found_by_its_check_alone(name: str) -> None:
    planted, node = PLANTED[name]
    planted += REPORTED.get(name, "")
    store = store_with(planted)
    found = {check.name for check in catalogue().checks() if run(store, check.name).rows()}
    assert found == {f"checks/{name}"}
    answer = run(store, f"checks/{name}")
    first = answer.variables()[0]
    assert {str(row[first]).rpartition("/id/")[2] for row in answer.rows()} >= {node}


def test_every_check_has_a_planted_defect() -> None:
    assert {check.name for check in catalogue().checks()} == {f"checks/{name}" for name in PLANTED}


def test_every_post_of_the_samples_is_named_by_its_title(samples: Store) -> None:
    named = samples.query(
        "PREFIX vpg: <https://w3id.org/vpg/def#> SELECT DISTINCT ?p { ?p a vpg:Post ; vpg:evidence ?e }"
    )
    assert len(named.rows()) > 10
    assert run(samples, "checks/post-without-title").rows() == []


def test_severities() -> None:
    assert {check.severity for check in catalogue().checks()} == {"violation", "warning"}
