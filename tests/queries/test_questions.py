"""The competency questions, by number, asked of what extraction made of the five original reports.

The answers were read from the reports by people. S0 to S4 are the reports in order of their file names.
A question whose right answer is "not stated" must be answered so.
"""

from collections import defaultdict
from collections.abc import Callable

Ask = Callable[..., list[dict[str, str]]]

BANG_KHEN = "https://w3id.org/vpg/voc/award/bang-khen"


def report(row: dict[str, str]) -> str:
    """Return "S0" to "S4" for the report of a row."""
    return "S" + row["source"].removeprefix("id/source/")[2]


def by_report(rows: list[dict[str, str]], *columns: str) -> dict[str, set[tuple[str, ...]]]:
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in rows:
        found[report(row)].add(tuple(row.get(column, "") for column in columns))
    return dict(found)


def events(ask: Ask) -> dict[str, str]:
    """Return the conference of each report as a parameter value."""
    rows = ask("conference/chronology", kind="vpg:Event")
    return {report(row): row["conference"] for row in rows}


def test_01_who_chaired_the_online_conference(ask_seeds: Ask) -> None:
    rows = ask_seeds("conference/chairs", day="2022-11-23")
    assert {row["chairLabel"] for row in rows} == {"Lê Quốc Hùng", "Nguyễn Lam"}
    assert all(row["chairStated"] == "true" and "chủ trì" in row["reportedAs"] for row in rows)
    assert any("lãnh đạo" in row["words"] or "Nguyễn Lam" in row["words"] for row in rows)


def test_02_a_chair_is_stated_only_once_and_closing_speeches_three_times(ask_seeds: Ask) -> None:
    rows = ask_seeds("conference/chairs")
    stated = {report(row) for row in rows if row["chairStated"] == "true"}
    silent = {report(row) for row in rows if row["chairStated"] == "false"}
    assert (stated, silent) == ({"S4"}, {"S0", "S1", "S2", "S3"})
    assert not any("chair" in row for row in rows if row["chairStated"] == "false")
    closing = ask_seeds("conference/closing-speeches")
    assert by_report(closing, "officialLabel", "presiding") == {
        "S1": {("Phạm Văn Xuyên", "voc/cert/inferred")},
        "S2": {("Tô Lâm", "voc/cert/inferred")},
        "S4": {("Lê Quốc Hùng", "voc/cert/explicit")},
    }


def test_03_who_organised(ask_seeds: Ask) -> None:
    assert by_report(ask_seeds("conference/organisers"), "organiserStated", "organiserLabel") == {
        "S0": {("false", "")},
        "S1": {("true", "Ủy ban nhân dân tỉnh Thái Bình")},
        "S2": {("false", "")},
        "S3": {("true", "Ủy ban nhân dân tỉnh Hải Dương")},
        "S4": {("true", "Bộ Công an")},
    }


def test_04_nobody_is_said_to_have_chaired_in_hai_duong(ask_seeds: Ask) -> None:
    (row,) = ask_seeds("conference/chairs", day="6/3/2014")
    assert row["chairStated"] == "false" and "chair" not in row
    assert row["otherRoles"] == "Bùi Văn Nam: chỉ đạo"


def test_05_chronology(ask_seeds: Ask) -> None:
    rows = ask_seeds("conference/chronology", kind="vpg:Event")
    assert [(report(row), row.get("date")) for row in rows[:3]] == [
        ("S3", "2014-03-06"),
        ("S1", "2018-08-30"),
        ("S4", "2022-11-23"),
    ]
    assert {(report(row), row["dateStated"]) for row in rows[3:]} == {("S0", "false"), ("S2", "false")}
    assert "2023-09-30" not in {value for row in rows for value in row.values()}


def test_07_directive_09(ask_seeds: Ask) -> None:
    (row,) = ask_seeds("legal-document/details", number="09", type="voc:doctype/chi-thi")
    assert row["issued"] == "2011-12-01" and row["issuedBy"].startswith("Ban Bí thư")
    assert row["title"].startswith("Tăng cường sự lãnh đạo của Đảng") and report(row) == "S0"


def test_08_resolution_12(ask_seeds: Ask) -> None:
    (row,) = ask_seeds("legal-document/details", number="12")
    assert (row["docTypeLabel"], row["issuedBy"], row["issued"]) == ("Nghị quyết", "Bộ Chính trị", "2022-03-16")
    assert row["title"].startswith("Đẩy mạnh xây dựng lực lượng")


def test_10_parties_of_coordination_programme_09(ask_seeds: Ask) -> None:
    rows = ask_seeds("programme/partners", number="09")
    one, other = sorted({row["partnerLabel"] for row in rows})
    assert one.startswith("Ban Thường trực Ủy ban Trung ương") and one.endswith("Tổ quốc Việt Nam")
    assert other == "Bộ Công an"
    assert {(row["periodStart"], row["periodEnd"]) for row in rows} == {("2013", "2018")}


def test_11_circular_23_has_no_year(ask_seeds: Ask) -> None:
    (row,) = ask_seeds("legal-document/details", number="23")
    assert (row["docTypeLabel"], row["issuedBy"], row["dateStated"]) == ("Thông tư", "Bộ Công an", "false")
    assert "issued" not in row and row["title"].startswith("Khu dân cư, xã, phường")


def test_09_number_alone_does_not_merge_a_directive_and_a_programme(ask_seeds: Ask) -> None:
    rows = ask_seeds("legal-document/details", number="09")
    assert {row["docTypeLabel"] for row in rows} == {"Chỉ thị", "Chương trình phối hợp"}


def test_12_what_the_minister_asked_of_ninh_binh_and_with_what(ask_seeds: Ask) -> None:
    rows = ask_seeds("legal-document/requests", addressee="id:place/ninh-binh")
    assert {row["speakerLabel"] for row in rows} == {"Tô Lâm"}
    joined = {(row["documentLabel"], row.get("joinedLabel")) for row in rows if "joined" in row}
    assert ("Chỉ thị số 09", "Thông tư số 23") in joined
    assert all("Thông tư số 23" in pair and "Chỉ thị số 09" in pair for pair in joined)


def test_13_programmes_and_documents_of_each_conference(ask_seeds: Ask) -> None:
    rows = ask_seeds("programme/by-conference")
    names: dict[str, str] = defaultdict(str)
    for row in rows:
        names[report(row)] += "|" + row.get("subjectLabel", "")
    assert "Chỉ thị số 09" in names["S0"] and "Thông tư số 23" in names["S0"]
    assert "Chương trình phối hợp số 09" in names["S1"]
    assert "Xây dựng làng, khu dân cư an toàn" in names["S3"]
    assert "nâng cao chất lượng, hiệu quả" in names["S4"] and "Nghị quyết số 12" in names["S4"]
    assert "lần thứ 13" in names["S4"]
    kinds = {row.get("kind") for row in rows if report(row) == "S2"}
    assert kinds <= {None, "def#Movement"}, "S2 names no programme, directive or scheme"


def test_14_interim_and_final_reviews(ask_seeds: Ask) -> None:
    found = by_report(ask_seeds("conference/reviews"), "review")
    assert found == {
        "S0": {("def#InterimReviewConference",)},
        "S1": {("def#InterimReviewConference",)},
        "S2": {("",)},
        "S3": {("def#FinalReviewConference",)},
        "S4": {("def#FinalReviewConference",), ("def#LaunchConference",)},
    }


def test_16_where_to_lam_appears_and_in_which_role(ask_seeds: Ask) -> None:
    rows = ask_seeds("official/dossier", official="id:person/to-lam")
    assert {report(row) for row in rows} == {"S0", "S2"}
    said = by_report(rows, "valueLabel")
    assert {("Thượng tướng",), ("Ủy viên Bộ Chính trị",), ("Bộ trưởng Bộ Công an",)} <= said["S0"]
    roles = by_report([row for row in rows if row["aspect"] == "def#Participation"], "value")
    assert roles == {
        "S0": {("voc/role/direct",), ("voc/role/award",)},
        "S2": {("voc/role/conclude",), ("voc/role/award",)},
    }


def test_17_what_bui_van_nam_was_and_did(ask_seeds: Ask) -> None:
    rows = ask_seeds("official/dossier", official="id:person/bui-van-nam")
    said = by_report(rows, "valueLabel")
    assert {("Thượng tướng",), ("Thứ trưởng Bộ Công an",)} <= said["S3"]
    assert any("Trung ương Đảng" in value for (value,) in said["S3"])
    roles = by_report([row for row in rows if row["aspect"] == "def#Participation"], "value")
    assert roles == {"S3": {("voc/role/direct",), ("voc/role/award",)}, "S2": {("voc/role/award",)}}
    dates = by_report([row for row in rows if row["aspect"] == "def#TenureReport"], "date")
    assert dates == {"S3": {("2014-03-06",)}, "S2": {("",)}}


def test_21_ranks(ask_seeds: Ask) -> None:
    rows = ask_seeds("official/ranks")
    assert {(row["rankLabel"], row["officialLabel"]) for row in rows} == {
        ("Thượng tướng", "Tô Lâm"),
        ("Thượng tướng", "Bùi Văn Nam"),
        ("Trung tướng", "Lê Quốc Hùng"),
        ("Thiếu tướng", "Trần Thị Ngọc Đẹp"),
        ("Đại tá", "Nguyễn Văn Minh"),
        ("Đại tá", "Đinh Trọng Soạn"),
    }
    assert "S2" not in {report(row) for row in rows}


def test_22_posts_of_nguyen_van_minh(ask_seeds: Ask) -> None:
    rows = ask_seeds("official/posts", official="id:person/nguyen-van-minh")
    assert {(row["reportedAs"].split()[0], row["heldInLabel"].casefold()) for row in rows} == {
        ("Ủy", "ban thường vụ tỉnh ủy thái bình"),
        ("Bí", "đảng ủy công an tỉnh thái bình"),
        ("Giám", "công an tỉnh thái bình"),
    }
    assert {row["certainty"] for row in rows} == {"voc/cert/inferred"}, "the province is known by context only"
    assert "Đại tá" in {row["rankLabel"] for row in ask_seeds("official/ranks", official="id:person/nguyen-van-minh")}


def test_23_provincial_leaders(ask_seeds: Ask) -> None:
    found = defaultdict(set)
    for row in ask_seeds("official/provincial-leaders"):
        found[row["provinceLabel"]].add((row["officialLabel"], row["postLabel"]))
    assert found == {
        "tỉnh Ninh Bình": {("Nguyễn Thị Thanh", "Bí thư Tỉnh ủy Ninh Bình")},
        "tỉnh Thái Bình": {("Phạm Văn Xuyên", "Phó Chủ tịch Ủy ban nhân dân tỉnh Thái Bình")},
        "tỉnh Hải Dương": {
            ("Vũ Văn Sơn", "Phó Bí thư thường trực Tỉnh ủy Hải Dương"),
            ("Nguyễn Mạnh Hiển", "Phó Bí thư Tỉnh ủy Hải Dương"),
            ("Nguyễn Mạnh Hiển", "Chủ tịch Ủy ban nhân dân tỉnh Hải Dương"),
        },
    }


def test_25_steering_committees_and_their_heads(ask_seeds: Ask) -> None:
    rows = ask_seeds("organization/steering-committees")
    heads = {(report(row), row["headStated"], row.get("headLabel")) for row in rows}
    assert ("S1", "true", "Phạm Văn Xuyên") in heads
    assert {head for head in heads if head[0] == "S4"} == {("S4", "false", None)}
    in_s4 = [row["bodyLabel"] for row in rows if report(row) == "S4"]
    assert len(in_s4) >= 2, "that of Ninh Bình and the central one"
    assert any("Trung ương" in name for name in in_s4)


def awards(rows: list[dict[str, str]]) -> set[tuple[str, str, str, str]]:
    return {(row["typeLabel"], row.get("awardedByLabel", ""), row["kindLabel"], row.get("count", "")) for row in rows}


def test_26_awards_in_ninh_binh(ask_seeds: Ask) -> None:
    rows = ask_seeds("award/list", conference=f"https://w3id.org/vpg/{events(ask_seeds)['S0']}")
    province = "Ủy ban nhân dân tỉnh Ninh Bình"
    minister = "Bộ trưởng Bộ Công an"
    assert awards(rows) == {
        ("Bằng khen", minister, "tập thể", "5"),
        ("Bằng khen", minister, "cá nhân", "5"),
        ("Kỷ niệm chương", minister, "cá nhân", "13"),
        ("Bằng khen", province, "tập thể", "10"),
        ("Bằng khen", province, "cá nhân", "10"),
    }


def test_28_awards_of_the_ministry(ask_seeds: Ask) -> None:
    rows = ask_seeds("award/compare", awarder="id:org/bo-cong-an", awardType=BANG_KHEN)
    (row,) = [row for row in rows if report(row) == "S2"]
    assert (row["separable"], row["collectives"], row["individuals"], row["sum"]) == ("true", "185", "122", "307")


def test_29_awards_of_provinces_compared(ask_seeds: Ask) -> None:
    rows = ask_seeds("award/compare", bodyKind="vpg:PeoplesCommittee", awardType=BANG_KHEN)
    assert by_report(rows, "awardedByLabel", "separable", "collectives", "individuals", "together") == {
        "S0": {("Ủy ban nhân dân tỉnh Ninh Bình", "true", "10", "10", "")},
        "S1": {("Ủy ban nhân dân tỉnh Thái Bình", "true", "3", "6", "")},
        "S3": {("Ủy ban nhân dân tỉnh Hải Dương", "false", "0", "0", "40")},
    }


def test_31_killed_and_wounded_since_2006(ask_seeds: Ask) -> None:
    rows = [row for row in ask_seeds("statistic/list", phrase="bảo vệ dân phố") if report(row) == "S2"]
    assert {(row["value"], row["periodStart"]) for row in rows} == {("33", "2006"), ("178", "2006")}


def test_32_models_of_thai_binh_and_their_parts(ask_seeds: Ask) -> None:
    rows = ask_seeds("statistic/list", place="id:place/thai-binh")
    figures = {(row["value"], row["bound"].rpartition("/")[2], row["unitLabel"]) for row in rows}
    assert {("2100", "more-than", "mô hình"), ("133455", "exact", "người")} <= figures
    (total,) = ask_seeds("statistic/parts", place="id:place/thai-binh")
    assert (total["value"], total["sumOfParts"], total["parts"]) == ("2100", "1836", "4")
    assert total["reachesTotal"] == "false", "the parts are not exhaustive"


def test_33_results_of_hai_duong(ask_seeds: Ask) -> None:
    rows = ask_seeds("statistic/list", place="id:place/hai-duong")
    figures = {(row["value"], row["bound"].rpartition("/")[2]): row["words"] for row in rows}
    assert {("98", "exact"), ("72", "exact"), ("3100", "more-than")} <= set(figures)
    assert "đăng ký" in figures["98", "exact"] and "đăng ký" in figures["72", "exact"]
    rewarded = ask_seeds("award/compare", awarder="id:org/uy-ban-nhan-dan-tinh-hai-duong")
    assert [(row["separable"], row["together"]) for row in rewarded] == [("false", "40")]


def test_35_the_pilot_names_neither_wards_nor_cities(ask_seeds: Ask) -> None:
    rows = ask_seeds("programme/where", title="Công an phường điển hình", within="300")
    assert {row["placeStated"] for row in rows} == {"false"}
    figures = {(row["value"], row["unitLabel"]) for row in rows if "value" in row}
    assert figures == {("5", "Công an phường"), ("5", "thành phố")}


def test_37_reports_that_name_new_rural_development_and_the_one_that_does_not(ask_seeds: Ask) -> None:
    rows = ask_seeds("programme/named-in", phrase="nông thôn mới")
    assert {(report(row), row["mentioned"]) for row in rows} == {
        ("S0", "true"),
        ("S1", "true"),
        ("S2", "false"),
        ("S3", "true"),
        ("S4", "true"),
    }
    assert all(row["initiatives"] for row in rows if row["mentioned"] == "true")


def test_39_the_provinces_today(ask_seeds: Ask) -> None:
    rows = {row["placeLabel"]: row for row in ask_seeds("place/successors")}
    today = {name: row["successorLabel"] for name, row in rows.items()}
    assert today == {
        "tỉnh Ninh Bình": "tỉnh Ninh Bình",
        "tỉnh Thái Bình": "tỉnh Hưng Yên",
        "tỉnh Hải Dương": "thành phố Hải Phòng",
    }
    assert set(rows["tỉnh Ninh Bình"]["mergedWith"].split("; ")) == {"tỉnh Hà Nam", "tỉnh Nam Định"}
    assert {row["validUntil"] for row in rows.values()} == {"2025-06-30"}


# More of the same kind, beyond the list.


def test_awards_of_the_ministry_and_its_minister_together(ask_seeds: Ask) -> None:
    rows = {row["typeLabel"]: row for row in ask_seeds("award/by-body", body="id:org/bo-cong-an")}
    merit = rows["Bằng khen"]
    assert (merit["collectives"], merit["individuals"], merit["reports"]) == ("190", "127", "2")
    assert rows["Kỷ niệm chương"]["individuals"] == "13"


def test_who_has_been_a_deputy_minister(ask_seeds: Ask) -> None:
    rows = ask_seeds("official/posts", post="id:post/thu-truong--bo-cong-an")
    assert {row["officialLabel"] for row in rows} == {
        "Bùi Văn Nam",
        "Lê Quý Vương",
        "Nguyễn Văn Sơn",
        "Lê Quốc Hùng",
    }
    on_the_day = ask_seeds("official/holders", post="id:post/thu-truong--bo-cong-an", day="23/11/2022")
    assert [(row["officialLabel"], row["certainty"]) for row in on_the_day] == [("Lê Quốc Hùng", "voc/cert/explicit")]


def test_nguyen_van_son_and_vu_van_son_are_two(ask_seeds: Ask) -> None:
    rows = ask_seeds("entity/find", phrase="văn sơn")
    people = {row["thingLabel"] for row in rows if row["kind"] == "def#Person"}
    assert people == {"Nguyễn Văn Sơn", "Vũ Văn Sơn"}


def test_party_and_state_posts_at_once(ask_seeds: Ask) -> None:
    rows = ask_seeds("official/party-and-state")
    people = {(report(row), row["officialLabel"]) for row in rows}
    assert {("S3", "Nguyễn Mạnh Hiển"), ("S0", "Tô Lâm"), ("S1", "Nguyễn Văn Minh")} <= people
    assert ("S1", "Phạm Văn Xuyên") not in people


def test_models_by_province(ask_seeds: Ask) -> None:
    rows = ask_seeds("programme/by-place", place="id:place/hai-duong", kind="vpg:CommunityModel")
    assert {report(row) for row in rows} == {"S3"}
    assert {"Tổ liên gia tự quản", "Trường học an toàn"} <= {row["programmeLabel"] for row in rows}


def test_the_only_online_conference(ask_seeds: Ask) -> None:
    rows = ask_seeds("conference/chronology", held="voc:fmt/online")
    assert {report(row) for row in rows} == {"S4"}


def test_documents_whose_day_is_not_stated(ask_seeds: Ask) -> None:
    rows = ask_seeds("legal-document/details", undated="true")
    assert {row["docTypeLabel"] for row in rows} == {"Thông tư", "Chương trình phối hợp", "Nghị quyết"}


def test_the_festival_of_2022_in_figures(ask_seeds: Ask) -> None:
    rows = [row for row in ask_seeds("statistic/list", phrase="ngày hội") if report(row) == "S4"]
    assert {"5813", "313", "2932"} <= {row["value"] for row in rows}
    assert "1672241" not in {row["value"] for row in rows}, "a counter of visits is no figure"


def test_a_figure_of_the_page_is_no_figure_of_the_report(ask_seeds: Ask) -> None:
    assert not {"1672241", "140", "11"} & {row["value"] for row in ask_seeds("statistic/list")}
