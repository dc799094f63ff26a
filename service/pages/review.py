"""`/review`: pairs that resolution left open and readers' reports, for reviewers and curators.

Who reviews sends the token of VPG_REVIEW_TOKEN, or one of VPG_TOKENS with the right `curate`. Judgements are
written by `graph.review` to a plain file that every later build reads. `POST /report` takes a reader's word that
a fact is wrong.
"""

import hashlib
import hmac
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Blueprint, Response, abort, current_app, g, request

from graph.errors import ParameterError
from ontology.base import BASE
from ontology.iri import document_graph, mint_source
from service.auth import digest_of, hashed, tokens_of_app
from service.journal import Journal
from service.opening import state_folder
from service.origin import from_another_site
from service.reading import reading, settings
from service.rendering import render, wants_html
from service.sentences import Sentence, sentences

if TYPE_CHECKING:
    from graph.review import Pair

bp = Blueprint("review", __name__)
COOKIE = "reviewer"
SECONDS = 12 * 3600  # that a reviewer need not send the token again
VERDICTS = {"accept": "same", "reject": "different", "skip": "unsure"}


def _on() -> bool:
    return bool(settings().review_token or tokens_of_app())


def _off() -> Response:
    """Say that nobody can review here, and how it is done; programs get the problem."""
    if not wants_html():
        abort(404, "reviewing is off: neither VPG_REVIEW_TOKEN nor VPG_TOKENS is set")
    return render("review.html", 404, off=True)


def _may_review(token: str) -> bool:
    """Tell whether a token is the one of this page, or has the right `curate`."""
    own = settings().review_token
    mine = bool(own) and hmac.compare_digest(hashed(token), digest_of(own, "VPG_REVIEW_TOKEN"))
    return mine or tokens_of_app().held(token) in ("curate", "admin")


def _proof(until: int) -> str:
    """Return the cookie of a reviewer: when it ends, in seconds since 1970, and that we said so.

    The key is this process's own, made at random: no setting gives it away, and a restart asks for the token again.
    """
    key = current_app.extensions.setdefault("vpg.review-key", secrets.token_bytes(32))
    return f"{until}.{hmac.new(key, f'review {until}'.encode(), hashlib.sha256).hexdigest()}"


def _allowed() -> bool:
    given = request.cookies.get(COOKIE, "")
    until = given.partition(".")[0]
    if not (until.isascii() and until.isdigit() and len(until) < 12 and int(until) > time.time()):
        return False
    return hmac.compare_digest(given.encode(), _proof(int(until)).encode())


def _same_site() -> None:
    """Refuse a form sent from another site; SameSite cookies are the first guard, this is the second."""
    if from_another_site(request, settings().public_url):
        abort(403, "this form was sent from another site")


@bp.get("/review")
def review() -> Response:
    """Show the queue, or ask for the token; 404 with what to do where reviewing is off."""
    if not _on():
        return _off()
    if not _allowed():
        return render("review.html", allowed=False, failed=False)
    from graph import review as judging  # the grammar loads with it, which no other page needs

    state = state_folder(settings().store)
    pairs = judging.list_pairs(state)
    wished = request.args.get("from", "")
    start = int(wished) if wished.isdecimal() and len(wished) < 10 else 0
    shown = pairs[start : start + 10]
    return render(
        "review.html",
        allowed=True,
        pairs=_with_sides(shown, state),
        total=len(pairs),
        start=start,
        reports=Journal(settings().state).reports()[:50],
        done=request.args.get("done", ""),
        who=request.cookies.get("reviewer-name", ""),
    )


@dataclass(frozen=True, slots=True)
class Side:
    """One of two mentions: its words, the document it is in, and the sentences about it there."""

    words: str
    document: str
    entity: str
    sentences: list[Sentence]

    @property
    def path(self) -> str:
        """The address of the words in their document."""
        return f"/doc/{quote(self.document)}?words={quote(self.words)}#at"


def _with_sides(pairs: "Sequence[Pair]", state: Path) -> "list[tuple[Pair, Side, Side]]":
    """Join each pair with what its two mentions ("kind|document|words") say, by one query for all."""
    from graph.ingest import open_resolver

    register = open_resolver(state).register
    rows = {ref: register.known(ref) for pair in pairs for ref in (pair.left, pair.right)}
    iris = {row.iri for row in rows.values() if row}
    documents = {ref.split("|")[1] for ref in rows if ref.count("|") >= 2}
    graphs = [str(document_graph(document)) for document in sorted(documents)]
    words = sentences(reading(), iris, graphs) if iris and graphs else {}

    def side(ref: str) -> Side:
        row, parts = rows[ref], (*ref.split("|", 2), "", "")
        source = str(mint_source(parts[1])) if parts[1] else ""
        said = [s for s in words.get(row.iri if row else "", []) if s.source == source]
        return Side(parts[2] or ref, parts[1], row.iri if row else "", said[:2])

    return [(pair, side(pair.left), side(pair.right)) for pair in pairs]


@bp.post("/review")
def decide() -> Response:
    """Take a token, or a judgement."""
    if not _on():
        return _off()
    _same_site()
    if "token" in request.form:
        if not _may_review(request.form["token"].strip()):
            return render("review.html", 403, allowed=False, failed=True)
        response = Response(status=303, headers={"Location": "/review"})
        proof = _proof(int(time.time()) + SECONDS)
        response.set_cookie(COOKIE, proof, max_age=SECONDS, httponly=True, samesite="Strict", secure=request.is_secure)
        return response
    if not _allowed():
        abort(403)
    who, state = request.form.get("by", "").strip()[:100], state_folder(settings().store)
    if not who:
        raise ParameterError("say who judges: a judgement carries its reviewer's name")
    pair, verdict = request.form.get("pair", ""), request.form.get("verdict", "")
    from graph import review as judging

    if verdict == "undo":
        done = judging.undo(state, pair or "last", who)
    elif verdict in VERDICTS:
        done = judging.decide(state, pair, VERDICTS[verdict], who, request.form.get("why", "")[:500])
    else:
        raise ParameterError(f"a verdict is one of {', '.join(VERDICTS)}, undo")
    response = Response(status=303, headers={"Location": f"/review?done={done.partition(':')[0]}"})
    response.set_cookie("reviewer-name", who, httponly=True, samesite="Strict")
    return response


@bp.post("/report")
def report() -> Response:
    """Keep a reader's report about a fact, and thank them."""
    _same_site()
    fact = request.form.get("fact", "")
    if not fact.startswith(f"{BASE}id/") or not reading().ask("page/fact", shown=False, fact=fact):
        raise ParameterError("the report names no fact of this graph")
    Journal(settings().state).report(fact, request.form.get("words", ""), request.form.get("by", ""))
    return render("reported.html", path="/fact/" + fact.partition("/id/")[2], lang=g.lang)
