"""`/data`: the dataset as a catalogue entry (DCAT 3) and in figures (VoID), dumps with hash, and the feed."""

import gzip
import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import IO, cast
from xml.sax.saxutils import escape

from flask import Blueprint, Response, abort, current_app, request, send_file
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, BNode, Graph, Literal, Namespace, URIRef

from graph.export import FORMATS, export
from graph.stores.base import Store
from ontology.base import BASE
from ontology.namespaces import VPG, bind_prefixes
from service import wording
from service.journal import Journal
from service.origin import public_root
from service.reading import counted, path_of, reading, settings
from service.rendering import page, render, wants_html

bp = Blueprint("data", __name__)
VOID = Namespace("http://rdfs.org/ns/void#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
DUMPS = {"nquads": "nq.gz", "trig": "trig.gz", "csv": "csv.zip", "gexf": "gexf.gz", "graphml": "graphml.gz"}
MEDIA = {
    "nquads": "application/n-quads",
    "trig": "application/trig",
    "csv": "application/zip",
    "gexf": "application/gexf+xml",
    "graphml": "application/graphml+xml",
}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_LOCK = Lock()
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump of one revision: its file, bytes, SHA-256."""

    form: str
    path: Path
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """Return the name under which it is sent."""
        return self.path.name


def _store() -> Store:
    store: Store = current_app.extensions["vpg.store"]
    return store


def _folder() -> Path:
    return settings().state / "dumps" / hashlib.sha256(_store().revision.encode()).hexdigest()[:12]


def made(form: str, *, make: bool = False) -> Dump | None:
    """Return the dump of this revision; None where it was not made yet and `make` is False."""
    path = _folder() / f"vpg.{DUMPS[form]}"
    if not path.is_file():
        if not make:
            return None
        with _LOCK:
            if not path.is_file():
                _write(form, path)
    digest_path = path.with_suffix(path.suffix + ".sha256")
    return Dump(form, path, path.stat().st_size, digest_path.read_text("ascii").split()[0])


def _write(form: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("wb") as raw:
        if path.name.endswith(".gz"):
            with gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as packed:
                export(_store(), form, cast(IO[bytes], packed))
        else:
            export(_store(), form, raw)
    with part.open("rb") as whole:
        digest = hashlib.file_digest(whole, "sha256").hexdigest()
    path.with_suffix(path.suffix + ".sha256").write_text(f"{digest}  {path.name}\n", "ascii")
    part.replace(path)
    for other in path.parent.parent.iterdir():  # dumps of former revisions
        if other != path.parent and other.is_dir():
            for old in other.iterdir():
                old.unlink()
            other.rmdir()


@bp.get("/data")
def data() -> Response:
    """Show the catalogue entry, or send it as RDF."""
    counts = counted(reading())
    if request.args.get("format") or not wants_html():
        best = request.accept_mimetypes.best_match(["text/turtle", "application/ld+json", "application/rdf+xml"])
        wished = request.args.get("format") or {"application/ld+json": "jsonld", "application/rdf+xml": "rdf"}.get(
            best or "", "ttl"
        )
        return _rdf(counts, wished)
    documents = counts.get(str(VPG.SourceDocument), 0)
    facts = sum(n for c, n in counts.items() if c.rpartition("#")[2] in FACTS)
    journal = Journal(settings().state)
    journal.revision(_store().revision, documents, facts)
    return render(
        "data.html",
        counts=sorted(counts.items(), key=lambda item: -item[1]),
        dumps=[(form, made(form)) for form in DUMPS],
        licence=LICENCE,
        history=journal.revisions()[:20],
    )


FACTS = {"Participation", "TenureReport", "RankHolding", "AwardConferral", "ReportedStatistic", "Statement"}


def _rdf(counts: dict[str, int], wished: str) -> Response:
    formats = {
        "ttl": ("turtle", "text/turtle"),
        "jsonld": ("json-ld", "application/ld+json"),
        "rdf": ("xml", "application/rdf+xml"),
    }
    if wished not in formats:
        abort(406, f"format is one of {', '.join(formats)}")
    name, media_type = formats[wished]
    text = catalogue_entry(counts, public_root(), (made(form) for form in DUMPS)).serialize(format=name)
    return Response(text, content_type=media_type, headers={"Access-Control-Allow-Origin": "*", "Vary": "Accept"})


def catalogue_entry(counts: dict[str, int], root: str, dumps: Iterable[Dump | None]) -> Graph:
    """Describe the dataset: https://www.w3.org/TR/vocab-dcat-3/ and https://www.w3.org/TR/void/."""
    graph = bind_prefixes(Graph())
    graph.bind("void", VOID)
    graph.bind("spdx", SPDX)
    data = URIRef(BASE + "dataset")
    endpoint = URIRef(f"{root}/sparql")
    graph.add((data, RDF.type, DCAT.Dataset))
    graph.add((data, RDF.type, VOID.Dataset))
    for lang in wording.LANGUAGES:
        graph.add((data, DCTERMS.title, Literal(wording.say(lang, "site.name"), lang=lang)))
        graph.add((data, DCTERMS.description, Literal(wording.say(lang, "home.lead"), lang=lang)))
    for predicate, value in (
        (DCTERMS.license, URIRef(LICENCE)),
        (DCTERMS.identifier, Literal(_store().revision)),
        (DCAT.landingPage, URIRef(f"{root}/data")),
        (FOAF.homepage, URIRef(f"{root}/")),
        (VOID.sparqlEndpoint, endpoint),
        (VOID.uriSpace, Literal(BASE)),
        (VOID.vocabulary, URIRef(BASE + "def")),
        (DCTERMS.spatial, URIRef(BASE + "id/place/viet-nam")),
    ):
        graph.add((data, predicate, value))
    service = URIRef(f"{root}/sparql#service")
    graph.add((service, RDF.type, DCAT.DataService))
    graph.add((service, DCAT.endpointURL, endpoint))
    graph.add((service, DCAT.servesDataset, data))
    for name, count in sorted(counts.items()):
        part = BNode()
        graph.add((data, VOID.classPartition, part))
        graph.add((part, VOID["class"], URIRef(name)))
        graph.add((part, VOID.entities, Literal(count)))
    done = {dump.form: dump for dump in dumps if dump}
    for form in DUMPS:
        address = URIRef(f"{root}/data/vpg.{DUMPS[form]}")
        graph.add((data, DCAT.distribution, address))
        graph.add((data, VOID.dataDump, address))
        graph.add((address, RDF.type, DCAT.Distribution))
        graph.add((address, DCAT.downloadURL, address))
        graph.add((address, DCTERMS.license, URIRef(LICENCE)))
        graph.add((address, DCAT.mediaType, URIRef(f"https://www.iana.org/assignments/media-types/{MEDIA[form]}")))
        if form in done:
            check = BNode()
            graph.add((address, DCAT.byteSize, Literal(done[form].size, datatype=XSD.nonNegativeInteger)))
            graph.add((address, SPDX.checksum, check))
            graph.add((check, SPDX.algorithm, SPDX.checksumAlgorithm_sha256))
            graph.add((check, SPDX.checksumValue, Literal(done[form].sha256, datatype=XSD.hexBinary)))
    return graph


@bp.get("/.well-known/void")
def void() -> Response:
    """Lead to the description (VoID, 7.2)."""
    return Response(status=303, headers={"Location": "/data?format=ttl"})


@bp.get("/data/vpg.<path:ending>")
def dump(ending: str) -> Response:
    """Send a dump of the current revision, made when first asked for."""
    form = next((form for form, name in DUMPS.items() if name == ending.removesuffix(".sha256")), None)
    if form is None or form not in FORMATS:
        abort(404)
    for _ in range(_TRIES):
        with suppress(FileNotFoundError):  # a dump of a newer revision took its place in between
            return _sent(form, checksum=ending.endswith(".sha256"))
    abort(503, "the data change faster than they can be sent: try again")


def _sent(form: str, *, checksum: bool) -> Response:
    found = made(form, make=True)
    assert found is not None
    if checksum:
        return Response(f"{found.sha256}  {found.name}\n", content_type="text/plain")
    response = send_file(
        found.path.resolve(),  # Flask would look for it beside the application
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=found.name,
        etag=found.sha256[:16],
    )
    response.headers["Digest"] = f"sha-256={found.sha256}"
    return response


@bp.get("/feed.xml")
@page
def feed() -> Response:
    """Send the newest documents as RSS 2.0."""
    root = public_root()
    items = "".join(
        f"<item><title>{escape(row['title'].value)}</title><link>{root}{path_of(row['source'].value)}</link>"
        f'<guid isPermaLink="false">{escape(row["source"].value)}</guid></item>'
        for row in reading().ask("page/newest")
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>{wording.say('vi', 'site.name')}</title><link>{root}/</link>"
        f"<description>{wording.say('vi', 'home.newest')}</description>{items}</channel></rss>"
    )
    return Response(text, content_type="application/rss+xml; charset=utf-8")


@bp.get("/sitemap.xml")
@page
def sitemap() -> Response:
    """List the pages that a search engine should know: fixed ones and the newest documents."""
    root = public_root()
    fixed = ["/", "/queries", "/timeline", "/map", "/ontology", "/data", "/about", "/api"]
    paths = fixed + [path_of(row["source"].value) or "" for row in reading().ask("page/newest")]
    urls = "".join(f"<url><loc>{escape(root + path)}</loc></url>" for path in paths)
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    )
    return Response(text, content_type="application/xml; charset=utf-8")
