"""What joins a post to the name or post before it: a comma, a bracket, "là", "được bầu giữ chức vụ"."""

import re
from collections.abc import Collection
from dataclasses import replace

from graph.grammar.bodies.body_stops import stop_pattern
from graph.grammar.bodies.body_words import WORD
from graph.grammar.bodies.organisations import Body, body_at
from graph.grammar.bodies.places import countries, place_at
from graph.grammar.names.names import plain as key
from graph.grammar.names.names import run_at, strong_surnames
from graph.grammar.posts.posts import Post
from graph.grammar.text.normal import UPPER
from graph.grammar.text.word_lists import word_list

JOINED = re.compile(
    r",? (?:(?:đã|từng|lần lượt|trước đó|cũng|vốn|còn|có thời gian) )*"
    r"(?:giữ|nắm giữ|đảm nhiệm|đảm nhận|kinh qua|trải qua)(?: qua)?"
    r" (?:các|nhiều|những) (?:chức vụ|cương vị|vị trí|chức danh)"
    r"(?:,? (?:như|gồm|là|quan trọng|chủ chốt|lãnh đạo|khác nhau|công tác|quản lý))*:? |"
    r",? với (?:tư cách|cương vị|vai trò)(?: là)? |"
    r", người (?:đang |từng |vừa |mới )?(?:là |làm |giữ (?:chức(?: vụ)?|ghế|vị trí|cương vị|trọng trách) "
    r"|đảm nhiệm chức(?: vụ)? )"
    r"|(?:,| -)? (?:khi|lúc|bấy) (?:đó|ấy|giờ) (?:đang )?(?:là|làm|giữ chức) "
    r"|(?: -|;) (?:hiện|nay|hiện nay|nguyên là) (?:là |làm |giữ chức(?: vụ)? |đảm nhiệm chức(?: vụ)? )?"
    r"| \((?:hiện là |nguyên là |hiện nay là |đều là |cùng là |trước đây là |trước đó là |trước là |là )?"
    r"|, (?:đều là |cùng là )?(?:kiêm |đồng thời (?:là |giữ chức )?"
    r"|hiện là |nay là |và |giữ chức(?: vụ)? |hiện giữ chức(?: vụ)? |là |làm )?| ?- |; "
    r"| kiêm(?: nhiệm)? | rồi (?:làm |đến |giữ chức )?"
    r"| đồng thời là | và "
    r"| (?=nguyên (?!nhân|tắc|liệu|vẹn|trạng|văn|lý|do))"
    r"| (?:(?:đã|vừa|chính thức|sau đó) )*(?:trở thành|đi làm) "
    r"|(?:,?(?: trước đó| trước đây)? (?:hiện|nguyên|từng|đang|vốn|cũng|còn|vẫn|đã từng))?(?: giữ)? (?:là"
    r"|chức(?: vụ)?(?= )|làm|đảm nhiệm chức(?: vụ)?|đảm nhận chức(?: vụ)?|cương vị|vai trò|trọng trách) "
    r"|,? (?:được |đã được )?(?:bổ nhiệm|điều động|phân công|bầu|luân chuyển|chỉ định|bầu giữ"
    r"|tái cử|tái đắc cử|đắc cử|trúng cử)(?: và bổ nhiệm| tham gia| giữ| làm| vào| chức danh| chức vụ"
    r"| chức)* "
)
ASIDE = re.compile(
    r" \((?:(?:người |hàng |bìa |ngoài |ngồi |đứng )?(?:bên |cùng |ngoài cùng )?(?:trái|phải"
    r"|giữa|đứng|ngồi|hàng|thứ|ảnh|áo|cầm|đeo|người|bìa)[^)\n]{0,50}|\d{2} tuổi|SN \d{4}"
    r"|sinh (?:năm )?\d{4}[^)\n]{0,20})\)"
    r"| \((?:xã|phường|thị trấn|thôn|bản|ấp|huyện|tỉnh|đoàn|tổ) [^)\n]{1,40}\)(?=, | - )"
    r"|, người [^\W\d_]+(?: [^\W\d_]+){0,2}(?= - )",
    re.IGNORECASE,
)
# What stands between a name and its post and is none: "bà A, dân tộc Mông, Trưởng thôn".
BETWEEN = re.compile(
    r", (?:thành viên|hội viên|đảng viên|cán bộ|chuyên viên|nghệ nhân|người|dân tộc|quê|sinh năm|cử nhân|kỹ sư|đại diện"
    r"|già làng|(?:hơn )?\d{2} tuổi)(?: [^,;.\n()]{1,40})?(?=, )"
)
ONCE = re.compile(r"(?<!\w)(?:(?<=\()trước(?: đây| đó)?|nguyên|từng|vốn|khi đó|lúc đó|khi ấy|lúc ấy|bấy giờ)(?!\w)")
# Before the holder: "đề nghị điều động, bổ nhiệm ông A giữ chức …", "không bầu ông A …", "dự kiến ông A …".
PLANNED_FOR = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, word_list('not-so', 'unsettled')))})"
    r"(?:(?:, | và | )(?:việc|bầu|bổ nhiệm|điều động|luân chuyển|phân công|chỉ định|đề bạt|cử|để))* $"
)
_TOLD = re.compile(r"theo (?:lời )?$")
_HEARD = re.compile(r"(?:ý kiến|báo cáo|phát biểu|đề xuất|kiến nghị) của $")
_SAYS = re.compile(
    r" (?:đã |cũng )?(?:đề nghị|yêu cầu|kết luận|nhấn mạnh|chỉ đạo|cho biết|cho rằng|khẳng định|giao|đánh giá|ghi nhận|"
    r"lưu ý|phát biểu)(?!\w)"
)


def of_another(lowered: str, start: int, post_end: int) -> bool:
    """Is a bare post after the comma of another: “theo ông A, Chủ tịch …”, "ý kiến của ông A, Thứ trưởng đề nghị"?"""
    if _TOLD.search(lowered, max(0, start - 9), start):
        return True
    return bool(_HEARD.search(lowered, max(0, start - 14), start) and _SAYS.match(lowered, post_end))


_GOING_ON = frozenset(
    [
        "kiêm",
        "rồi",
        "đồng",
        "và",
        "hiện",
        "nguyên",
        "từng",
        "đang",
        "vốn",
        "cũng",
        "vẫn",
        "giữ",
        "là",
        "chức",
        "làm",
        "đảm",
        "cương",
        "được",
        "đã",
        "bổ",
        "điều",
        "phân",
        "bầu",
        "luân",
        "chỉ",
        "tái",
        "đắc",
        "trúng",
        "lần",
        "trước",
        "có",
        "còn",
        "nắm",
        "kinh",
        "trải",
        "khi",
        "lúc",
        "bấy",
        "với",
        "trở",
        "vừa",
        "chính",
        "sau",
        "đi",
    ]
)


def may_go_on(lowered: str, at: int) -> bool:
    """Say, by what follows a name or post, whether more posts may be joined to it."""
    ch = lowered[at : at + 1]
    if ch != " ":
        return ch in (",", ";", "-")
    word = WORD.match(lowered, at + 1)
    return word[0] in _GOING_ON if word else lowered[at + 1 : at + 2] in ("(", "-")


def ending_in_place(folded: str, lowered: str, post: Post, known: Collection[str]) -> Post:
    """After its holder's name, "Đồn trưởng Đồn Biên phòng Lộc An": two syllables at the end are the body's place."""
    body = post.body
    if body is None and "bodyWord" in post.concept.extra and folded.startswith(" ", post.end):
        body = Body(post.end + 1, post.end, "open", key(post.concept.extra["bodyWord"][0]), post.end + 1)
    if body is None or body.name_at is None or body.name_at != body.end + 1:
        return post
    spans = run_at(folded, body.name_at)
    words = [folded[a:b] for a, b in spans]
    closed = folded[spans[-1][1] : spans[-1][1] + 1] in (",", ";", ".", ")", "\n", "") if spans else False
    if spans and body.tail == "open" and _CLOSES.match(folded, spans[-1][1]):
        closed = True  # "Tổng giám đốc Ngân hàng Sông Mơ (SMB)"
    surname = words and words[0] in strong_surnames() and body.tail != "open"
    if spans and not closed and words[0] not in strong_surnames() and folded[spans[-1][1]] == " ":
        closed = stop_pattern().match(lowered, spans[-1][1] + 1) is not None  # "Trạm Quản lý rừng Sông Mơ vì …"
    if surname and folded.endswith(_TOWN, 0, body.name_at):
        surname = False  # "bà A, Phó Chủ tịch UBND thị xã Phan Mơ"
    if len(words) != 2 or not closed or surname or " ".join(words) in known:
        return post
    return replace(post, end=spans[-1][1], body=replace(body, end=spans[-1][1], name_at=None))


_CLOSES = re.compile(rf" \([{UPPER}][^\W\d_]{{1,9}}\)| - ")
_TOWN = (" thành phố ", " thị xã ", " TP ", " TP. ", " huyện ", " quận ", " thị trấn ")


def over_comma(folded: str, lowered: str, post: Post, known: Collection[str]) -> Post:
    """Read the body that a comma parts from its title: "Phó Hội trưởng thứ nhất, Hội Nuôi ong Hà Nam;"."""
    told = post.body is not None or {"fixedBody", "noBody", "memberOf"} & set(post.concept.extra)
    if told or not folded.startswith(", ", post.end):
        return post
    at = post.end + 2
    body = body_at(folded, lowered, at, None, known) if folded[at : at + 1].isupper() else None
    if not body or not body.first or body.name_at is not None or body.end - at < len(body.first) + 3:
        return post
    if (
        folded[body.end : body.end + 1] not in (";", ".", ")", "\n", "", "…")
        and folded[body.end : body.end + 2] != " ("
        and not (folded[body.end] == " " and stop_pattern().match(lowered, body.end + 1))
    ):
        return post
    return replace(post, body=body, end=body.end)


def of_land(folded: str, lowered: str, posts: list[Post], at: int) -> int:
    """Read "của Brunei", "(Brunei)" after the name of one who holds an office of state; return where it ends."""
    begin = at + 5 if lowered.startswith(" của ", at) else at + 2 if lowered.startswith(" (", at) else 0
    land = place_at(folded, lowered, begin) if posts and begin else None
    if not land or lowered[begin:land] not in countries() or begin == at + 2 and folded[land] != ")":
        return at
    last = posts[-1]
    if last.body is None and {"fixedBody", "noBody", "state"} & set(last.concept.extra):
        posts[-1] = replace(last, body=Body(begin, land, "place", ""))
        return land + (begin == at + 2)
    return at
