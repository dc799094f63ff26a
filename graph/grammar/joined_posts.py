"""What joins a post to the name or post before it: a comma, a bracket, "là", "được bầu giữ chức vụ"."""

import re

from graph.grammar.body_words import WORD

JOINED = re.compile(
    r",? (?:(?:đã|từng|lần lượt|trước đó|cũng|vốn|còn|có thời gian) )*"
    r"(?:giữ|nắm giữ|đảm nhiệm|đảm nhận|kinh qua|trải qua)(?: qua)?"
    r" (?:các|nhiều|những) (?:chức vụ|cương vị|vị trí|chức danh)(?: (?:như|gồm|là|quan trọng|chủ chốt|lãnh đạo))*:? |"
    r", người (?:đang |từng |vừa |mới )?(?:là |làm |giữ chức(?: vụ)? |đảm nhiệm chức(?: vụ)? )"
    r"| \((?:hiện là |nguyên là |hiện nay là |đều là |cùng là |là )?"
    r"|, (?:đều là |cùng là )?(?:kiêm |đồng thời (?:là |giữ chức )?"
    r"|hiện là |nay là |và |giữ chức(?: vụ)? |hiện giữ chức(?: vụ)? |là |làm )?| ?- |; "
    r"| kiêm(?: nhiệm)? | rồi (?:làm |đến |giữ chức )?"
    r"| đồng thời là | và "
    r"|(?:,?(?: trước đó| trước đây)? (?:hiện|nguyên|từng|đang|vốn|cũng|vẫn|đã từng))?(?: giữ)? (?:là"
    r"|chức(?: vụ)?(?= )|làm|đảm nhiệm chức(?: vụ)?|đảm nhận chức(?: vụ)?|cương vị) "
    r"|,? (?:được |đã được )?(?:bổ nhiệm|điều động|phân công|bầu|luân chuyển|chỉ định|bầu giữ"
    r"|tái cử|tái đắc cử|đắc cử|trúng cử)(?: và bổ nhiệm| tham gia| giữ| làm| vào| chức danh| chức vụ"
    r"| chức)* "
)
ASIDE = re.compile(
    r" \((?:(?:người |hàng |bìa |ngoài |ngồi |đứng )?(?:bên |cùng |ngoài cùng )?(?:trái|phải"
    r"|giữa|đứng|ngồi|hàng|thứ|ảnh|áo|cầm|đeo|người|bìa)[^)\n]{0,50}|\d{2} tuổi|SN \d{4}"
    r"|sinh (?:năm )?\d{4}[^)\n]{0,20})\)"
    r"|, người [^\W\d_]+(?: [^\W\d_]+){0,2}(?= - )",
    re.IGNORECASE,
)
ONCE = re.compile(r"(?<!\w)(?:nguyên|từng|vốn)(?!\w)")
TOLD = re.compile(r"theo (?:lời )?$")

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
    ]
)


def may_go_on(lowered: str, at: int) -> bool:
    """Say, by what follows a name or post, whether more posts may be joined to it."""
    ch = lowered[at : at + 1]
    if ch != " ":
        return ch in (",", ";", "-")
    word = WORD.match(lowered, at + 1)
    return word[0] in _GOING_ON if word else lowered[at + 1 : at + 2] in ("(", "-")
