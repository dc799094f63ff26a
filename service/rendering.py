"""Turns values into HTML: the template environment, links, dates, numbers, and the pages for errors."""

import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode

from flask import Flask, Response, current_app, g, render_template, request
from markupsafe import Markup, escape
from werkzeug.exceptions import HTTPException

from graph.errors import VpgError
from ontology.base import BASE
from ontology.namespaces import PREFIXES
from service import assets, days, wording
from service.labels import Labels, ontology_labels
from service.origin import public_root
from service.problem import problem_response
from service.reading import path_of, reading, settings
from service.terms import XSD, Term, shorten

SHOWN = 400  # characters of what was wrong, or was typed, that a page repeats
_PAGES: set[str] = set()
_LETTERS = {
    "vi": {
        "person": "N", "event": "S", "doc": "V", "org": "T", "initiative": "C", "post": "K", "place": "Đ",
        "source": "B", "fact": "F",
    },
    "en": {
        "person": "P", "event": "E", "doc": "D", "org": "O", "initiative": "I", "post": "T", "place": "L",
        "source": "R", "fact": "F",
    },
}  # fmt: skip


def letter(kind: str) -> str:
    """Return the letter that stands for a kind of thing, in the reader's language."""
    return _LETTERS[g.get("lang", "vi")].get(kind, "·")


def page(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view as a page whose answer depends on the store, the language and the theme only."""
    _PAGES.add(view.__name__)
    return view


def is_page(endpoint: str) -> bool:
    """Tell whether the endpoint was marked with `page`."""
    return endpoint.rpartition(".")[2] in _PAGES


def use_nonce() -> str:
    """Return a nonce for styles that a script adds; such a page is never answered from a cache."""
    g.etag = None
    g.nonce = secrets.token_urlsafe(16)
    nonce: str = g.nonce
    return nonce


def init_app(app: Flask) -> None:
    """Give templates their words and filters."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        number=lambda value: wording.number(g.lang, value),
        share=lambda value: wording.share(g.lang, value),
        date=lambda value: wording.date(g.lang, value),
        short=shorten,
        show=show_term,
        path=lambda iri: path_of(iri) or iri,
        near=lambda iri: quote(iri.replace(PREFIXES["id"], "id:", 1), safe=":/"),
        letter=letter,
    )
    app.context_processor(_context)


def _context() -> dict[str, Any]:
    lang = g.get("lang", "vi")

    def say(key: str, **values: object) -> str:
        return wording.say(lang, key, **values)

    return {
        "lang": lang,
        "theme": g.get("theme", ""),
        "t": say,
        "topic_name": _topic,
        "public_root": public_root,
        "island_words": lambda: wording.part(lang, "js"),
        "asset": assets.url,
        "here": _here,
        "term_label": term_label,
        "settings": settings(),
        "day_pattern": days.PATTERN,
        "nonce": g.get("nonce", ""),
        "base": BASE,
        "revision": current_app.extensions["vpg.store"].revision,
    }


def _topic(name: str) -> str:
    """Return the name of a folder of queries; a new folder shows its own name until it has words."""
    words = wording.words(g.lang)
    return words.get(f"topic.{name}", name)


def _here(**changes: object) -> str:
    """Return the address of this page with some arguments changed; None removes one."""
    arguments = [(k, v) for k, v in request.args.items(multi=True) if k not in changes and k not in ("lang", "theme")]
    arguments += [(k, str(v)) for k, v in changes.items() if v is not None]
    return quote(request.path) + ("?" + urlencode(arguments) if arguments else "")


def term_label(iri: str) -> str:
    """Return the label of an ontology term or concept in the reader's language."""
    known = ontology_labels().get(iri)
    return known.get(g.lang) if known else Labels().get(iri, g.lang)


def show_term(term: Term, labels: Labels) -> Markup:
    """Write a term as a reader wants it: a link with a label, a date, a number, or words in their language."""
    if term.is_iri:
        text, path = labels.get(term.value, g.lang), path_of(term.value)
        if path:
            return Markup('<a href="{}">{}</a>').format(path, text)
        if term.value.startswith(("http://", "https://")):
            return Markup('<a href="{}" rel="noreferrer">{}</a>').format(term.value, text)
        return escape(text)
    if term.is_date:
        return Markup('<time datetime="{}">{}</time>').format(
            term.value, wording.date(g.lang, term.value.removeprefix("--"))
        )
    if term.datatype == XSD + "boolean":
        return escape(wording.say(g.lang, "queries.true" if term.value in ("true", "1") else "queries.false"))
    if term.is_number:
        return escape(wording.number(g.lang, float(term.value)))
    if term.lang and term.lang != g.lang:
        return Markup('<span lang="{}">{}</span>').format(term.lang, term.value)
    return escape(term.value)


def render(template: str, status: int = 200, **values: Any) -> Response:
    """Render a page; the queries asked so far are listed in its foot."""
    html = render_template(template, asked=reading().asked, **values)
    return Response(html, status=status, content_type="text/html; charset=utf-8")


def go(path: str, status: int = 303) -> Response:
    """Send the reader to another address."""
    return Response(status=status, headers={"Location": path})


def wants_html() -> bool:
    """Tell whether the reader is a browser: it names text/html, or nothing machine-readable, on a page's path."""
    if "text/html" in request.headers.get("Accept", ""):
        return True
    return not request.accept_mimetypes.provided and not request.path.startswith(("/api", "/sparql", "/store"))


def error_response(error: Exception, status: int, reference: str = "") -> Response:
    """Answer an error as a page with a search box, or as problem+json (RFC 9457)."""
    if isinstance(error, HTTPException) and (error.response is not None or status < 400):
        return Response(error.get_response().data, status, dict(error.get_headers()))
    response = problem_response(error)
    if reference:
        response.headers["VPG-Error"] = reference
    if not wants_html():
        return response
    title, detail = VpgError.title, ""
    if isinstance(error, VpgError):
        title, detail = error.title, str(error)
    elif isinstance(error, HTTPException):
        title, detail = error.name, error.description or ""
    said = wording.words(g.get("lang", "vi"))
    title = said.get(f"status.{title.lower().replace(' ', '-')}") or said.get(f"status.{status}", title)
    page = render("error.html", status, title=title, detail=detail[:SHOWN], code=status, reference=reference)
    for name in ("Allow", "Retry-After"):
        if name in response.headers:
            page.headers[name] = response.headers[name]
    return page
