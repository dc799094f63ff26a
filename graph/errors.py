"""Errors of the product. Each carries the HTTP status and the exit code it is answered with.

VpgError                       500, exit 2
├── UnreadableSourceError      422  a file or text that is no report we can read
├── NoWordsError               422  an extractor gave an attribute without the words that say it
├── StoreError                 500  the store could not do what was asked
│   ├── GraphNameError         400  what should name a graph is no absolute IRI
│   ├── StoreLockedError       503  another process holds the store
│   └── StoreUnavailableError  503  a remote store does not answer
├── QuerySyntaxError           400  a malformed query or update, with line and column
├── QueryLimitError            413  more rows or bytes than allowed, or out of memory
├── TooManyError               413  what would be read into memory whole is larger than the memory for it
├── QueryTimeoutError          408  longer than the time limit
├── BusyError                  503  the queue is full
├── ForbiddenAddressError      403  SERVICE or LOAD outside the allow-list
├── ReadOnlyError              403  a write where only reading is allowed
├── UnknownNameError           404  no query, entity or document of that name
└── ParameterError             400  a parameter of the wrong type, unknown or missing
"""


class VpgError(Exception):
    """Base of all errors we raise; `str(error)` is one clear sentence for the user."""

    status = 500
    exit_code = 2
    title = "Internal error"


class UnreadableSourceError(VpgError):
    """A file or text that is no report we can read; the message says why and what to do."""

    status = 422
    title = "Unreadable source"


class NoWordsError(VpgError):
    """An extractor gave an attribute of an entity without the words of the report that say it."""

    status = 422
    title = "No words for an attribute"


class StoreError(VpgError):
    """The store could not do what was asked; nothing was half-written."""

    title = "Store error"


class GraphNameError(StoreError):
    """What should name a graph is no absolute IRI."""

    status = 400
    title = "Bad parameter"


class StoreLockedError(StoreError):
    """Another process holds the store on disk."""

    status = 503
    title = "Store is in use"


class StoreUnavailableError(StoreError):
    """A remote store does not answer."""

    status = 503
    title = "Store unavailable"


class QuerySyntaxError(VpgError):
    """A malformed query or update. `line` and `column` count from 1, or are None."""

    status = 400
    title = "Malformed query"

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class QueryLimitError(VpgError):
    """The answer passes a limit of rows, bytes or memory."""

    status = 413
    title = "Query limit reached"


class TooManyError(VpgError):
    """Something would have to be read into memory whole, and the store is larger than the memory for it."""

    status = 413
    title = "Too much for memory"


class QueryTimeoutError(VpgError):
    """The query ran past its time limit and was stopped."""

    status = 408
    title = "Query timed out"


class BusyError(VpgError):
    """Too many queries wait already."""

    status = 503
    title = "Too many queries"


class ForbiddenAddressError(VpgError):
    """SERVICE or LOAD names an address that the settings do not allow."""

    status = 403
    title = "Address not allowed"


class ReadOnlyError(VpgError):
    """A write was asked where only reading is allowed."""

    status = 403
    title = "Read only"


class UnknownNameError(VpgError):
    """No query, entity or document has that name."""

    status = 404
    title = "Not found"


class ParameterError(VpgError):
    """A parameter is unknown, missing or not of its type."""

    status = 400
    title = "Bad parameter"
