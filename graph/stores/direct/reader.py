"""The tokens of a query, and its terms: names, constants, variables.

Rules: SPARQL 1.1 Query, sections 4.1 and 19.8.
"""

from collections.abc import Sequence

from graph.stores.direct.tree import Constant, Fixed, Group, Param, Query, Term, UnsuitableError
from graph.stores.syntax import Token

XSD = "http://www.w3.org/2001/XMLSchema#"
END = Token("end", "", 1 << 60)


class Reader:
    """Goes through the tokens of a query, and notes its constants and variables in `query`."""

    def __init__(self, found: Sequence[Token]) -> None:
        self._tokens, self._at = [*found, END, END], 0
        self._prefixes: dict[str, str] = {}
        self._query = Query("", Group())

    # ---- tokens

    @property
    def _text(self) -> str:
        return self._tokens[self._at].text

    @property
    def _word(self) -> str:
        return self._tokens[self._at].upper

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _have(self, text: str) -> bool:
        """Go past a mark or keyword if it is there."""
        token = self._tokens[self._at]
        if (token.upper or token.text) != text:
            return False
        self._at += 1
        return True

    def _expect(self, text: str) -> None:
        if not self._have(text):
            raise UnsuitableError

    # ---- terms

    def _variable(self) -> str:
        token = self._next()
        if token.kind != "variable":
            raise UnsuitableError
        name = "?" + token.text[1:]
        self._query.names.setdefault(name, None)
        return name

    def _param(self, token: Token, kind: str, suffix: str = "") -> Param:
        self._query.constants.append(token.text)
        self._query.places.append(token.start)
        return Param(len(self._query.constants) - 1, kind, suffix)

    def _iri(self, *, shaping: bool = False) -> Constant:
        token = self._next()
        if token.kind == "iri":
            found = self._param(token, "iri")
            if shaping:
                self._query.shaping.add(found.index)
            return found
        if token.kind == "pname" and "\\" not in token.text and "%" not in token.text:
            prefix, _, local = token.text.partition(":")
            return Fixed(f"<{self._prefixes[prefix + ':']}{local}>")
        raise UnsuitableError

    def _constant(self) -> Constant:
        token = self._tokens[self._at]
        if token.kind == "string":
            return self._literal()
        if token.kind == "number" and token.text.isdecimal():
            return self._param(self._next(), "number")
        return self._iri()

    def _literal(self) -> Param:
        token = self._next()
        found = self._param(token, "string")
        following = self._tokens[self._at]
        if following.kind == "lang":
            self._at += 1
            return Param(found.index, "string", following.text.lower())
        if self._have("^^"):
            datatype = self._iri(shaping=True)
            name = datatype.term if isinstance(datatype, Fixed) else self._query.constants[datatype.index]
            return Param(found.index, "string", "" if name == f"<{XSD}string>" else f"^^{name}")
        return found

    def _term(self) -> Term:
        return self._variable() if self._tokens[self._at].kind == "variable" else self._constant()
