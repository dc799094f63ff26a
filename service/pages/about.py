"""`/about`: method and limits. `/api`: the interface for programs, as a page and as OpenAPI 3.1."""

from typing import Any

from flask import Blueprint, Response, g, jsonify

from queries.catalogue import NamedQuery, catalogue
from service import wording
from service.api.questions import GRAPH, SELECT
from service.measured import measured
from service.origin import public_root
from service.reading import reading, settings
from service.rendering import page, render, wants_html

bp = Blueprint("about", __name__)
TYPES = {
    "iri": {"type": "string", "format": "iri"},
    "date": {"type": "string", "format": "date"},
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "decimal": {"type": "number"},
    "boolean": {"type": "boolean"},
}


@bp.get("/about")
@page
def about() -> Response:
    """Say where facts come from, how they are read, and what the graph must not be used for."""
    rules = reading().ask("page/rules")
    return render("about.html", rules=rules, measured=measured())


@bp.get("/api")
@page
def api() -> Response:
    """Show the interface; a program that asks for JSON gets the OpenAPI description."""
    if not wants_html():
        return openapi()
    description = describe(public_root(), g.lang)
    return render("api.html", api=description, root=public_root(), rate=settings().rate_limit)


@bp.get("/api/openapi.json")
def openapi() -> Response:
    """Send the OpenAPI 3.1 description."""
    response = jsonify(describe(public_root()))
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def describe(root: str, lang: str = "en") -> dict[str, Any]:
    """Return the OpenAPI 3.1 description: the fixed calls, and one per named query; its words in `lang`."""

    def say(key: str) -> str:
        return wording.say(lang, f"call.{key}")

    paths: dict[str, Any] = {
        "/sparql": {
            "get": _call(
                say("sparql"),
                [_parameter("query", {"type": "string"}, say("query"), required=True)],
                {"application/sparql-results+json": {}, "text/csv": {}, "text/turtle": {}},
                "/sparql?query=ASK%7B%7D",
            )
        },
        "/api/entities": {
            "get": _call(
                say("entities"),
                [
                    _parameter("q", {"type": "string"}, say("name"), required=True),
                    _parameter("class", {"type": "string"}, say("class")),
                    _parameter("limit", {"type": "integer", "maximum": 50}, say("limit")),
                ],
                {"application/json": {}},
                "/api/entities?q=cong%20an",
            )
        },
        "/api/reconcile": {
            "get": _call(
                say("bulk"),
                [
                    _parameter(
                        "queries", {"type": "string"}, 'JSON, {"q0": {"query": "Bộ Công an", "type": "vpg:Ministry"}}'
                    )
                ],
                {"application/json": {}},
                "/api/reconcile?queries=%7B%22q0%22:%7B%22query%22:%22bo%20cong%20an%22%7D%7D",
            )
        },
        "/id/{class}/{slug}": {
            "get": _call(
                say("entity"),
                [
                    _parameter("class", {"type": "string"}, "person, org, event, doc, place …", where="path"),
                    _parameter("slug", {"type": "string"}, say("slug"), where="path"),
                ],
                dict.fromkeys([*GRAPH.values(), "text/html"], {}),
                "/id/place/ninh-binh",
            )
        },
        "/api/graph": {
            "get": _call(
                say("neighbours"),
                [
                    _parameter("centre", {"type": "string"}, say("centre"), required=True),
                    _parameter("depth", {"type": "integer", "enum": [1, 2, 3]}, say("depth")),
                    _parameter("format", {"enum": ["json", "svg", "graphml", "gexf", "csv"]}, say("format")),
                ],
                {"application/json": {}},
                "/api/graph?centre=id:place/ninh-binh",
            )
        },
    }
    for query in catalogue().questions():
        paths[f"/api/queries/{query.name}"] = {"get": _question(query, lang)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Vietnam Policy Graph", "version": "1", "description": "Read-only; CORS is open."},
        "servers": [{"url": root}],
        "paths": paths,
    }


def _question(query: NamedQuery, lang: str) -> dict[str, Any]:
    formats = SELECT if query.kind in ("select", "ask") else GRAPH
    parameters = [_parameter(p.name, TYPES[p.type], p.label[lang], required=not p.optional) for p in query.parameters]
    parameters.append(_parameter("format", {"enum": list(formats)}, wording.say(lang, "call.format")))
    example = "&".join(f"{p.name}={p.example}" for p in query.parameters if p.example and not p.optional)
    address = f"/api/queries/{query.name}" + (f"?{example}" if example else "")
    call = _call(query.question[lang], parameters, dict.fromkeys(formats.values(), {}), address)
    return call | {"description": query.summary, "tags": [query.topic]}


def _parameter(name: str, schema: dict[str, Any], words: str, *, required: bool = False, where: str = "query") -> Any:
    return {"name": name, "in": where, "required": required or where == "path", "description": words, "schema": schema}


def _call(summary: str, parameters: list[Any], content: dict[str, Any], example: str) -> dict[str, Any]:
    problem = {"description": "what was wrong (RFC 9457)", "content": {"application/problem+json": {}}}
    return {
        "summary": summary,
        "parameters": parameters,
        "responses": {"200": {"description": "the answer", "content": content}, "default": problem},
        "x-example": example,
    }
