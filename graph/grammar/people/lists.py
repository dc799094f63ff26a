"""Enumerations: all mentions of a report in the order of the text, with titles shared by a list.

What starts a segment decides, never the separator: "A, post, post; B, post", commas alone, ";" inside one
person. "các Phó Chủ tịch …: A, B" gives its title to every name of the list.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from graph.grammar.bodies.organisations import body_at
from graph.grammar.names.names import run_at, starts_name
from graph.grammar.names.post_heads import head_pattern, heads
from graph.grammar.names.ranks import honorific_forms, honorific_pattern, rank_labels, rank_pattern
from graph.grammar.people.counterparts import add_counterparts
from graph.grammar.people.denied import leave_out
from graph.grammar.people.granted_posts import conferred, granted
from graph.grammar.people.holders import name_at
from graph.grammar.people.mentions import ACTS, NAMED_AFTER_COLON, Mention, mention_at, read_trailing
from graph.grammar.people.shared_titles import COLON, LINK, share, share_back, titled_many
from graph.grammar.posts.posts import Post, post_at
from graph.grammar.text.before import Before
from graph.grammar.text.document import READABLE, Document
from graph.grammar.text.normal import UPPER
from graph.grammar.text.scan import first_words, places, second_word

_PLURAL = re.compile(
    r"(?<!\w)(?:các|hai|ba|bốn|năm|những|[2-9]|0[2-9])(?: vị)?(?: (?:đồng chí|đ/c|ông, bà"
    r"|ông bà|ông|bà|vị|anh, chị|anh chị|anh|chị))(?: (?:lãnh đạo|gồm|là|sau))*:? ?"
)
_MANY = re.compile(
    r"(?<!\w)(?:các|hai|ba|bốn|năm|những|[2-9]|0[2-9])(?: (?:vị|đồng chí|đ/c|nguyên|cựu|ông"
    r"|bà))* ?$"
)
_MANY_ENDS = tuple(
    f"{word}{space}"
    for word in ("các", "hai", "ba", "bốn", "năm", "những", "vị", "đồng chí", "đ/c", "nguyên", "cựu", "ông", "bà")
    + tuple("23456789")
    for space in (" ", "")
)
_COUNT = Before(
    ("một", "mỗi", "từng", "vài", "nhiều", "mọi", "thành viên", "chức", "chuyển giao", "trao chức", "chức danh")
    + ("chức vụ", "vị trí", "ghế", "cương vị", "vai trò", "học hàm", "ban", "hội đồng", "thời", "nhiệm kỳ")
    + ("văn phòng", "đoàn", "sân", "đường", "phố", "lăng", "quảng trường", "giải", "tấm gương", "mang tên"),
    numbers=True,
)
# Before "đồng chí" or a post, which may also stand after "năm 2018" and "ngày 25" (`_DATED`).
_QUANTITY = Before(
    ("các", "những", "một", "mỗi", "từng", "vài", "nhiều", "mọi", "một số", "hai", "ba", "bốn", "năm", "sáu", "bảy")
    + ("tám", "chín", "mười", "chục", "trăm", "đa số", "phần lớn", "hầu hết", "toàn thể", "số", "trong số"),
    ("đồng chí", "đ/c", "vị", "người", "là"),
    numbers=True,
    any_number=True,
)
# A school, street or ward is named after somebody, who is not meant.
EPONYM = Before(
    ("trường", "thpt", "thcs", "tiểu học", "mầm non", "đh", "đại học", "học viện", "bệnh viện", "đường", "phố")
    + ("phường", "xã", "quận", "huyện", "thôn", "cầu", "chợ", "công viên", "giải", "đền", "chùa", "tượng đài")
    + ("bảo tàng", "chuyên")
)
# "hôm 25/12 Chủ tịch tỉnh A đã …", "đầu năm 2018 Thủ tướng A …": a day or a year, no number of chairs.
_DATED = re.compile(r"(?:(?<!\w)(?:năm \d{4}|(?:ngày|tháng|hôm|mùng) \d{1,2})|\d[/-]\d{1,4}|\d(?:h|g)\d\d) $")
_PRONOUN = re.compile(rf"(?:ông|bà|anh|chị|đồng chí|đ/c)(?: (?:ấy|này))? (?={ACTS})")
_STARTS = re.compile(r"(?:^|[.!?…:;\n\"”)-] *)$")
_BARE_AFTER = tuple(
    f"{words} "
    for words in ("hội nghị", "liên", "diễn đàn", "cấp", "hàm", "chức năng", "chế độ", "thẩm quyền", "ủy quyền")
)
_SIR = re.compile(r"theo (?:ông|bà|đồng chí|đ/c|anh|chị),")
# "với cương vị Chủ tịch …, ông A"; "dưới thời Tổng thống A"
_TIME_OF = ("thời ", "nhiệm kỳ ")
_HELD_ENDS = ("cương vị ", "vai trò ", "chức ", "chức vụ ", *_TIME_OF)
# "trước khi nhận chức …, ông A", "từ chối nhận chức …, ông A": not yet, or never.
_HELD = re.compile(
    r"(?<!\w)(?:(?:với|trên|trong|ở) (?:cương vị|vai trò)|thời|nhiệm kỳ"
    r"|(?<!trước )khi(?: (?:mới|vừa|được|đã|chính thức))* (?:nhận|giữ) chức(?: vụ)?) $"
)
_STREET = re.compile(r"(?<!\w)(?:đường|phố|ngã (?:tư|ba|năm)|giao lộ|nút giao|tuyến) [^,.;\n]{2,24} - $")
_HEADS = "người đứng đầu "


def find_mentions(document: Document, runs: Sequence[tuple[int, str]], known: Collection[str] = ()) -> list[Mention]:
    """Return the mentions of the readable lines, left to right, never overlapping.

    Args:
        document: the report.
        runs: what looks like names in it (`name_runs`).
        known: those of them that are known to be names.
    """
    folded, lowered = document.folded, document.lowered
    found: list[Mention] = []
    cursor = 0
    for at, kind in _hits(document, runs):
        if at < cursor:
            continue
        if kind == "plural":
            end = _enumeration(folded, lowered, at, known, found)
        else:
            end = _single(folded, lowered, at, kind, known, found)
        cursor = max(cursor, end)
    share_back(folded, lowered, found)
    add_counterparts(document, found, known)
    return leave_out(document, found)


_PLURALS = ("các", "hai", "ba", "bốn", "năm", "những", "2", "3", "4", "5", "6", "02", "03", "04", "05")
_ADDRESSED = ("vị", "đồng chí", "đ/c", "ông", "bà", "anh", "chị")
_OTHER_POSTS = ("nguyên là", "từng là", "từng giữ chức", "người đứng đầu", "phó trụ trì", "phó tổng biên")


def _opening_phrases() -> Iterator[tuple[str, str]]:
    """What may open a mention, with what begins there."""
    yield from (("post", head) for head in heads())
    yield from (("rank", rank) for rank in rank_labels())
    yield from (("honorific", form) for form in honorific_forms())
    yield from (("plural", f"{many} {whom}") for many in _PLURALS for whom in _ADDRESSED)
    yield from (("post", f"{former} {head}") for former in ("nguyên", "cựu", "cố", "quyền", "tân") for head in heads())
    yield from (("post", words) for words in _OTHER_POSTS)


@cache
def _openers() -> Mapping[str, tuple[str, frozenset[str] | None]]:
    """Map the first word of what may open a mention to what it may open and the second words it then has.

    None for the second words: the first word may stand alone.
    """
    kinds: dict[str, dict[str, None]] = {}
    seconds: dict[str, set[str | None]] = {}
    for kind, phrase in _opening_phrases():
        first = phrase.partition(" ")[0]
        kinds.setdefault(first, {})[kind] = None
        seconds.setdefault(first, set()).add(second_word(phrase) if first.isalnum() else None)
    return {
        first: (" ".join(kinds[first]), None if None in known else frozenset(filter(None, known)))
        for first, known in seconds.items()
    }


def _hits(document: Document, runs: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Where a mention may begin, with what: sorted; only in lines in which the report speaks.

    Each word that may open one is looked up; that is faster than any pattern over the text.
    """
    lowered = document.lowered
    hits = [(at, "~name") for at, _ in runs]  # "~": what else begins there comes first
    openers, starts = _openers(), _starts()  # before the places, which hold what is looked for by then
    known = places(document)
    for start in [start for start in known if start in starts]:
        length = len(start)
        for at, after in known[start]:
            if at and lowered[at - 1] not in _BEFORE:
                continue
            longer = lowered[at + length : at + length + 1] not in _BEFORE  # "đ/c"
            opener = openers.get(_OPENER.match(lowered, at)[0] if longer else start)  # type: ignore[index]
            if opener is None and longer and lowered.startswith(".", at + length) and _GLUED.match(document.folded, at):
                opener = openers.get(f"{start}.")  # "HT.Thích Minh An"
            if opener is None or not (opener[1] is None or after in opener[1]):
                continue
            if start == "vụ" and document.folded[at].islower() and lowered.endswith("chức ", 0, at):
                continue  # "chức vụ phó trưởng ban" is no "Vụ phó"
            if after == "đạo" and start == "lãnh" and not _LEADER.match(document.folded, at + 9):
                continue  # "lãnh đạo các sở"
            hits.append((at, opener[0]))
    hits.sort()
    spans = [line.span for line in document.lines if line.kind in READABLE]
    index = 0
    for at, kinds in hits:
        while index < len(spans) and spans[index].end <= at:
            index += 1
        if index == len(spans):
            return
        if spans[index].start <= at:
            kind = _kind(lowered, at, kinds)
            if kind:
                yield at, kind


_BEFORE = ' \n("[:'
_LEADER = re.compile(rf"[{UPPER}]|(?:phe |đa số|thiểu số|đối lập)")
_GLUED = re.compile(rf"\w+\.[{UPPER}]")
_OPENER = re.compile(r'[^ \n("\[:]+')


@cache
def _starts() -> frozenset[str]:
    return first_words(phrase for _, phrase in _opening_phrases())


def _kind(lowered: str, at: int, kinds: str) -> str | None:
    """Say what really begins at `at`, of what its first word lets one expect."""
    if kinds == "~name":
        return "name"
    if "plural" in kinds and _PLURAL.match(lowered, at):
        return "plural"
    if "rank" in kinds and rank_pattern().match(lowered, at):
        return "rank"
    if "post" in kinds and lowered.startswith(_HEADS, at):
        return "chief"
    if "post" in kinds:
        former = _FORMERLY.match(lowered, at)
        if head_pattern().match(lowered, former.end() if former else at):
            return "post"
    if "honorific" in kinds and honorific_pattern().match(lowered, at):
        return "honorific"
    return None


_FORMERLY = re.compile(r"(?:nguyên là|nguyên|cựu|cố(?! vấn)|từng là|từng giữ chức|quyền|tân) ")


def _single(folded: str, lowered: str, at: int, kind: str, known: Collection[str], found: list[Mention]) -> int:
    """Read one mention at a hit; return where reading goes on."""
    before = lowered[max(0, at - 40) : at]
    if kind == "post" and before.endswith(_MANY_ENDS) and _MANY.search(before):
        return titled_many(folded, lowered, at, known, found)
    if kind == "chief":
        leader = mention_at(folded, lowered, at, known)
        if leader is not None and leader.kind == "full":
            found.append(leader)
            return leader.end
        body = body_at(folded, lowered, at + len("người đứng đầu "), None, known)
        if body is None or body.name_at is not None:
            return at
        found.append(Mention(at, body.end, "chief", honorific=folded[body.start : body.end]))
        return body.end
    if (
        kind == "honorific"
        and before.endswith("hội ")
        or (kind == "name" and before.endswith(" - ") and _STREET.search(before))
        or (kind == "name" and EPONYM.stands(lowered, max(0, at - 12), at))
    ):
        return at
    given = granted(folded, lowered, at, known, found) if kind == "post" else None
    if given:
        return given
    left = conferred(folded, lowered, at, known) if kind == "post" else None
    if left:
        found.append(left)
        return left.end
    counted = kind in ("post", "rank") and _COUNT.stands(lowered, max(0, at - 40), at)
    if counted and not (before[-2:-1].isdigit() and _DATED.search(before)):
        ruler = mention_at(folded, lowered, at, known) if before.endswith(_HELD_ENDS) else None
        if ruler and ruler.name and ruler.lead and _holds(lowered, ruler, before):
            found.append(ruler)
            return ruler.end
        head = (head_pattern() if kind == "post" else rank_pattern()).match(lowered, _unformer(lowered, at))
        return head.end() if head else at
    mention = mention_at(folded, lowered, at, known)
    if mention is None:
        if kind != "honorific":
            return at
        mention = _pronoun(folded, lowered, at, before, known)
        if mention is None:
            return at
        found.append(mention)
        return mention.end
    if mention.kind == "post" and _several(before):
        return mention.end
    if mention.kind == "post" and len(mention.posts) == 1 and NAMED_AFTER_COLON.match(folded, mention.end):
        start = mention.end + (2 if folded[mention.end + 1] == " " else 1)
        return share(folded, lowered, start, known, found, list(mention.posts), colon=True, names=True)
    if mention.lead and before.endswith(_BARE_AFTER) and (mention.kind == "post" or mention.lead > 1):
        return mention.posts[0].end if mention.lead > 1 else mention.end
    if mention.kind == "post" and _IS.match(folded, mention.end):
        return _named_holder(folded, lowered, mention, known, found)
    found.append(mention)
    return _and_names(folded, lowered, mention, known, found)


def _several(before: str) -> bool:
    """Does a number or a quantifier stand before "đồng chí Ủy viên …" or "đồng chí là …": nobody in particular?"""
    return _QUANTITY.stands(before, 0, len(before)) and not (before[-2:-1].isdigit() and _DATED.search(before))


def _holds(lowered: str, ruler: Mention, before: str) -> bool:
    """Is an office after "với cương vị", "dưới thời", "sau khi nhận chức" that of the person named after it?

    Another title before the name ("sau khi nhận chức …, Bộ trưởng A khen ông") leaves that open.
    """
    if not _HELD.search(before) or lowered.startswith(" sẽ ", ruler.end):
        return False
    return bool(ruler.honorific) or before.endswith(_TIME_OF)


# "Chủ tịch Hội khi đó là ông …"
_IS = re.compile(
    rf" (?:(?:cũ|mới|hiện nay|hiện tại|khi đó|lúc đó|khi ấy|đương nhiệm|tiền nhiệm) )?là "
    rf"(?=(?:ông|bà|đồng chí|đ/c|anh|chị|(?:[ĐTđt][ạhr][^\W\d_]{{1,4}} )(?:tướng|tá|úy|uý)|TS|ThS|bác sĩ) [{UPPER}])"
)


def _named_holder(folded: str, lowered: str, mention: Mention, known: Collection[str], found: list[Mention]) -> int:
    """Read whom "là ông …" names after a post: that post is his."""
    holder = mention_at(folded, lowered, _IS.match(folded, mention.end).end(), known)  # type: ignore[union-attr]
    if holder is None or holder.kind != "full":
        found.append(mention)
        return mention.end
    holder.shared = mention.posts
    found.append(holder)
    return holder.end


_ONCE_WAS = re.compile(r"(?:ông|bà|anh|chị|đồng chí) (?:đã |cũng )?(?:từng|vốn) (?:là|làm|giữ) ")
_WHERE = ("nơi ", "khi ", "mà ", "lúc ", "ngày ")
_GENDERS = {"ông": "male", "bà": "female", "anh": "male", "chị": "female"}


def _pronoun(folded: str, lowered: str, at: int, before: str, known: Collection[str]) -> Mention | None:
    """Read "Ông", "Đồng chí" before a verb, and "theo ông,", with the posts said of that person ("Ông là …")."""
    match = _PRONOUN.match(lowered, at)
    if match:
        opens = folded[at].isupper()
        was = _ONCE_WAS.match(lowered, at) and before.endswith(_WHERE)
        if not (_STARTS.search(before) if opens else was or before.endswith((", ", '" ', "- ", '"', "theo "))):
            return None
        word = match[0].strip().split(" này")[0]
    elif _SIR.match(lowered, max(0, at - 5)):
        word = lowered[at : at + 9].split(",")[0]
    else:
        return None
    mention = Mention(at, at + len(word), "pronoun", honorific=word, gender=_GENDERS.get(word.split(" ")[0]))
    mention.end = read_trailing(folded, lowered, mention, mention.end, known)
    return mention


def _and_names(folded: str, lowered: str, mention: Mention, known: Collection[str], found: list[Mention]) -> int:
    """Take in bare names joined by "và" to a person with an honorific ("ông A và B")."""
    end = mention.end
    if mention.kind == "full" and mention.honorific and not mention.posts and lowered.startswith(" và ", end):
        words = run_at(folded, end + 4)
        if 3 <= len(words) <= 4:
            more = mention_at(folded, lowered, end + 4, known, bare=True)
            if more and more.name:
                found.append(more)
                return more.end
    return end


def _enumeration(folded: str, lowered: str, at: int, known: Collection[str], found: list[Mention]) -> int:
    """Read a list after "các đồng chí": items with their own posts, or a title shared by all."""
    match = _PLURAL.match(lowered, at)
    if match is None:
        return at
    pos = match.end()
    if head_pattern().match(lowered, _unformer(lowered, pos)):
        post = post_at(folded, lowered, pos, known)
        if post and _shares(folded, lowered, post, known):
            return max(match.start() + 1, titled_many(folded, lowered, pos, known, found))
    end = at
    previous: list[Post] = []
    link: re.Match[str] | None = None
    while True:
        mention = mention_at(folded, lowered, pos, known, bare=True)
        if mention is None or mention.name is None:
            break
        if _bare(mention) and previous and link and link[0].strip() in (",", "và", ", và"):
            mention.shared = previous
        found.append(mention)
        end = mention.end
        previous = _inherited(mention)
        link = LINK.match(lowered, end)
        if not link:
            break
        pos = link.end()
    return end if end > at else match.end()


def _shares(folded: str, lowered: str, post: Post, known: Collection[str]) -> bool:
    """Is a title after "các đồng chí" for all of a list: before a colon, or before bare names ("… A, B")?"""
    if post.name_at is None and (COLON.match(lowered, post.end) or folded[post.end : post.end + 2] == ", "):
        return True
    at = post.name_at or post.end + 1
    name = name_at(folded, lowered, at, known)
    link = LINK.match(lowered, name[1]) if name else None
    return bool(link and link[0].strip() in (",", "và", ", và") and starts_name(folded, link.end()))


def _bare(mention: Mention) -> bool:
    """Is there nothing but a name?"""
    return not (mention.posts or mention.ranks or mention.honorific)


def _inherited(mention: Mention) -> list[Post]:
    """The titles before a name that a bare name after it shares ("nguyên Tổng Bí thư A, B")."""
    if _bare(mention):
        return mention.shared
    if len(mention.posts) != mention.lead or mention.shared:
        return []
    many = [p for p in mention.posts if p.former or p.title.lower().startswith(("phó", "thứ", "ủy viên"))]
    return many if len(many) == len(mention.posts) else []


def _unformer(lowered: str, at: int) -> int:
    """Skip "nguyên" and "quyền" before a head."""
    match = _UNFORMER.match(lowered, at)
    return match.end() if match else at


_UNFORMER = re.compile(r"(?:nguyên|cựu|quyền) ")
