"""Bearer tokens and their rights (RFC 6750). The settings hold SHA-256 hashes (of VPG_TOKEN too, if so given).

    read < curate < admin      admin may do what curate may, and so on
    read     query, where the service is private
    curate   update, graph store, ingest, review
    admin    CLEAR and DROP of ALL, NAMED or DEFAULT, and what operators do

`curate` is trusted with the data: it may remove any graph by name, and any triples by DELETE WHERE, so in the
end all of them. `admin` keeps it from emptying the store by a slip of one word, not from malice.

A browser's password (HTTP Basic) stands for its token only to read: the browser sends it along with whatever
any site makes it send, so it opens no write, and no POST of another site.

`python -m service.auth RIGHT` prints a new token and the entry for VPG_TOKENS. A token of 256 random bits
needs no slow hash: it cannot be guessed.
"""

import hashlib
import hmac
import re
import secrets
import sys
from collections.abc import Iterable

from flask import current_app, request

from graph.errors import VpgError
from service.origin import SAFE, from_another_site
from service.settings import SettingError, Settings

RIGHTS = ("read", "curate", "admin")
_DIGEST = re.compile("[0-9A-Fa-f]{64}")


class UnauthorizedError(VpgError):
    """No token, or one that the settings do not hold."""

    status = 401
    title = "Token needed"


class ForbiddenError(VpgError):
    """The token is known, but its right does not reach so far."""

    status = 403
    title = "Not allowed"


def hashed(token: str) -> str:
    """Return the SHA-256 of a token, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def digest_of(setting: str, name: str) -> str:
    """Return the SHA-256 of a token that a setting holds hashed (`sha256:HEX`, preferred) or plain.

    Raises:
        SettingError: it begins with `sha256:`, and no hash follows.
    """
    algorithm, colon, digest = setting.partition(":")
    if algorithm != "sha256" or not colon:
        return hashed(setting)
    if not _DIGEST.fullmatch(digest):
        raise SettingError(f"{name} must be sha256: and 64 hexadecimal digits, or a token")
    return digest.lower()


class Tokens:
    """The tokens of the settings.

    Raises:
        SettingError: an entry of VPG_TOKENS is not RIGHT:sha256:HEX.
    """

    def __init__(self, entries: Iterable[str], *, plain: str = "") -> None:
        self._known: list[tuple[str, str]] = [("admin", digest_of(plain, "VPG_TOKEN"))] if plain else []
        for entry in entries:
            right, _, rest = entry.partition(":")
            algorithm, _, digest = rest.partition(":")
            if right not in RIGHTS or algorithm != "sha256" or not _DIGEST.fullmatch(digest):
                raise SettingError("an entry of VPG_TOKENS must be RIGHT:sha256:HEX, RIGHT one of read, curate, admin")
            self._known.append((right, digest.lower()))

    @classmethod
    def of(cls, settings: Settings) -> "Tokens":
        """Read VPG_TOKENS, and VPG_TOKEN as one with all rights; VPG_REVIEW_TOKEN is only looked at for faults."""
        digest_of(settings.review_token, "VPG_REVIEW_TOKEN")
        return cls(settings.tokens, plain=settings.token)

    def right(self, header: str) -> str | None:
        """Return the right of the token in an Authorization header; None if there is none known."""
        scheme, _, token = header.strip().partition(" ")
        return self.held(token) if scheme.lower() == "bearer" else None

    def held(self, token: str) -> str | None:
        """Return the right of a token; None if it is not known."""
        if not token.strip():
            return None
        digest, found = hashed(token.strip()), None
        for right, known in self._known:  # all are compared: the time taken says nothing
            if hmac.compare_digest(digest, known):
                found = right
        return found

    def __bool__(self) -> bool:
        return bool(self._known)


def tokens_of_app() -> Tokens:
    """Return the tokens of the running application, read once."""
    tokens: Tokens | None = current_app.extensions.get("vpg.tokens")
    if tokens is None:
        tokens = current_app.extensions["vpg.tokens"] = Tokens.of(current_app.extensions["vpg.settings"])
    return tokens


def require(right: str) -> None:
    """Go on only if the request's token has at least `right`.

    Raises:
        UnauthorizedError: no token, or an unknown one.
        ForbiddenError: its right is less; a browser's password where it does not serve.
    """
    tokens = tokens_of_app()
    if not tokens:
        raise ForbiddenError("writing is off: no token is set (VPG_TOKENS)")
    given = request.authorization
    if given is not None and given.type == "basic" and given.password:
        held = _by_password(given.password, right)
    else:
        held = tokens.right(request.headers.get("Authorization", ""))
    if held is None:
        raise UnauthorizedError(f"send a token with the right `{right}`: Authorization: Bearer ...")
    if RIGHTS.index(held) < RIGHTS.index(right):
        raise ForbiddenError(f"this needs the right `{right}`; the token has `{held}`")


def _by_password(password: str, right: str) -> str | None:
    """Return the right that a browser's password gives: reading, where the service is private."""
    settings: Settings = current_app.extensions["vpg.settings"]
    if right != "read" or not settings.private:
        raise ForbiddenError("a password only reads: send the token as Authorization: Bearer ...")
    if request.method not in SAFE and from_another_site(request, settings.public_url):
        raise ForbiddenError("this form was sent from another site")
    return tokens_of_app().held(password)


def main(arguments: list[str]) -> int:
    """Print a new token and its entry for the settings."""
    if len(arguments) != 1 or arguments[0] not in RIGHTS:
        print(f"usage: python -m service.auth {'|'.join(RIGHTS)}", file=sys.stderr)  # noqa: T201
        return 2
    token = secrets.token_urlsafe(32)
    print(f"token, shown once:    {token}")  # noqa: T201
    print(f"entry for VPG_TOKENS: {arguments[0]}:sha256:{hashed(token)}")  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
