"""The graph as a network: people, bodies, gatherings and documents, with networkx.

For those who count degrees and draw pictures. Reported facts become edges: who took part in what and how,
who held a post in which body, who organised, which document a gathering is about, which body is part of which.
"""

from typing import TYPE_CHECKING, Any

from graph.stores.base import Store

if TYPE_CHECKING:
    import networkx as nx

# (query of an edge: ?a ?b, and what the edge says)
_EDGES = {
    "participation": """SELECT DISTINCT ?a ?b (STRAFTER(STR(?role), "/voc/role/") AS ?how) ?day WHERE {
        ?x a vpg:Participation ; vpg:participant ?a ; vpg:inEvent ?b ; vpg:participationRole ?role .
        OPTIONAL { ?x vpg:attestedOn ?day } FILTER NOT EXISTS { ?x vpg:certainty cert:ambiguous } }""",
    "post": """SELECT DISTINCT ?a ?b (?label AS ?how) ?day WHERE {
        ?x a vpg:TenureReport ; vpg:holder ?a ; vpg:reportedPost ?post . ?post org:postIn ?b ; skos:prefLabel ?label .
        OPTIONAL { ?x vpg:attestedOn ?day } }""",
    "organiser": "SELECT DISTINCT ?a ?b WHERE { ?b vpg:organizedBy ?a }",
    "topic": "SELECT DISTINCT ?a ?b WHERE { ?a vpg:hasTopic ?b }",
    "issuer": "SELECT DISTINCT ?a ?b WHERE { ?b vpg:issuedBy ?a }",
    "part": "SELECT DISTINCT ?a ?b WHERE { ?a org:subOrganizationOf ?b }",
}
_PREFIXES = """PREFIX vpg: <https://w3id.org/vpg/def#> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX cert: <https://w3id.org/vpg/voc/cert/>
"""
_LABELS = "SELECT ?x (MIN(STR(?l)) AS ?label) WHERE { ?x skos:prefLabel ?l FILTER(LANG(?l) = 'vi') } GROUP BY ?x"


def network(store: Store) -> "nx.MultiDiGraph[str]":
    """Return the network of a store.

    Nodes are IRIs with `kind` (person, org, event, doc, initiative) and `label`; edges have `relation`, and
    where it is known `how` (a role or post) and `day` (an ISO day).
    """
    import networkx as nx  # slow to load, and an export of a network alone needs it

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for relation, query in _EDGES.items():
        for row in store.query(_PREFIXES + query).rows():
            values: dict[str, Any] = {name: str(row[name]) for name in ("how", "day") if name in row}
            edge = f"{relation} {values.get('how', '')} {values.get('day', '')}".strip()
            graph.add_edge(str(row["a"]), str(row["b"]), key=edge, relation=relation, **values)
    labels = {str(row["x"]): str(row["label"]) for row in store.query(_PREFIXES + _LABELS).rows()}
    for node in graph:
        graph.nodes[node]["label"] = labels.get(node, node.rsplit("/", 1)[-1])
        graph.nodes[node]["kind"] = node.split("/id/", 1)[-1].split("/", 1)[0]
    return graph
