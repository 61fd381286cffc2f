"""What the rest of an article tells of a slip: the right name, the same title, the same office elsewhere."""

from collections.abc import Callable
from datetime import date
from unicodedata import normalize

import pytest
from msgspec.structs import replace

from leadercheck import Article, Checker, Roster
from leadercheck.register import Confidence
from leadercheck.rules._lists import in_order

DEPUTY = "Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên dự hội nghị sáng 20/8."

NAMES = [
    pytest.param(f"{DEPUTY} Thứ trưởng Đỗ Xuận Tuyên nhấn mạnh.", "N001 warning: Đỗ Xuận Tuyên", id="short title"),
    pytest.param(f"Thứ trưởng Bộ Y tế Đỗ Xuận Tuyên nhấn mạnh. {DEPUTY}", "N001 warning: Đỗ Xuận Tuyên", id="before"),
    pytest.param(f"{DEPUTY} Thứ trưởng Đỗ Xuân Tuyn nhấn mạnh.", "N001 warning: Đỗ Xuân Tuyn", id="a letter dropped"),
    pytest.param("Thứ trưởng Bộ Y tế Đỗ Xuận Tuyên nhấn mạnh.", "N001 note: Đỗ Xuận Tuyên", id="nowhere else"),
    pytest.param(
        "Phó Chủ tịch UBND TP Hà Nội Mạnh Nguyễn Quyền chủ trì họp.", "N001 warning: Mạnh Nguyễn Quyền",
        id="the surname behind a rare one",
    ),
    pytest.param(
        "Phó Chủ tịch UBND TP Hà Nội Nguyễn Quyền Mạnh chủ trì họp.", "N001 note: Nguyễn Quyền Mạnh",
        id="the surname in its place",
    ),
    pytest.param(
        "Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên và Thứ trưởng Bộ Y tế Đỗ Xuận Tuyên dự hội nghị.",
        "N001 note: Đỗ Xuận Tuyên", id="two side by side",
    ),
    pytest.param(
        f"{DEPUTY} Thứ trưởng Bộ Y tế Đỗ Xuận Tuyên nhấn mạnh. Thứ trưởng Bộ Y tế Đỗ Xuận Tuyên đề nghị.",
        "N001 note: Đỗ Xuận Tuyên; N001 note: Đỗ Xuận Tuyên", id="again and again",
    ),
    pytest.param(
        "Ông Đỗ Xuân Tuyên dự lễ. Thứ trưởng Bộ Y tế Đỗ Xuận Tuyên nhấn mạnh.", "N001 note: Đỗ Xuận Tuyên",
        id="the right name without the office",
    ),
    pytest.param(
        f"{DEPUTY} Thứ trưởng Phạm Xuân Tuyên nhấn mạnh.", "", id="another surname among deputies may be another man"
    ),
    pytest.param(
        f"{DEPUTY} Thứ trưởng Đỗ Xuận Tuyên bị khởi tố.", "", id="crime news"
    ),
    pytest.param(
        f"{DEPUTY} Năm 2009, Thứ trưởng Đỗ Xuận Tuyên nhấn mạnh.", "", id="another day"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), NAMES)
def test_the_right_name_elsewhere(findings: Callable[..., str], text: str, found: str) -> None:
    assert findings(text, "2025-08-21") == found


MINISTER = "Bộ trưởng Bộ Tài chính Đinh Tiến Dũng dự lễ."

SURNAMES = [
    pytest.param(
        f"{MINISTER} Bộ trưởng Lê Tiến Dũng trao quà.", "N001 warning: Lê Tiến Dũng", id="a minister"
    ),
    pytest.param("Bộ trưởng Lê Tiến Dũng trao quà.", "", id="named nowhere else"),
    pytest.param(f"{MINISTER} Chủ tịch hội Lê Tiến Dũng trao quà.", "", id="another office"),
    pytest.param(f"{MINISTER} Bộ trưởng Lào Lê Tiến Dũng trao quà.", "", id="a foreign office"),
]


@pytest.mark.parametrize(("text", "found"), SURNAMES)
def test_another_surname_beside_the_office_of_one(
    findings: Callable[..., str], text: str, found: str
) -> None:
    assert findings(text, "2017-07-12") == found


TWO_OFFICES = [
    ("Ông Đỗ Trọng Hừng, Ủy viên Trung ương Đảng, Phó Trưởng Ban Tổ chức Trung ương, dự lễ.", "warning"),
    ("Ông Đỗ Trọng Hừng, Phó Trưởng Ban Tổ chức Trung ương, dự lễ.", "note"),
    ("Ủy viên Trung ương Đảng Đỗ Trọng Hừng dự lễ.", "note"),
]


@pytest.mark.parametrize(("text", "level"), TWO_OFFICES)
def test_two_offices_of_one_person(findings: Callable[..., str], text: str, level: str) -> None:
    assert findings(text, "2025-05-06") == f"N001 {level}: Đỗ Trọng Hừng"


LEAD = "Thăm Phú Thọ\nThủ tướng Phạm Minh Chính kiểm tra tiến độ.\n"
CAPTION = "Đông đảo bà con chào đón Thủ tướng Phạm Minh Chính."

OUTDATED = [
    pytest.param(f"{LEAD}{CAPTION}", "T002 error: Thủ tướng; T002 warning: Thủ tướng", id="called so in the lead"),
    pytest.param(f"Thăm Phú Thọ\nCuộc gặp tốt đẹp.\n{CAPTION}", "T002 note: Thủ tướng", id="nowhere of now"),
    pytest.param(
        f"Thăm Phú Thọ\n“Thủ tướng Phạm Minh Chính sẽ kiểm tra tiến độ”, ông nói.\n{CAPTION}",
        "T002 warning: Thủ tướng; T002 note: Thủ tướng", id="in a quotation",
    ),
    pytest.param(
        f"{LEAD}Đó là ngôi nhà của Chủ tịch nước Lương Cường.",
        "T002 error: Thủ tướng; T002 note: Chủ tịch nước", id="another person",
    ),
    pytest.param(f"{LEAD}Năm 2022, Thủ tướng Phạm Minh Chính về đây.", "T002 error: Thủ tướng", id="another day"),
    pytest.param("Thủ tướng Phạm Minh Chính tự hào với màn trình diễn.", "T002 error: Thủ tướng", id="a verb of acting"),
    pytest.param("Chuyến công tác của Thủ tướng Phạm Minh Chính đạt kết quả.", "T002 note: Thủ tướng", id="no verb"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), OUTDATED)
def test_the_same_title_in_a_sentence_of_now(findings: Callable[..., str], text: str, found: str) -> None:
    assert findings(text, "2026-05-20") == found


MEDIUM = "ông Mai Văn Chính, Phó Trưởng Ban Tổ chức Trung ương, đã công bố quyết định."
PAGE = "https://thanhnien.vn/tin.htm"
RESTS_ON = [
    ("medium", (PAGE, "vi.wikipedia: Mai Văn Chính"), "error"),
    ("medium", (PAGE,), "warning"),
    ("medium", ("vi.wikipedia: Mai Văn Chính", "wikidata: Q1"), "warning"),
    ("low", (PAGE, "vi.wikipedia: Mai Văn Chính"), "note"),
]


@pytest.mark.parametrize(("confidence", "sources", "level"), RESTS_ON)
def test_how_loud_a_fact_may_speak(confidence: Confidence, sources: tuple[str, ...], level: str) -> None:
    """Medium confidence makes an error only with a second source, and compilations copy one another."""
    checker = resting_on(confidence, sources)
    (found,) = checker.check(f"Hôm nay, {MEDIUM}", on=date(2025, 1, 24)).findings
    assert (found.rule, found.severity) == ("T002", level)


def test_a_title_of_a_plural_is_told_one_level_lower() -> None:
    """It may be meant of some only."""
    checker = resting_on("medium", (PAGE,))
    opening = "Họp mặt\nHội nghị diễn ra sáng nay.\nCó nhiều đại biểu.\nTại đây, "
    for text, level in (
        (opening + MEDIUM, "warning"),
        (f"Họp mặt\nCó nhiều đại biểu.\nTại đây, {MEDIUM}", "note"),
    ):
        (found,) = checker.check(text, on=date(2025, 1, 24)).findings
        assert (found.rule, found.severity) == ("T002", level)


def resting_on(confidence: Confidence, sources: tuple[str, ...]) -> Checker:
    """A checker whose register knows one tenure by these sources alone."""
    register = Roster.load().register
    tenures = tuple(
        replace(t, confidence=confidence, sources=sources)
        if t.id == "mai-van-chinh-1961/pho-truong-ban-to-chuc-trung-uong/2015-01-27"
        else t
        for t in register.tenures
    )
    return Checker(roster=Roster(replace(register, tenures=tenures), "0" * 64))


CHIEF = "Bộ trưởng Bộ Công Thương Trần Tuấn Anh chủ trì hội nghị sáng 20/5."

DEPUTIES = [
    (f"{CHIEF}\nBên cạnh là Thứ trưởng Bộ Công Thương Trần Tuấn Anh.", "T006 warning"),
    ("Bên cạnh là Thứ trưởng Bộ Công Thương Trần Tuấn Anh.", "T006 note"),
    (f"{CHIEF}\nNăm 2014, Thứ trưởng Bộ Công Thương Trần Tuấn Anh sang Đức.", ""),
]


@pytest.mark.parametrize(("text", "said"), DEPUTIES)
def test_the_right_office_elsewhere(findings: Callable[..., str], text: str, said: str) -> None:
    assert findings(text, "2017-05-21").partition(":")[0] == said


READ = [
    ("Ông Võ Đức Ấn, Chủ tịch UBND thành phố Đà Nẵng, đã kiểm tra.", "2025-09-21", "N001 warning: Võ Đức Ấn"),
    ("Ông Phhạm Anh Tuấn, Chủ tịch UBND tỉnh Gia Lai, cho biết.", "2025-09-21", "N001 error: Phhạm Anh Tuấn"),
    (
        "Sáng nay, ông Trầnh Hồng Hà, Bộ trưởng Bộ Tài nguyên và Môi trường, phát biểu.", "2017-05-13",
        "N001 error: Trầnh Hồng Hà",
    ),
    ("Bí thư Tỉnh ủy Gia Lai Thái Dại Ngọc thăm hỏi.", "2025-12-27", "N001 error: Thái Dại Ngọc"),
    ("PGS.TS Trần Văn Thuấnh, Thứ trưởng Bộ Y tế, cho biết.", "2025-09-25", "N001 warning: Trần Văn Thuấnh"),
    (
        "Chủ tịch UBND TP Đà Nẵng Hồ Nguyễn Minh Triết vừa ký.", "2025-08-22",
        "N001 warning: Hồ Nguyễn Minh Triết",
    ),
    (
        "Bộ trưởng Bộ Kế hoạch và Đầu tư Nguyễnh Chí Dũng Bộ trưởng Nguyễn Chí Dũng cho biết.", "2017-06-15",
        "N001 error: Nguyễnh Chí Dũng",
    ),
    (
        "Giám đốc Học viện Chính trị quốc gia Hồ Chí Minh Đoàn Minh Huẩn nói.", "2026-08-21",
        "N001 error: Đoàn Minh Huẩn",
    ),
    ("Ông Lê Trí Thanh, cố Chủ tịch UBND thành phố Huế, chỉ đạo.", "2026-08-21", "T007 error: cố Chủ tịch UBND thành phố Huế"),
    (
        "Ủy viên Ủy ban Thường vụ Quốc hội, Phó Chủ nhiệm Ủy ban Kinh tế của Quốc hội Vũ Hồng Thanh trình bày.",
        "2017-06-22", "T006 error: Phó Chủ nhiệm Ủy ban Kinh tế của Quốc hội",
    ),
    ("Bí thư Tỉnh ủy Hà Tĩnh Lê Đình Sơn Hà Tĩnh đã họp.", "2017-06-14", ""),
    (
        "Sáng nay, Phó Bí thư Tỉnh ủy Hà Tĩnh Lê Đình Sơn Hà Tĩnh đã họp.", "2017-06-14",
        "T006 error: Phó Bí thư Tỉnh ủy Hà Tĩnh",
    ),
    ("Sáng nay, Chủ tịch Quốc hội Trần Thanh Mẫn Mẫn dự lễ.", "2026-05-06", "N001 error: Trần Thanh Mẫn Mẫn"),
    # A blank in a surname, or marks lost, make no body of it, and no other leader's name.
    ("Chủ tịch Quốc hội Ng uyễn Thị Kim Ngân cho biết.", "2017-06-14", "N004 warning: Ng uyễn Thị Kim Ngân"),
    ("Thủ tướng Chính phủ Ph ạm Minh Chính vừa ký ban hành chỉ thị.", "2025-07-04", "N004 warning: Ph ạm Minh Chính"),
    ("Chủ tịch nước Lươ ng Cường đã có cuộc hội đàm.", "2025-07-04", "N004 warning: Lươ ng Cường"),
    ("Bộ trưởng Lư ơng Tam Quang biểu dương công an.", "2025-07-04", "N004 warning: Lư ơng Tam Quang"),
    ("Bộ trưởng Lư ơng Tam Quang nói về vụ khởi tố.", "2025-07-04", ""),
    ("Bí thư Thành ủy Tr ần Lưu Quang dự lễ.", "2026-05-06", "N004 warning: Tr ần Lưu Quang"),
    ("Bộ trưởng Lư ơng Tam Quy dự lễ.", "2025-07-04", ""),
    ("Chủ tịch Quốc hội Nguyen Thi Kim Ngan phát biểu.", "2017-06-14", "N002 warning: Nguyen Thi Kim Ngan"),
    ("Phó thủ tướng Tran Hồng Hà chủ trì cuộc họp.", "2025-09-23", "N002 warning: Tran Hồng Hà"),
    (
        "Bộ trưởng Y tế Dao Hong Lan dẫn báo cáo của Tổ chức Y tế thế giới.", "2025-09-23",
        "N002 warning: Dao Hong Lan",
    ),
    ("Chủ tịch Hội Cựu giáo chức Nguyễn Văn Nên dự lễ.", "2025-09-23", ""),
    ("Do Phạm Minh Chính ký, quyết định có hiệu lực ngay.", "2025-07-04", ""),
    ("Chủ tịch Vinamilk Nguyễn Minh Triết dự lễ.", "2025-07-04", ""),
    ("Sáng nay, Chủ tịch Quốc hội Trần Thanh Mẫn Mẫn bị khởi tố.", "2026-05-06", ""),
    ("Chủ tịch Quốc hội Trần Thanh Mẫn\nMẫn cán trong công việc.", "2026-05-06", ""),
    (
        # What he was before, which the register is not sure of, makes it no quieter.
        "Sáng nay, Ủy viên dự khuyết Trung ương Đảng, Phó Thủ tướng Trần Lưu Quang dự lễ.", "2024-05-06",
        "T012 warning: Ủy viên dự khuyết Trung ương Đảng",
    ),
    ("Chủ tịch Đoàn Luật sư TP Hà Nội dự lễ.", "2025-08-21", ""),
    ("Ông Lê Khả Phiêu, cố Tổng Bí thư, quê Thanh Hóa.", "2026-08-21", ""),
    ("Thủ tướng Anh Keir Starmer và Thủ tướng Thái Anutin dự họp.", "2025-09-22", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on", "found"), READ)
def test_names_that_hold_other_words(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert findings(text, on) == found


@pytest.mark.parametrize(
    "text", ["Bí thư Tỉnh Đoàn Đồng Nai dự lễ.", "Chủ tịch Đoàn Luật sư TP Hà Nội dự lễ."]
)
def test_a_union_is_nobody_s_name(read: Callable[..., Article], text: str) -> None:
    assert [m.name for m in read(text, "2025-08-21").mentions if m.name] == []


ORDERS = [
    pytest.param([3, 2, 1], [1, 2, 3], id="two exchanged"),
    pytest.param([2, 3, 1], [1, 2, 3], id="one moved"),
    pytest.param([1, 2, 3], [1, 2, 3], id="right"),
    pytest.param([4, 3, 2, 1], [1, 2, 3, 4], id="all turned"),
]


@pytest.mark.parametrize(("printed", "right"), ORDERS)
def test_a_list_is_put_in_order(printed: list[int], right: list[int]) -> None:
    assert in_order(printed, lambda a, b: a > b, lambda one: (one,)) == right


def test_a_list_is_put_in_order_by_one_exchange_where_ties_would_let_it_be_otherwise() -> None:
    printed = [(2, "chair"), (1, "president"), (2, "prime minister"), (0, "secretary")]
    ordered = in_order(printed, lambda a, b: a[0] > b[0], lambda one: one[:1])
    assert [name for _, name in ordered] == ["secretary", "president", "prime minister", "chair"]


ROWS = [
    ("Tham dự có các Phó Chủ tịch UBND tỉnh: Lê Văn An, Vũ Văn Dân; Bí thư Tỉnh ủy Trần Văn Bình.", 0),
    ("Tham dự có Phó Chủ tịch UBND tỉnh: Lê Văn An; Bí thư Tỉnh ủy Trần Văn Bình.", 0),
    (
        "Tham dự có Phó Chủ tịch UBND tỉnh Lê Văn An; Chủ tịch HĐND tỉnh Vũ Văn Dân; Bí thư Tỉnh ủy Trần Văn Bình.",
        1,
    ),
]


@pytest.mark.parametrize(("text", "fixes"), ROWS)
def test_whoever_heads_a_row_is_not_moved(checker: Checker, form: str, text: str, fixes: int) -> None:
    report = checker.check(normalize(form, text), on=date(2025, 9, 29))
    assert [(f.rule, len(f.fixes)) for f in report.findings] == [("O002", fixes)]
