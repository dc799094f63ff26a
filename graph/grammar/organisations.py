"""Names of bodies: from their first word to where the name ends, and where a person's name is glued on.

"Chủ tịch UBND tỉnh Quảng Nam" + a name has no comma between place and name; "Ban Chỉ đạo phòng, chống
tội phạm, tệ nạn xã hội và …" has commas inside. What ends a name is decided by the kind of body
(`vpg:tail` of `body-type`) and by what the next word starts: a verb, a post, a rank, a person, a parent body.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from graph.grammar.cues import key, words_pattern
from graph.grammar.names import RUN, name_starts, plausible, run_at, strong_surnames, surnames
from graph.grammar.normal import UPPER
from graph.grammar.places import level_at, place_at
from graph.grammar.ranks import rank_labels
from ontology.vocabulary import scheme

_MOST_WORDS = 26


@dataclass(frozen=True, slots=True)
class Body:
    """A body's name in the text.

    `tail`: how its kind of name goes on. `name_at`: where a person's name begins right after it, or
    None. `first`: its type word, folded and in lower case ("ubnd"), "" for a bare place or brand.
    """

    start: int
    end: int
    tail: str
    first: str
    name_at: int | None = None


@cache
def body_types() -> Mapping[str, tuple[str, bool]]:
    """Map a body's first words, folded and in lower case, to its tail and whether any name may follow it.

    After "Trường" or "thôn" what looks like a person's name is the name of the school or village.
    """
    return {
        key(form): (concept.extra.get("tail", ("open",))[0], "eponym" in concept.extra or "level" in concept.extra)
        for concept in scheme("body-type")
        for form in concept.forms
    }


@cache
def body_pattern() -> re.Pattern[str]:
    """The pattern of first words of bodies in the lowered text; "tổ quốc", "hội nghị" and the like left out."""
    words = r"tổ (?:quốc|chức(?! công tác))|hội (?:nghị|thảo|viên|họp|trường|nhập|tụ|đàm|thoại|ý|thi|chợ|đồng thi)|đoàn (?:kết|viên|thể|đại biểu(?! quốc hội))|ban (?:ngành|hành)"
    words += r"|khu (?:vực(?! phòng thủ)|dân)|bộ (?:ngành|phận|máy|trưởng|mặt|đội(?! biên))|cơ quan (?:chức|chuyên|chủ)|viện (?:trợ|dẫn|trưởng)|báo (?:cáo|chí|động)|chương trình (?:phối|hành|mục|nông)|quỹ đất|đảo"
    words += r"|(?:cục|vụ|viện|phòng|ban|đội|tổ|hội|cụm|khối|khoa|đoàn|trạm|đồn|hạt|nhóm) (?:trưởng|phó)|phòng,? chống"
    return re.compile(rf"(?<!\w)(?!(?:{words})(?!\w))" + words_pattern(body_types()).pattern)


@cache
def starters() -> frozenset[str]:
    """First words of posts, ranks, honorifics: what may begin something else inside a run of capitals."""
    forms = [*rank_labels()]
    for name in ("post-head", "honorific"):
        forms += [key(form) for concept in scheme(name) for form in concept.forms]
    return frozenset(form.split(" ")[0].rstrip(".") for form in forms) | {"nguyên", "phó", "các"}


_FIELD_WORDS = """công an|quốc phòng|ngoại giao|nội vụ|tư pháp|tài chính|công thương|xây dựng|y tế|giáo dục|đào tạo|khoa học
|công nghệ|văn hóa|thể thao|du lịch|thông tin|truyền thông|tài nguyên|môi trường|nông nghiệp|phát triển nông thôn|nông thôn
|lao động|thương binh|xã hội|giao thông|vận tải|kế hoạch|đầu tư|quy hoạch|kiến trúc|ngoại vụ|dân tộc|tôn giáo|thủy sản|thương mại
|công nghiệp|gia đình|nội chính|an ninh|dân vận|tuyên giáo|kinh tế|hải sản""".replace("\n", "")
_FIELDS = re.compile(
    rf"(?:{_FIELD_WORDS})(?!\w)(?:(?:,? - ?|, | và | & ?|&|-| )(?:{_FIELD_WORDS})(?!\w))*", re.IGNORECASE
)
_ACRONYM = re.compile(rf"[{UPPER}]{{2,}}\w*(?: ?[&,-] ?[{UPPER}]{{2,}}\w*)*(?!\w)")
_NUMBER = re.compile(r"(?:số )?\d{1,3}(?![\w]|[./%]\d|-\d|,\d| (?:năm|người|đồng|triệu|tỷ|tập thể|cá nhân|lần|vụ))")
_TERM = re.compile(r"(?:,? ?(?:khóa|nhiệm kỳ) (?:[IVXL]+|\d{1,2}|thứ \w+|\d{4} ?- ?\d{4})(?!\w))", re.IGNORECASE)
_PLACE_WORDS = re.compile(r"(?:nhân dân|trung ương|tối cao|cấp cao|quốc gia|việt nam|đảng|đoàn|hội|các|khu vực|quân sự|lâm thời)(?!\w)")
_OF = re.compile(rf"của (?=[{UPPER}]|tỉnh|thành phố|huyện|quận|xã|bộ |cục |đảng)")
_WORD = re.compile(r"[^\W\d_][\w/]*")
_LINKS = re.compile(r"(?:[ ,;:-]+(?:và|của|về|thuộc|trong|cho|với|các|cùng|-)?)+$")
_BARE_LEVEL = re.compile(rf"(?:thôn|bản|ấp|xóm|buôn|làng|khóm|khu phố|tổ dân phố)(?= (?:[{UPPER}]|\d))|xã(?! hội)|phường(?! vải)|tổ dân phố")

# Words that cannot stand inside a body's name: function words, and verbs of such news by their first two words.
_STOP_WORDS = """đã|đang|sẽ|cũng|còn|được|cho|nói|là|có|cùng|đến|tới|tại|khi|để|vì|bởi|nếu|thì|mà|nhưng|rằng|theo|như|nêu|trao|tặng|đọc|mong
|hứa|chúc|gửi|xem|thăm|hỏi|này|đó|kia|ông|bà|nhằm|từng|chưa|phải|cần|hay|hoặc|đều|lại|rất|vẫn|luôn|gồm|kể|hôm|chiều|tối|ngày|năm|tháng|lúc|rồi|lên|vào|mời
|kiêm|nguyên|cựu|với|đón|dâng|tỏ|gặp|rời|cho biết|yêu cầu|đề nghị|đề xuất|đề cập|đề ra|ghi nhận|ghi chép|đánh giá|biểu dương|khẳng định|nhấn mạnh|chia sẻ|chia tay
|tiếp thu|tiếp tục|tiếp nhận|tiếp đoàn|tiếp và|tiếp lời|lưu ý|cảm ơn|kêu gọi|bày tỏ|gợi ý|giữ chức|giữ vai|nhận định|nhận xét|nhận được|nhận thấy|nhận giúp
|nhận nhiệm|trả lời|dẫn đầu|dẫn chứng|dẫn lời|tin tưởng|tin rằng|giao cho|giao nhiệm|giao các|giao sở|giao công|hiện nay|hiện đang|hiện có|hiện tại|phát biểu|phát động
|chủ trì|chủ tọa|đồng chủ|tham dự|tham gia|tham luận|tham quan|trình bày|báo cáo|kết luận|khai mạc|bế mạc|chỉ đạo hội|chỉ đạo tại|chỉ rõ|chỉ ra|kiến nghị|cam kết
|thông báo|thông qua|thông tin về|thông tin thêm|thông tin tại|thông tin rằng|giới thiệu|thay mặt|thay ông|thay bà|thừa ủy|thừa nhận|tán thành|nhất trí|thống nhất
|quyết định|phân công|phân tích|chụp ảnh|giải thích|giải trình|lý giải|hy vọng|công bố|điều hành hội|cung cấp|cảnh báo|bổ nhiệm|bổ sung|trực tiếp|đồng tình|đồng ý
|đồng thời|trong đó|trong khi|trong buổi|trong cuộc|trong phiên|trong hội|trong năm|trong thời|trong bài|trong những|trong các|trong tháng|trên cơ sở|trao đổi
|thẳng thắn|ủng hộ|tuyên bố|xác nhận|xác định|kết thúc|bắt đầu|tiến hành|triệu tập|tổ chức hội|tổ chức họp|tổ chức lễ|tổ chức cuộc|tổ chức buổi|tổ chức phiên|tổ chức tại|tổ chức sơ|tổ chức tổng|tổ chức một|tổ chức các|tổ chức nhiều|tổ chức chương|tổ chức đoàn|tổ chức gặp|tổ chức ngày|tổ chức tọa|về việc|về kết|tạm|nhìn nhận|phối hợp với|phối hợp cùng
|chứng kiến|tiết lộ|từ chối|bác bỏ|sinh năm|bức xúc|băn khoăn|khuyến cáo|thị sát|kiểm tra tại|kiểm tra công|làm việc|làm trưởng|làm chủ|phụ trách|quán triệt
|đặt câu|đặt vấn|đưa ra|nhắc|giao lưu|trưởng đoàn|bên lề|bên trái|bên phải|bên cạnh|ra quân|ra quyết|đi kiểm|đi thăm|trước khi|sau khi|sau đó|trước đó|chung vui
|nhưng|song|nhờ|hoan nghênh|đánh trống|cắt băng|về dự|về thăm|thắp hương|viếng|trú tại|quê|cư trú|ngụ|tử vong|qua đời|khởi tố|bị can|đại diện|lãnh đạo|cán bộ""".replace("\n", "")
_STOP_MORE = r"""(?<!tự )do|(?<!thiết )(?<!chuẩn )bị|(?<!nông thôn )mới|(?<!và )vừa|(?<!sau )dự(?! án| báo| trữ| phòng| toán| thảo| bị)
|(?<!hàng )(?<!phòng )không(?! quân)|(?<!việc )làm|(?<!thư )(?<!đăng )(?<!chữ )ký|sáng(?! tạo| kiến| tác| lập)|ở(?! nước)|(?<!nước )ngoài(?! nước| công lập| nhà nước)
|sau(?! đại học)|trước|từ(?! thiện)|(?<!nghệ )(?<!và )(?<!toàn )thông tin(?=[,:])|nên|bầu(?! cử)""".replace("\n", "")


@cache
def stop_pattern() -> re.Pattern[str]:
    """Words before which a body's name has ended, in the lowered text."""
    words = words_pattern(w for w in _STOP_WORDS.split("|") if w).pattern
    return re.compile(rf"{words}|(?<!\w)(?:{_STOP_MORE})(?!\w)")


_ADDRESS = re.compile(r"(?:đồng chí|đ/c|gs|pgs|ts|ths|tskh|giáo sư|phó giáo sư|tiến sĩ)(?!\w)")


def begins_other(lowered: str, at: int) -> bool:
    """Does a post, rank or honorific begin at `at`? (Told by the first word, then by the full patterns.)"""
    word = _WORD.match(lowered, at)
    if not word or word[0] not in starters():
        return False
    from graph.grammar.posts import head_pattern  # the two modules read each other's words
    from graph.grammar.ranks import rank_pattern

    return bool(
        rank_pattern().match(lowered, at) or head_pattern().match(lowered, at) or _ADDRESS.match(lowered, at)
    )


def body_at(folded: str, lowered: str, at: int, word: str | None = None, known: Collection[str] = ()) -> Body | None:
    """Read the name of a body that begins at `at`.

    Args:
        folded, lowered: the report's text (see `Document`).
        at: where its first word begins.
        word: the type word that a post's head has swallowed already ("Trưởng Ban" + "Dân vận").
        known: full names (folded) of persons seen elsewhere in the report.

    Returns:
        The body, or None if nothing that can be a body begins there.
    """
    match = body_pattern().match(lowered, at)
    if match and (word is None or match[0].split(" ")[0] == word.split(" ")[0] or folded[at].isupper()):
        if match[0] in surnames_as_types() and _person_at(folded, lowered, at):
            return None
        tail, eponym = body_types()[match[0]]
        first, begin = match[0], match.end()
    elif word is not None:
        first, begin = word, at
        tail, eponym = body_types().get(word, ("open", False))
        if not _remainder(folded, lowered, at, tail):
            return None
    else:
        return _bare(folded, lowered, at, known)
    end, name_at = _tail(folded, lowered, begin, tail, eponym, known, glued=begin == at, rank=_RANK_OF.get(first, 4))
    if begin == at and end <= at:
        return None
    if name_at is None:
        end, name_at = _parents(folded, lowered, first, end, known)
    return Body(at, end, tail, first, name_at)


@cache
def surnames_as_types() -> frozenset[str]:
    """First words of bodies that are surnames too ("Đoàn")."""
    return frozenset(s.lower() for s in surnames()) & frozenset(body_types())


def _person_at(folded: str, lowered: str, at: int) -> bool:
    """Is the run at `at` a name of three or four syllables, not an acronym, none of them opening a body?"""
    words = [folded[a:b] for a, b in run_at(folded, at)]
    if not 3 <= len(words) <= 4 or any(len(w) > 2 and w.isupper() for w in words):
        return False
    return words[0] in surnames() and " ".join(words[:2]) != "Đoàn Thanh"


def _remainder(folded: str, lowered: str, at: int, tail: str) -> bool:
    """May what stands at `at` complete a body whose first word is part of the post's head?"""
    ch = folded[at : at + 1]
    if not ch or begins_other(lowered, at):
        return False
    if tail == "field":
        return bool(_FIELDS.match(lowered, at) or _ACRONYM.match(folded, at))
    if ch.isupper():
        return not _person_at(folded, lowered, at) or place_at(folded, lowered, at) is not None
    if ch.isdigit():
        return bool(_NUMBER.match(lowered, at))
    return bool(ch.isalpha() and not stop_pattern().match(lowered, at))


def _bare(folded: str, lowered: str, at: int, known: Collection[str]) -> Body | None:
    """Read a body that has no type word: a country, "tỉnh Quảng Nam", a brand, an acronym."""
    level = level_at(lowered, at)
    if level or place_at(folded, lowered, at):
        end, name_at = _tail(folded, lowered, at, "place", False, known, glued=True)
        return Body(at, end, "place", "", name_at) if end > at else None
    if not folded[at : at + 1].isupper() or begins_other(lowered, at):
        return None
    words = [folded[a:b] for a, b in run_at(folded, at)]
    if not words or words[0] in surnames() and len(words) > 1:
        return None
    end, name_at = _tail(folded, lowered, at, "place", False, known, glued=True)
    return Body(at, end, "place", "", name_at) if end > at else None


def _tail(
    folded: str, lowered: str, pos: int, tail: str, eponym: bool, known: Collection[str], glued: bool = False, rank: int = 4
) -> tuple[int, int | None]:
    """Walk on from `pos` to the end of a body's name; return that end and where a glued name begins."""
    begin, small, placed, strict, stop = pos, 0, eponym, rank, stop_pattern()
    fresh = True  # nothing but the type word has been read
    while True:
        if glued and pos == begin:
            at = pos
        elif folded[pos : pos + 1] == " ":
            at = pos + 1
        elif folded.startswith(", ", pos) and _over_comma(folded, lowered, pos, tail, begin):
            at = pos + 2
        else:
            break
        ch = folded[at : at + 1]
        if not ch:
            break
        if ch == "-":
            after = _over_dash(folded, lowered, at, tail)
            if after is None:
                break
            pos, placed = after, False
            continue
        if ch == "&" and not fresh:
            pos = at + 1
            continue
        if ch == '"':
            close = folded.find('"', at + 1, at + 160)
            if close < 0 or tail == "place" or "\n" in folded[at:close]:
                break
            pos, placed, fresh = close + 1, False, False
            continue
        if ch.isdigit() or lowered.startswith("số ", at):
            number = _NUMBER.match(lowered, at)
            if not number or tail == "field":
                break
            pos, placed, fresh = number.end(), False, False
            continue
        if tail == "field" and fresh:
            field = _FIELDS.match(lowered, at)
            if field:
                pos, tail, fresh = field.end(), "place", False
                continue
        term = _TERM.match(lowered, at)
        if term:
            pos, placed = term.end(), False
            continue
        kind = body_pattern().match(lowered, at)
        level = None if kind and ch.isupper() else level_at(lowered, at)
        if level and (level.rank < 3 or ch.isupper() or _BARE_LEVEL.match(lowered, at) and _leveled(folded, lowered, at, level.end)):
            pos, placed, fresh, strict = level.end, True, False, level.rank
            joined = place_at(folded, lowered, pos)
            if joined:
                pos, placed = joined, False
            continue
        if ch.isupper():
            if kind and not (kind[0] in surnames_as_types() and _person_at(folded, lowered, at)):
                if not (tail == "place" and fresh is False and kind[0] in ("ban", "phòng", "sở", "trung tâm") and begins_other(lowered, at)):
                    kept = tail
                    tail, eponym = body_types()[kind[0]]
                    tail = "long" if kept == "long" else tail
                    pos, placed, fresh, begin, glued = kind.end(), eponym, True, kind.end(), False
                    strict = _RANK_OF.get(kind[0], 4)
                    continue
            if begins_other(lowered, at):
                break
            acronym = _ACRONYM.match(folded, at)
            if acronym and not placed:
                pos, placed, fresh = acronym.end(), False, False
                continue
            end, name_at = _capitals(folded, lowered, at, strict if placed else 0, known)
            if name_at is not None:
                return (end if end > at else pos), name_at
            pos, placed, fresh = end, False, False
            continue
        if not ch.isalpha() or stop.match(lowered, at) or begins_other(lowered, at):
            break
        if kind and (folded[kind.end() + 1 : kind.end() + 2].isupper() or body_types()[kind[0]][0] == "place" and len(kind[0]) > 5):
            tail, eponym = body_types()[kind[0]]
            pos, placed, fresh, begin, glued = kind.end(), eponym, True, kind.end(), False
            strict = _RANK_OF.get(kind[0], 4)
            continue
        of = _OF.match(folded, at)
        if of:
            pos, placed, fresh = of.end() - 1, False, False
            continue
        if tail in ("place", "field"):
            words = _PLACE_WORDS.match(lowered, at)
            if not words:
                break
            pos, placed, fresh = words.end(), False, False
            continue
        word = _WORD.match(folded, at)
        small += 1
        if not word or small > _MOST_WORDS:
            break
        pos, placed, fresh = word.end(), False, False
    links = _LINKS.search(folded, begin, pos)
    return (links.start() if links else pos), None


def _leveled(folded: str, lowered: str, at: int, end: int) -> bool:
    """Is a commune's or village's level word followed by a name, a number, or the end of the phrase?"""
    rest = folded[end : end + 2]
    return not rest or rest[0] != " " or rest[1:2].isupper() or rest[1:2].isdigit() or not rest[1:2].isalpha() or lowered.startswith("xã", at)


def _over_comma(folded: str, lowered: str, pos: int, tail: str, begin: int) -> bool:
    """Does the name go on after this comma? ("phòng, chống", and small letters after a long kind of body.)"""
    at = pos + 2
    if lowered.startswith("chống", at) and lowered.endswith("phòng", 0, pos):
        return True
    if tail != "long" or not folded[at : at + 1].islower():
        return False
    return not (stop_pattern().match(lowered, at) or begins_other(lowered, at) or level_at(lowered, at) or _COLLECTIVE.match(lowered, at))


_COLLECTIVE = re.compile(r"(?:lãnh đạo|đại diện|thành viên|các|cán bộ|nhiều|một số|hơn|trên|gần|chuyên gia|người)(?!\w)")


def _over_dash(folded: str, lowered: str, at: int, tail: str) -> int | None:
    """Return where the name goes on after " - " inside it ("Khoa học - Công nghệ"), or None."""
    if folded[at + 1 : at + 2] != " " or tail == "place":
        return None
    after = at + 2
    if body_pattern().match(lowered, after) or stop_pattern().match(lowered, after) or begins_other(lowered, after):
        return None
    field = _FIELDS.match(lowered, after)
    if field:
        return field.end()
    word = _DASHED.match(lowered, after)
    return word.end() if word else None


# Bodies after which the name of a unit of that rank comes, or nothing.
_RANK_OF = {
    "tỉnh ủy": 1, "tỉnh đoàn": 1, "thành ủy": 2, "thành đoàn": 2, "huyện ủy": 2, "quận ủy": 2, "thị ủy": 2, "huyện đoàn": 2,
    "quận đoàn": 2, "thị đoàn": 2,
}  # fmt: skip
_DASHED = re.compile(r"(?:xã hội|kinh tế|khen thưởng|nghệ thuật|kỹ thuật|chính trị|hành chính|hậu cần|tư|truyền hình|giáo dục|ngân sách|tuyên truyền|dịch vụ)(?!\w)")


def _capitals(
    folded: str, lowered: str, at: int, rank: int, known: Collection[str]
) -> tuple[int, int | None]:
    """Read a run of capitalised syllables inside a name: how far it belongs to it, where a person begins.

    `rank`: 0, or the rank of the level word before it. Provinces are all known, so that after "tỉnh" a run
    that is none of them names a person ("Phó Chủ tịch UBND tỉnh" + name); districts are rarely named after
    people, communes, schools and villages often.
    """
    spans = run_at(folded, at)
    if not spans:
        match = RUN.match(folded, at)
        word = match[0].split(" ")[0] if match else folded[at]
        return at + len(word), None
    for i, (start, _) in enumerate(spans[1:], 1):
        if (
            body_pattern().match(lowered, start) and lowered[start : spans[i][1]] not in surnames_as_types()
        ) or level_at(lowered, start) or begins_other(lowered, start):
            spans = spans[:i]
            break
    words = [folded[a:b] for a, b in spans]
    place_end = place_at(folded, lowered, at)
    covered = sum(1 for _, b in spans if b <= place_end) if place_end else 0
    if rank and not covered and plausible(words) and _personal(words, rank):
        return at, at
    start = name_starts(words, covered, rank > 0 and not covered, known)
    if start is None and covered and 2 <= len(words) - covered <= 5 and not any(w.isupper() for w in words[covered:]):
        start = covered
    if start is None:
        end = spans[-1][1]
        return (place_end if place_end and place_end > end else end), None
    return (spans[start - 1][1] if start else at), spans[start][0]


def _personal(words: list[str], rank: int) -> bool:
    """After a level word: is this a person's name and no place's?"""
    if rank == 1 or words[1] in _MIDDLES:
        return rank == 1 or len(words) > 2
    return rank == 2 and 3 <= len(words) <= 4 and words[0] in strong_surnames()


_MIDDLES = frozenset({"Thị", "Văn"})
_PARENT_SEPARATOR = re.compile(r" - | \((?:thuộc )?|,? thuộc |, ")
_HAS_PARENT = frozenset(
    """cục|tổng cục|chi cục|vụ|phòng|viện|trung tâm|khoa|bộ môn|đội|đồn|trạm|hạt|tòa|ban|văn phòng|thanh tra|học viện|trường
    |ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|công an|đảng ủy|chi bộ|đảng bộ|huyện ủy|quận ủy|thị ủy|hội|mttq|mặt trận|chi hội
    |thôn|bản|ấp|xóm|buôn|làng|khóm|khu phố|tổ dân phố|ban công tác mặt trận|chùa|tổ|hợp tác xã|htx|đoàn|trường thpt|trường thcs|bệnh viện|clb|câu lạc bộ""".replace(
        "\n    ", ""
    ).split("|")
)
_PARENT_TYPES = re.compile(
    r"(?:bộ|tổng cục|cục|sở|thanh tra chính phủ|văn phòng chính phủ|công an|tỉnh ủy|thành ủy|huyện ủy|học viện|trường|đại học|đh|viện|quân khu"
    r"|ban|hội|ubnd|bệnh viện|tập đoàn|tổng công ty|bộ tư lệnh|bộ chỉ huy|bộ đội biên phòng|quốc hội)(?!\w)"
)


def _parents(folded: str, lowered: str, first: str, end: int, known: Collection[str]) -> tuple[int, int | None]:
    """Take in the bodies or places above this one, after a comma, a dash, or in parentheses."""
    if first not in _HAS_PARENT:
        return end, None
    for _ in range(3):
        separator = _PARENT_SEPARATOR.match(folded, end)
        if not separator:
            break
        at, bracket = separator.end(), separator[0].startswith(" (")
        level = level_at(lowered, at)
        kind = None if first in _OF_PLACE else _PARENT_TYPES.match(lowered, at)
        place = place_at(folded, lowered, at)
        upper = folded[at : at + 1].isupper()
        if level and not kind:
            after = level.end
            after += folded[after : after + 1] == " "
            if not (folded[after : after + 1].isupper() or folded[after : after + 1].isdigit()):
                break
            stop, name_at = _tail(folded, lowered, at, "place", False, known, glued=True)
        elif kind and (upper or folded[kind.end() + 1 : kind.end() + 2].isupper()) and not begins_other(lowered, at):
            tail, eponym = body_types().get(kind[0], ("open", False))
            stop, name_at = _tail(folded, lowered, kind.end(), tail, eponym, known)
        elif place and (bracket or first in _OF_PLACE):
            stop, name_at = _tail(folded, lowered, at, "place", False, known, glued=True)
        elif bracket and upper and first in _OF_PLACE:
            match = RUN.match(folded, at)
            stop, name_at = (match.end(), None) if match else (at, None)
        else:
            break
        if stop <= at:
            break
        if bracket:
            if folded[stop : stop + 1] != ")":
                break
            stop += 1
        elif name_at is None and not _CLOSED.match(folded, stop) and not stop_pattern().match(lowered, stop + 1):
            break
        end = stop
        if name_at is not None:
            return end, name_at
    return end, None


_OF_PLACE = frozenset("ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|công an|đảng ủy|huyện ủy|quận ủy|hội|thôn|bản|ấp|làng|trường|chùa|mttq".split("|"))
_CLOSED = re.compile(r"[,;.:()\"]| -|\n|$| \(")
