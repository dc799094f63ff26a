"""The words that make up names of bodies, and the words before which such a name has ended.

Kinds of bodies come from the scheme `body-type`; fields of government, verbs and function words of such
news stand here.
"""

import re
from collections.abc import Mapping
from functools import cache

from graph.grammar.cues import key, words_pattern
from graph.grammar.normal import UPPER
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
    "ngân khố",
]
_FIRST = "|".join([*_FIRST_FIELDS, *_JOINED_FIELDS])
_JOINED = "|".join(("tài chính", "xây dựng", *_JOINED_FIELDS))
FIELDS = re.compile(rf"(?:{_FIRST})(?!\w)(?:(?:,? - ?|, | và | & ?|&|-| )(?:{_JOINED})(?!\w))*", re.IGNORECASE)
ACRONYM = re.compile(rf"[{UPPER}]{{2,}}\w*(?: ?[&,-] ?[{UPPER}]{{2,}}\w*)*(?!\w)")
NUMBER = re.compile(r"(?:số )?\d{1,3}(?![\w]|[./%]\d|-\d|,\d| (?:năm|người|đồng|triệu|tỷ|tập thể|cá nhân|lần|vụ))")
TERM = re.compile(r"(?:,? ?(?:khóa|nhiệm kỳ) (?:[IVXL]+|\d{1,2}|thứ \w+|\d{4} ?- ?\d{4})(?!\w))", re.IGNORECASE)
PLACE_WORDS = re.compile(
    r"(?:nhân dân|trung ương|tối cao|cấp cao|quốc gia|việt nam|đảng|đoàn|hội|các|khu vực|quân sự|lâm thời)(?!\w)"
)
CAPITAL_WORDS = frozenset({"tối cao", "cấp cao", "quốc gia", "trung ương", "nhân dân", "quân sự"})
# "(ATGT)" inside a name that goes on after it.
IN_BRACKETS = re.compile(
    rf" \([{UPPER}][{UPPER}&-]{{1,7}}(?: ?[&-] ?[{UPPER}]{{2,6}}| ?\d{{2,3}})?\)(?= \w|, [{UPPER}])"
)
OF = re.compile(rf"của (?=[{UPPER}]|tỉnh|thành phố|huyện|quận|xã|bộ |cục |đảng)")
WORD = re.compile(r"[^\W\d_][\w/]*")
# Joining words that a name cannot end in.
LINKS = re.compile(r"(?:[ ,;:-]+(?:và|của|về|thuộc|trong|cho|với|các|cùng|-)?)+$")
SMALL_LEVEL = re.compile(
    rf"(?:thôn|bản|ấp|xóm|buôn|làng|khóm|khu phố|tổ dân phố)(?= (?:[{UPPER}]|\d))|xã(?! hội)|phường(?! vải)"
    r"|thị trấn|đặc khu|tổ dân phố"
)
# What may stand after " - " inside a name ("kinh tế - xã hội").
DASHED = re.compile(
    r"(?:xã hội|kinh tế|khen thưởng|nghệ thuật|kỹ thuật|chính trị|hành chính|hậu cần|tư|truyền hình|giáo dục|ngân sách"
    r"|tuyên truyền|dịch vụ|phụ nữ|viễn thông|khoáng sản|hỗ trợ|tổng hợp|đào tạo|quản trị|thi đua|kế toán|kế hoạch"
    r"|hợp tác|nghiệp vụ|tài vụ|đối ngoại|thông tin|thương mại|đầu tư|quản lý|vật tư|thiết bị|sản xuất|kinh doanh"
    r"|xuất nhập khẩu|tin học|công nghệ|du lịch|dân vận|tài chính|bảo vệ|cán bộ)(?!\w)"
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
]
HAS_PARENT = frozenset(_HAS_PARENT)
OF_PLACE = frozenset(
    ("ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "công an", "đảng ủy", "huyện ủy", "quận ủy", "hội", "thôn")
    + ("bản", "ấp", "làng", "trường", "chùa", "mttq")
)
PARENT_SEPARATOR = re.compile(r" - | \((?:thuộc )?|,? thuộc |, ")
PARENT_TYPES = re.compile(
    r"(?:bộ|tổng cục|cục|sở|thanh tra chính phủ|văn phòng chính phủ|công an|tỉnh ủy|thành ủy|huyện ủy|học viện|trường"
    r"|đại học|đh|viện|quân khu|ban|hội|ubnd|bệnh viện|tập đoàn|tổng công ty|bộ tư lệnh|bộ chỉ huy|bộ đội biên phòng"
    r"|quốc hội|liên đoàn lao động|lđlđ|liên đoàn|cơ quan|trung ương đoàn|tỉnh đoàn|mttq|ủy ban mttq)(?!\w)"
)
CLOSED = re.compile(r"[,;.:()\"]| -|\n|$| \(")
# Bodies after which the name of a unit of that rank comes, or nothing.
RANK_OF = {
    "tỉnh ủy": 1, "tỉnh đoàn": 1, "thành ủy": 2, "thành đoàn": 2, "huyện ủy": 2, "quận ủy": 2, "thị ủy": 2,
    "huyện đoàn": 2, "quận đoàn": 2, "thị đoàn": 2,
}  # fmt: skip
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
    r"khu (?:vực(?! phòng thủ)|dân)",
    r"bộ (?:ngành|phận|máy|trưởng|mặt|đội(?! biên))",
    r"cơ quan (?:chức|chuyên|chủ)",
    r"viện (?:trợ|dẫn|trưởng)",
    r"báo (?:cáo|chí|động)",
    r"chương trình (?:phối|hành|mục|nông)",
    r"quỹ đất",
    r"(?:cục|vụ|viện|phòng|ban|đội|tổ|hội|cụm|khối|khoa|đoàn|trạm|đồn|hạt|nhóm) (?:trưởng|phó)",
    r"phòng,? chống",
)


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
def longer_types() -> Mapping[str, tuple[str, ...]]:
    """Map a first word of a body ("ban") to what makes a kind of its own of it ("chỉ đạo"), longest first."""
    found: dict[str, list[str]] = {}
    for form in sorted(body_types(), key=len, reverse=True):
        first, _, rest = form.partition(" ")
        if rest and first in body_types():
            found.setdefault(first, []).append(rest)
    return {first: tuple(rests) for first, rests in found.items()}


@cache
def body_pattern() -> re.Pattern[str]:
    """The pattern of first words of bodies in the lowered text; "tổ quốc", "hội nghị" and the like left out."""
    return re.compile(rf"(?<!\w)(?!(?:{'|'.join(_NO_BODY)})(?!\w))" + words_pattern(body_types()).pattern)


# Words that cannot stand inside a body's name: function words, and verbs of such news by their first two words.
_STOP_WORDS = [
    "đã",
    "đang",
    "sẽ",
    "cũng",
    "còn",
    "được",
    "cho",
    "nói",
    "là",
    "có",
    "cùng",
    "đến",
    "tới",
    "tại",
    "khi",
    "để",
    "bởi",
    "nếu",
    "thì",
    "mà",
    "nhưng",
    "rằng",
    "theo",
    "như",
    "nêu",
    "trao",
    "tặng",
    "đọc",
    "mong",
    "hứa",
    "chúc",
    "gửi",
    "xem",
    "thăm",
    "hỏi",
    "này",
    "đó",
    "kia",
    "ông",
    "bà",
    "nhằm",
    "từng",
    "chưa",
    "phải",
    "cần",
    "hay",
    "hoặc",
    "đều",
    "lại",
    "rất",
    "vẫn",
    "luôn",
    "gồm",
    "kể",
    "hôm",
    "chiều",
    "ngày",
    "năm",
    "tháng",
    "lúc",
    "rồi",
    "lên",
    "vào",
    "mời",
    "kiêm",
    "nguyên",
    "cựu",
    "trên dưới",
    "đón",
    "dâng",
    "tỏ",
    "gặp",
    "rời",
    "cho biết",
    "yêu cầu",
    "đề nghị",
    "đề xuất",
    "đề cập",
    "đề ra",
    "ghi nhận",
    "ghi chép",
    "đánh giá",
    "biểu dương",
    "khẳng định",
    "nhấn mạnh",
    "chia sẻ",
    "chia tay",
    "tiếp thu",
    "tiếp tục",
    "tiếp nhận",
    "tiếp đoàn",
    "tiếp và",
    "tiếp lời",
    "lưu ý",
    "cảm ơn",
    "kêu gọi",
    "bày tỏ",
    "gợi ý",
    "giữ chức",
    "giữ vai",
    "nhận định",
    "nhận xét",
    "nhận được",
    "nhận thấy",
    "nhận giúp",
    "nhận nhiệm",
    "trả lời",
    "dẫn đầu",
    "dẫn chứng",
    "dẫn lời",
    "tin tưởng",
    "tin rằng",
    "giao cho",
    "giao nhiệm",
    "giao các",
    "giao sở",
    "giao công",
    "hiện nay",
    "hiện đang",
    "hiện có",
    "hiện tại",
    "phát biểu",
    "phát động",
    "chủ trì",
    "chủ tọa",
    "đồng chủ",
    "tham dự",
    "tham gia",
    "tham luận",
    "tham quan",
    "trình bày",
    "báo cáo",
    "kết luận",
    "khai mạc",
    "bế mạc",
    "chỉ đạo hội",
    "chỉ đạo tại",
    "chỉ rõ",
    "chỉ ra",
    "kiến nghị",
    "cam kết",
    "thông báo",
    "thông qua",
    "thông tin về",
    "thông tin thêm",
    "thông tin tại",
    "thông tin rằng",
    "giới thiệu",
    "thay mặt",
    "thay ông",
    "thay bà",
    "thừa ủy",
    "thừa nhận",
    "tán thành",
    "nhất trí",
    "thống nhất",
    "quyết định",
    "phân công",
    "phân tích",
    "chụp ảnh",
    "giải thích",
    "giải trình",
    "lý giải",
    "hy vọng",
    "công bố",
    "điều hành hội",
    "cung cấp",
    "cảnh báo",
    "bổ nhiệm",
    "bổ sung",
    "trực tiếp",
    "đồng tình",
    "đồng ý",
    "đồng thời",
    "trong đó",
    "trong công",
    "trong việc",
    "trong khi",
    "trong buổi",
    "trong cuộc",
    "trong phiên",
    "trong hội",
    "trong năm",
    "trong thời",
    "trong bài",
    "trong những",
    "trong các",
    "trong tháng",
    "trên cơ sở",
    "trao đổi",
    "thẳng thắn",
    "ủng hộ",
    "tuyên bố",
    "xác nhận",
    "xác định",
    "kết thúc",
    "bắt đầu",
    "tiến hành",
    "triệu tập",
    "tổ chức hội",
    "tổ chức họp",
    "tổ chức lễ",
    "tổ chức cuộc",
    "tổ chức buổi",
    "tổ chức phiên",
    "tổ chức tại",
    "tổ chức sơ",
    "tổ chức tổng",
    "tổ chức một",
    "tổ chức các",
    "tổ chức nhiều",
    "tổ chức chương",
    "tổ chức đoàn",
    "tổ chức gặp",
    "tổ chức ngày",
    "tổ chức tọa",
    "về việc",
    "họp",
    "bàn",
    "ra mắt",
    "tuyên dương",
    "về kết",
    "tạm",
    "nhìn nhận",
    "phối hợp với",
    "phối hợp cùng",
    "chứng kiến",
    "tiết lộ",
    "từ chối",
    "bác bỏ",
    "sinh năm",
    "bức xúc",
    "băn khoăn",
    "khuyến cáo",
    "thị sát",
    "kiểm tra tại",
    "kiểm tra công",
    "làm việc",
    "làm trưởng",
    "làm chủ",
    "phụ trách",
    "quán triệt",
    "đặt câu",
    "đặt vấn",
    "đưa ra",
    "nhắc",
    "giao lưu",
    "trưởng đoàn",
    "bên lề",
    "bên trái",
    "bên phải",
    "bên cạnh",
    "ra quân",
    "ra quyết",
    "đi kiểm",
    "đi thăm",
    "trước khi",
    "sau khi",
    "sau đó",
    "trước đó",
    "chung vui",
    "song",
    "nhờ",
    "hoan nghênh",
    "đánh trống",
    "cắt băng",
    "về dự",
    "về thăm",
    "thắp hương",
    "viếng",
    "trú tại",
    "quê",
    "cư trú",
    "ngụ",
    "tử vong",
    "qua đời",
    "khởi tố",
    "bị can",
    "đại diện",
    "lãnh đạo",
    "chị",
    "cùng với",
    "lo ngại",
    "lo lắng",
    "tâm sự",
    "phàn nàn",
    "dặn",
    "khuyên",
    "khen",
    "phê bình",
    "chất vấn",
    "đáp",
    "bộc bạch",
    "xúc động",
    "phấn khởi",
    "quả quyết",
    "ví von",
    "truy vấn",
    "vào cuộc",
    "liền",
    "lập tức",
    "vội",
    "xin",
    "trưa",
    "đêm",
    "lại",
    "phối hợp tổ chức",
    "phối hợp các",
    "phối hợp triển",
]
# The same, but for the compounds in which they do stand there ("tự do", "hàng không").
_STOP_MORE = (
    r"tối(?! cao| thiểu| đa)",
    r"vì(?! trẻ| sự | người| cộng đồng| quyền| hòa bình| phụ nữ| môi trường| nạn nhân| tầm vóc| an ninh)",
    r"(?<!tổ chức )(?<!bồi dưỡng )(?<!- )cán bộ",
    r"với(?! người việt| kiều bào)",
    r"anh(?! hùng| em| ninh)",
    r"có(?! công)",
    r"muốn|chậm|khẩn trương|thắc mắc|tái khẳng",
    r"(?<!tự )do",
    r"(?<!thiết )(?<!chuẩn )bị",
    r"(?<!nông thôn )(?<!đổi )mới",
    r"(?<!và )vừa",
    r"(?<!sau )dự(?! án| báo| trữ| phòng| toán| thảo| bị)",
    r"(?<!hàng )(?<!phòng )không(?! quân)",
    r"(?<!việc )làm",
    r"(?<!thư )(?<!đăng )(?<!chữ )ký",
    r"sáng(?! tạo| kiến| tác| lập)",
    r"ở(?! nước)",
    r"(?<!nước )ngoài(?! nước| công lập| nhà nước)",
    r"sau(?! đại học)",
    r"trước",
    r"từ(?! thiện)",
    r"(?<!nghệ )(?<!và )(?<!toàn )thông tin(?=[,:])",
    r"nên",
    r"bầu(?! cử)",
    r"(?<!trình )(?<!chế )phối hợp (?:với|cùng|giữa)",
)


@cache
def stop_pattern() -> re.Pattern[str]:
    """Words before which a body's name has ended, in the lowered text."""
    return re.compile(rf"{words_pattern(_STOP_WORDS).pattern}|(?<!\w)(?:{'|'.join(_STOP_MORE)})(?!\w)")
