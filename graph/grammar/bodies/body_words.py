"""The words that make up names of bodies.

Kinds of bodies come from the scheme `body-type`; fields of government and joining words stand here. Before
which words such a name has ended, `body_stops` says.
"""

import re
from collections.abc import Mapping
from functools import cache

from graph.grammar.text.cues import key, words_pattern
from graph.grammar.text.normal import UPPER
from graph.grammar.text.openings import Openings
from graph.grammar.text.word_lists import word_list
from ontology.vocabulary import scheme

# Fields of government: the first of a name ("Bộ Công an"), and those that may be joined to one ("và Đào tạo").
_FIRST_FIELDS = tuple(
    """công an|quốc phòng|ngoại giao|nội vụ|tư pháp|y tế|tài chính|công thương|xây dựng""".replace("\n    ", "").split(
        "|"
    )
)
_JOINED_FIELDS = [
    "giáo dục",
    "đào tạo",
    "khoa học",
    "công nghệ",
    "văn hóa",
    "thể thao",
    "du lịch",
    "thông tin",
    "truyền thông",
    "tài nguyên",
    "môi trường",
    "nông nghiệp",
    "phát triển nông thôn",
    "nông thôn",
    "lao động",
    "thương binh",
    "xã hội",
    "giao thông",
    "vận tải",
    "kế hoạch",
    "đầu tư",
    "quy hoạch",
    "kiến trúc",
    "ngoại vụ",
    "dân tộc",
    "tôn giáo",
    "thủy sản",
    "thương mại quốc tế",
    "thương mại",
    "công nghiệp",
    "gia đình",
    "nội chính",
    "an ninh",
    "dân vận",
    "tuyên giáo",
    "kinh tế",
    "hải sản",
    "tái thiết",
    "năng lượng",
    "nhập cư",
    "hàng hải",
    "hạ tầng",
    "phúc lợi",
    "tìm kiếm cứu nạn",
    "phòng thủ dân sự",
    "ngân khố",
    "tình trạng khẩn cấp",
    "các tình trạng khẩn cấp",
    "an ninh nội địa",
    "an ninh quốc gia",
    "thống nhất",
    "dầu mỏ",
    "cựu chiến binh",
    "biến đổi khí hậu",
    "lâm nghiệp",
    "ngư nghiệp",
    "thực phẩm",
    "nhà ở",
    "đô thị",
    "nội địa",
    "ngoại thương",
    "việc làm",
    "nguồn nhân lực",
    "phụ nữ",
    "thanh niên",
    "hợp tác phát triển",
    "phát triển quốc tế",
    "kỹ thuật số",
    "đổi mới sáng tạo",
    "viễn thông",
    "nghề cá",
]
_FIRST = words_pattern([*_FIRST_FIELDS, *_JOINED_FIELDS]).pattern
_JOINED = words_pattern(["tài chính", "xây dựng", *_JOINED_FIELDS]).pattern
# In the lowered text.
FIELDS = re.compile(rf"{_FIRST}(?:(?:,? - ?|, | và | & ?|&|-| ){_JOINED})*")
# Boards that every firm has: they do not say whose they are.
FIRM_BOARDS = frozenset({"hđqt", "hđtv", "hội đồng quản trị", "hội đồng thành viên", "ban kiểm soát"})
ACRONYM = re.compile(rf"[{UPPER}]{{2,}}\w*(?: ?[&,-] ?[{UPPER}]{{2,}}\w*)*(?!\w)")
NUMBER = re.compile(
    r"(?:số )?\d{1,3}(?:[ab](?=,| thuộc | -))?(?![\w]|[./%]\d|-\d|,\d"
    r"| (?:năm|người|đồng|triệu|tỷ|tập thể|cá nhân|lần|vụ|bộ|chiếc|suất|phần|bức))"
)
# A school may be named after a day ("Trường Mầm non 19/5").
DAY_NAME = re.compile(r"\d{1,2}[/-]\d{1,2}(?![/\w-]\d)(?!\d)")
TERM = re.compile(
    r"(?:,? ?(?:khóa|nhiệm kỳ) (?:[IVXL]+|\d{1,2}|thứ \w+|\d{4} ?- ?\d{4})(?!\w)"
    r"(?:(?:,| và) (?:[IVXL]{1,4}(?!\w)|\d{1,2}(?=[,;.)\n]| và |$)(?!\.\d)))*)",
    re.IGNORECASE,
)
PLACE_WORDS = re.compile(
    r"(?:nhân dân|trung ương|tối cao|cấp cao|quốc gia|việt nam|đảng|đoàn|hội|các|khu vực|quân sự|lâm thời"
    r"|chi nhánh)(?!\w)"
)
CAPITAL_WORDS = frozenset({"tối cao", "cấp cao", "quốc gia", "trung ương", "nhân dân", "quân sự"})
# "(ATGT)" inside a name that goes on after it.
IN_BRACKETS = re.compile(
    rf" \([{UPPER}][{UPPER}&-]{{1,7}}(?: ?[&-] ?[{UPPER}]{{2,6}}| ?\d{{2,3}})?\)(?= \w|, [{UPPER}])"
)
OF = re.compile(rf"của (?=[{UPPER}]|tỉnh|thành phố|huyện|quận|xã|bộ |cục |đảng)")
# A working group is named by whom it works for ("tổ công tác của Thủ tướng").
OF_RULER = re.compile(r"của (?:thủ tướng(?: chính phủ)?|chủ tịch nước)(?!\w)(?! về)")
WORD = re.compile(r"[^\W\d_][\w/]*")
# Joining words that a name cannot end in.
_LINK_WORDS = ("và", "của", "về", "thuộc", "trong", "cho", "với", "các", "cùng")
LINKS = re.compile(rf"(?:[ ,;:-]+(?:{'|'.join(_LINK_WORDS)}|-)?)+$")
LINK_ENDS = (*_LINK_WORDS, *" ,;:-")  # a text that ends in none of these has no link at its end
SMALL_LEVEL = re.compile(
    rf"(?:thôn|bản|ấp|xóm|buôn|làng|khóm|khu phố|tổ dân phố)(?= (?:[{UPPER}]|\d))|xã(?! hội)|phường(?! vải)"
    r"|thị trấn|đặc khu|tổ dân phố"
)
# "UBND Q. Bình Tân", not an initial ("P. Ô. Nên")
WARD = re.compile(rf"[QP]\. ?(?:\d|[{UPPER}][^\W\d_]+(?![\w-]))")
VN = re.compile(r"VN(?!\w)")
# What may stand after " - " inside a name ("kinh tế - xã hội").
DASHED = re.compile(
    r"(?:xã hội|kinh tế|khen thưởng|nghệ thuật|kỹ thuật|chính trị|hành chính|hậu cần|tư|truyền hình|giáo dục|ngân sách"
    r"|tuyên truyền|dịch vụ|phụ nữ|viễn thông|khoáng sản|hỗ trợ|tổng hợp|đào tạo|quản trị|thi đua|kế toán|kế hoạch"
    r"|hợp tác|nghiệp vụ|tài vụ|đối ngoại|thông tin|thương mại|đầu tư|quản lý|vật tư|thiết bị|sản xuất|kinh doanh"
    r"|xuất nhập khẩu|tin học|công nghệ|du lịch|dân vận|tài chính|bảo vệ|cán bộ|thanh tra|pháp chế|kiểm tra|viên chức"
    r"|biên chế|tiền lương|chống độc|phụ sản|nhiễm khuẩn|dinh dưỡng|gây mê|hồi sức|ung bướu|tai mũi họng"
    r"|đường sắt|đường thủy|đường bộ|răng hàm mặt|phục hồi chức năng|y học cổ truyền|dược)(?!\w)"
)
COLLECTIVE = re.compile(
    r"(?:đơn vị|lãnh đạo|đại diện|thành viên|các|cán bộ|nhiều|một số|hơn|trên|gần|chuyên gia|người)(?!\w)"
)
GENERIC = re.compile(r" (?:các|mọi|nhiều|một số|những|từng|mỗi|địa phương|đơn vị)(?!\w)")

# Bodies that are part of others: the next body or place after a comma, dash or bracket is theirs.
_HAS_PARENT = [
    "quốc hội",
    "cục",
    "tổng cục",
    "chi cục",
    "vụ",
    "phòng",
    "viện",
    "trung tâm",
    "khoa",
    "bộ môn",
    "đội",
    "đồn",
    "trạm",
    "hạt",
    "tòa",
    "ban",
    "văn phòng",
    "thanh tra",
    "học viện",
    "trường",
    "ubnd",
    "ủy ban nhân dân",
    "hđnd",
    "hội đồng nhân dân",
    "công an",
    "đảng ủy",
    "chi bộ",
    "đảng bộ",
    "huyện ủy",
    "quận ủy",
    "thị ủy",
    "hội",
    "mttq",
    "mặt trận",
    "chi hội",
    "thôn",
    "bản",
    "ấp",
    "xóm",
    "buôn",
    "làng",
    "khóm",
    "khu phố",
    "tổ dân phố",
    "ban công tác mặt trận",
    "chùa",
    "tổ",
    "hợp tác xã",
    "htx",
    "đoàn",
    "trường thpt",
    "trường thcs",
    "bệnh viện",
    "clb",
    "câu lạc bộ",
    "tiểu đoàn",
    "đại đội",
    "trung đội",
    "trung đoàn",
    "đồn biên phòng",
]
HAS_PARENT = frozenset(_HAS_PARENT)
OF_PLACE = frozenset(
    ("ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "công an", "đảng ủy", "huyện ủy", "quận ủy", "hội", "thôn")
    + ("bản", "ấp", "làng", "trường", "chùa", "mttq")
)
PARENT_SEPARATOR = re.compile(rf" - | \((?:thuộc |[{UPPER}]{{2,4}} ?\d{{1,3}} - )?|,? thuộc |, ")
PARENT_TYPES = re.compile(
    r"(?:bộ|tổng cục|cục|sở|thanh tra chính phủ|văn phòng chính phủ|công an|tỉnh ủy|thành ủy|huyện ủy|học viện|trường"
    r"|đại học|đh|viện|quân khu|ban|hội|ubnd|bệnh viện|tập đoàn|tổng công ty|bộ tư lệnh|bộ chỉ huy|bộ đội biên phòng"
    r"|quốc hội|bộ đội biên phòng|bđbp|bộ chqs|ban chqs|trung đoàn|tiểu đoàn|đại đội|sư đoàn"
    r"|lữ đoàn|đồn biên phòng|chi cục|trung tâm|hạt kiểm lâm|đại sứ quán|phòng|công ty|xí nghiệp|nhà máy|ngân hàng"
    r"|tổng liên đoàn lao động|tổng lđlđ|ủy ban kiểm tra|kho bạc nhà nước|bảo hiểm xã hội|bhxh"
    r"|đoàn kinh tế - quốc phòng|liên đoàn lao động|lđlđ|liên đoàn|cơ quan|trung ương đoàn|tỉnh đoàn|mttq"
    r"|ủy ban mttq)(?!\w)"
)
CLOSED = re.compile(r"[,;.:()\"]| -|\n|$| \(")
# Bodies after which the name of a unit of that rank comes, or nothing.
RANK_OF = {
    "tỉnh ủy": 1, "tỉnh đoàn": 1, "thành ủy": 2, "thành đoàn": 2, "huyện ủy": 2, "quận ủy": 2, "thị ủy": 2,
    "huyện đoàn": 2, "quận đoàn": 2, "thị đoàn": 2,
}  # fmt: skip
# Bodies after which, as after a country, a foreigner's name may stand.
LANDS = word_list("name-limit", "land")
ABROAD = frozenset(word_list("name-limit", "foreign-kind"))
# Courts and procuracies, whose high ones are told apart by their city ("TAND cấp cao tại Hà Nội").
COURTS = frozenset(["tand", "tòa án nhân dân", "vksnd", "viện kiểm sát nhân dân"])
# Type words of one syllable that are no syllables of names.
NEVER_NAMES = frozenset(
    ["bộ", "sở", "ban", "ubnd", "hđnd", "mttq", "cục", "vụ", "hđqt", "đh", "bv", "clb", "htx", "lđlđ", "tand", "vksnd"]
)
# Common nouns that begin like a kind of body ("hội nghị").
_NO_BODY = (
    r"tổ quốc",
    r"hội (?:nghị|thảo|viên|họp|trường|nhập|tụ|đàm|thoại|ý|thi|chợ)",
    r"đoàn (?:kết|viên|thể|đại biểu(?! quốc hội))",
    r"ban (?:ngành|hành)",
    r"khoa (?:học|giáo)",
    r"khu (?:vực(?! phòng thủ)|dân)",
    r"bộ (?:ngành|phận|máy|trưởng|mặt|đội(?! biên))",
    r"cơ quan (?:chức|chuyên|chủ)",
    r"viện (?:trợ|dẫn|trưởng)",
    r"báo (?:cáo|chí|động)",
    r"chương trình (?:phối|hành|mục|nông)",
    r"quỹ đất",
    r"làng nghề",
    r"(?:cục|vụ|viện|phòng|ban|đội|tổ|hội|cụm|khối|khoa|đoàn|trạm|đồn|hạt|nhóm) (?:trưởng|phó)",
    r"(?:tiểu đội|trung đội|đại đội|hải đội|tiểu đoàn|trung đoàn|sư đoàn|lữ đoàn|hải đoàn) (?:trưởng|phó)",
    r"phòng,? chống",
)
# The next person's honorific ("Trưởng Ban Phụ huynh và Bà: …").
SIR = re.compile(r"(?:Ông|Bà):? (?!Rịa|Nà|Đen|Điểm)[A-ZĐ]")
REALM = re.compile(
    r"(?:cộng hòa(?: dân chủ nhân dân| xã hội chủ nghĩa| liên bang| hồi giáo| nhân dân| quốc đảo)?|vương quốc|liên bang"
    r"|chlb|hợp chủng quốc|đại công quốc|quốc đảo|đảo quốc|quần đảo) "
)
# Parts of countries abroad.
STATE = re.compile(rf"(?:tiểu bang|bang|hạt|tỉnh bang) (?=[{UPPER}])")
# Types written with letters that are syllables too.
INITIALS = frozenset(["ca", "tu", "vp", "tt", "nh", "bv", "ub", "tư", "tw"])
# Bodies that stand for themselves after "và".
HOUSES = frozenset(["viện", "trường", "công ty", "bệnh viện", "học viện", "tập đoàn", "sở", "cục", "tổng cục"])


@cache
def body_types() -> Mapping[str, tuple[str, bool]]:
    """Map a body's first words, folded and in lower case, to its tail and whether any name may follow it.

    After "Trường" or "thôn" what looks like a person's name is the name of the school or village.
    """
    return {
        key(form): (concept.extra.get("tail", ("open",))[0], "eponym" in concept.extra or "level" in concept.extra)
        for concept in scheme("body-type")
        if "unread" not in concept.extra
        for form in concept.forms
    }


@cache
def longer_types() -> Mapping[str, tuple[str, ...]]:
    """Map a first word of a body ("ban") to what makes a kind of its own of it ("chỉ đạo"), longest first."""
    found: dict[str, list[str]] = {}
    for form in sorted(body_types(), key=len, reverse=True):
        first, _, rest = form.partition(" ")
        if rest and first in body_types():
            found.setdefault(first, []).append(rest)
    return {first: tuple(rests) for first, rests in found.items()}


@cache
def body_openings() -> Openings:
    """The first words of what `body_pattern` finds."""
    return Openings(body_types())


@cache
def body_pattern() -> re.Pattern[str]:
    """The pattern of first words of bodies in the lowered text; "tổ quốc", "hội nghị" and the like left out."""
    return re.compile(rf"(?<!\w)(?!(?:{'|'.join(_NO_BODY)})(?!\w))" + words_pattern(body_types()).pattern)
