"""What extraction finds in one report: frozen dataclasses, every one with the words behind it.

Offsets count Unicode code points of the report's NFC text (`Source.text`), end exclusive.
`None` and empty tuples mean "not stated". Nothing here knows RDF; `graph.contract` turns an
`Extraction` into the JSON object that `vpg extract` prints, `graph.quads` into quads.
"""

from dataclasses import dataclass, field

from graph.span import Evidence as Evidence
from graph.span import Span as Span


@dataclass(frozen=True, slots=True)
class RankMention:
    """A police or army rank in full ("Thượng tướng")."""

    name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PostMention:
    """A post: its head ("Phó Chủ tịch") and the body in or over which it is held.

    `org` is as full as the report lets one say it; `stated_org` is what stands beside the title
    ("UBND tỉnh", or None); they differ where context completed it.
    """

    title: str
    org: str | None
    evidence: tuple[Evidence, ...]
    stated_org: str | None = None
    former: bool = False
    acting: bool = False


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One human being: the fullest name in the report and every place where it is mentioned.

    `academic`: an academic title stands before the name somewhere.
    """

    name: str
    evidence: tuple[Evidence, ...]
    ranks: tuple[RankMention, ...] = ()
    posts: tuple[PostMention, ...] = ()
    academic: bool = False


@dataclass(frozen=True, slots=True)
class RoleMention:
    """What one person did at a gathering.

    `role`: chair, direct, open, conclude, report, award, receive, speak or attend.
    `cue`: the words that say so ("dự và chủ trì"). `certainty`: "explicit"; "inferred" where the words do
    not say that it was there ("Theo ông A, …") and the course of the report does; or "ambiguous" where
    the words leave open whether they reach this person. `on_behalf_of`: "thay mặt" bodies, as written.
    """

    person: str
    role: str
    cue: str
    evidence: tuple[Evidence, ...]
    certainty: str = "explicit"
    on_behalf_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body as written (or completed from context), with its words."""

    name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class EventMention:
    """A gathering that the report tells of.

    `kind`: conference, meeting, workshop, ceremony or other. `date`: ISO day, "--MM-DD", "YYYY-MM"
    or None. `mode`: "online" or None. `reviews`: subset of ("interim", "final", "launch") as the
    words say (sơ kết, tổng kết, triển khai). `about`: ids of legal documents and programmes
    ("legal:0", "programme:2", indexes in the Extraction) that the gathering is tied to.
    """

    id: str
    kind: str
    name: str
    evidence: tuple[Evidence, ...]
    date: str | None = None
    date_evidence: tuple[Evidence, ...] = ()
    place: str | None = None
    place_evidence: tuple[Evidence, ...] = ()
    mode: str | None = None
    mode_evidence: tuple[Evidence, ...] = ()
    organisers: tuple[NamedBody, ...] = ()
    roles: tuple[RoleMention, ...] = ()
    reviews: tuple[str, ...] = ()
    review_evidence: tuple[Evidence, ...] = ()
    about: tuple[tuple[str, tuple[Evidence, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class LegalMention:
    """A document of a Party, State or Front body, cited once or more in the report.

    `issuer` is who issued it, as the words say. `symbol_issuer` is the body that the letters of the symbol
    stand for ("QĐ-TTg"), where no words name one. `drafts`: where the report calls it a draft.
    """

    type: str
    number: str | None
    evidence: tuple[Evidence, ...]
    symbol: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    symbol_issuer: str | None = None
    drafts: tuple[Evidence, ...] = ()

    @property
    def issued_by(self) -> str | None:
        """Who issued it, by the words or else by the symbol."""
        return self.issuer or self.symbol_issuer


@dataclass(frozen=True, slots=True)
class ProgrammeMention:
    """A named programme, scheme, plan, movement or model (`kind`)."""

    kind: str
    name: str
    evidence: tuple[Evidence, ...]
    period: str | None = None
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AwardMention:
    """An honour given. `recipient`: collective, individual, mixed, or a recipient's name.

    `event`: id of the gathering where it was handed out, if the words say so.
    """

    award: str
    awarder: str | None
    recipient: str | None
    count: float | None
    evidence: tuple[Evidence, ...]
    event: str | None = None
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class StatisticMention:
    """A reported figure. `qualifier`: over, under, about or None. `part_of`: index of its whole."""

    value: float
    unit: str
    subject: str
    evidence: tuple[Evidence, ...]
    qualifier: str | None = None
    period: str | None = None
    place: str | None = None
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class StatementMention:
    """A speech act ("đề nghị", "yêu cầu") of a named person: who, to whom, about what.

    `text` is the span of what is said; `refers_to` holds ids as in `EventMention.about`;
    `joined` pairs of such ids that the speaker wants done together ("lồng ghép với").
    """

    speaker: str
    act: str
    text: Span
    evidence: tuple[Evidence, ...]
    event: str | None = None
    addressee: str | None = None
    refers_to: tuple[str, ...] = ()
    joined: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one extractor found in one report. Lists keep the order of the text.

    `bodies`: organisations named in the report that no other fact carries (steering committees …).
    `places`: administrative units named. `not_understood`: sentences with a cue but no fact.
    """

    id: str
    title: str | None
    published: str | None
    persons: tuple[PersonMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    legal: tuple[LegalMention, ...] = ()
    programmes: tuple[ProgrammeMention, ...] = ()
    awards: tuple[AwardMention, ...] = ()
    statistics: tuple[StatisticMention, ...] = ()
    statements: tuple[StatementMention, ...] = ()
    bodies: tuple[NamedBody, ...] = ()
    places: tuple[NamedBody, ...] = ()
    not_understood: tuple[Span, ...] = ()
    title_span: Span | None = None
    published_span: Span | None = None
    notes: tuple[str, ...] = field(default=())
