"""Which titles are asserted: frames of change, genitives, the reach of nguyên, cựu and cố, signatures, credits.

Every row is written from the law (design: judging.md §4), not from the code. A sentence of a frame names a person
with a title that is wrong on the day; that the pair is found where it is asserted is tested beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import normalize

import pytest

from leadercheck import Article, Mention
from leadercheck.article import Title
from leadercheck.text import strip_marks

DAY = "2026-05-06"
PAIRS = {
    # person: a title that is not the person's, the day, what is found where it is asserted
    "Lê Minh Hưng": ("Chủ tịch Quốc hội", DAY, "T001 error: Chủ tịch Quốc hội"),
    "Trần Thanh Mẫn": ("Thủ tướng", DAY, "T001 error: Thủ tướng"),
    "Trần Cẩm Tú": ("Tổng Bí thư", DAY, "T001 error: Tổng Bí thư"),
    "Phan Văn Giang": ("Chủ tịch nước", DAY, "T001 error: Chủ tịch nước"),
    "Lương Cường": ("Chủ tịch nước", DAY, "T002 error: Chủ tịch nước"),
    "Phạm Minh Chính": ("Thủ tướng", DAY, "T002 error: Thủ tướng"),
    "Bùi Thanh Sơn": ("Phó Thủ tướng", DAY, "T002 error: Phó Thủ tướng"),
    "Đinh La Thăng": ("Bí thư Thành ủy TP.HCM", "2017-05-20", "T002 error: Bí thư Thành ủy TP.HCM"),
    "Lê Khánh Hải": ("Chủ tịch nước", "2025-06-10", "T001 error: Chủ tịch nước"),
    "Vương Đình Huệ": ("Chủ tịch Quốc hội", "2017-06-11", "T003 error: Chủ tịch Quốc hội"),
}
CHINH, CUONG, SON, HUNG, MAN, TU, GIANG, HAI, HUE, THANG = (
    "Phạm Minh Chính",
    "Lương Cường",
    "Bùi Thanh Sơn",
    "Lê Minh Hưng",
    "Trần Thanh Mẫn",
    "Trần Cẩm Tú",
    "Phan Văn Giang",
    "Lê Khánh Hải",
    "Vương Đình Huệ",
    "Đinh La Thăng",
)


def filled(sentence: str, name: str) -> tuple[str, str]:
    """The sentence about the person with that wrong title, and the day."""
    title, on, _ = PAIRS[name]
    assert "{name}" in sentence
    assert "{title}" in sentence
    return sentence.format(name=name, title=title), on


@pytest.mark.parametrize("name", PAIRS, ids=strip_marks)
def test_the_pair_is_found_where_it_is_asserted(findings: Callable[..., str], name: str) -> None:
    assert findings(*filled("Sáng nay, {title} {name} dự hội nghị.", name)) == PAIRS[name][2]


FRAMES = [
    # bầu
    ("Sáng nay, Quốc hội bầu ông {name} làm {title}.", MAN),
    ("Sáng nay, Quốc hội bầu ông {name} giữ chức {title} nhiệm kỳ 2026-2031.", MAN),
    ("Ông {name} được bầu làm {title}.", MAN),
    ("Với 100% phiếu tán thành, Quốc hội đã bầu {title} {name} sáng nay.", HUNG),
    ("Ông {name} vừa được bầu giữ chức vụ {title}.", HUNG),
    # giới thiệu, đề cử
    ("Ông {name} được giới thiệu để bầu làm {title}.", MAN),
    ("Trung ương giới thiệu đồng chí {name} để Quốc hội bầu giữ chức {title}.", HUNG),
    ("Sáng nay, Ủy ban Thường vụ Quốc hội giới thiệu ông {name} ứng cử {title}.", MAN),
    ("Chủ tịch nước đề cử ông {name} giữ chức {title}.", MAN),
    ("Người được đề cử vào vị trí {title} sáng nay là ông {name}.", MAN),
    ("Nhân sự được giới thiệu bầu {title} là ông {name}.", HUNG),
    # phê chuẩn, bổ nhiệm
    ("Quốc hội phê chuẩn việc bổ nhiệm {title} đối với ông {name}.", MAN),
    ("Quốc hội phê chuẩn ông {name} làm {title}.", MAN),
    ("Sáng nay, Quốc hội phê chuẩn bổ nhiệm {title} {name}.", SON),
    ("Quyết định bổ nhiệm ông {name} giữ chức {title} có hiệu lực từ hôm nay.", MAN),
    ("Sáng nay, Bộ Chính trị công bố quyết định bổ nhiệm {title} {name}.", THANG),
    # chỉ định, phân công, điều động, luân chuyển
    ("Bộ Chính trị chỉ định ông {name} làm {title}.", THANG),
    ("Bộ Chính trị phân công đồng chí {name} giữ chức {title}.", THANG),
    ("Sáng nay, ông {name} được phân công làm {title}.", MAN),
    ("Bộ Chính trị điều động ông {name} giữ chức {title}.", THANG),
    ("Quyết định điều động, chỉ định {title} {name} được công bố sáng nay.", THANG),
    ("Ông {name} được luân chuyển giữ chức {title}.", THANG),
    # giao, giao quyền, trao quyết định cho
    ("Sáng nay, Quốc hội giao quyền {title} cho ông {name}.", GIANG),
    ("Ông {name} được giao quyền {title}.", GIANG),
    ("Ông {name} được giao nhiệm vụ {title} từ hôm nay.", GIANG),
    ("Sáng nay, lãnh đạo Đảng trao quyết định cho {title} {name}.", THANG),
    ("Lễ trao quyết định {title} cho ông {name} diễn ra sáng nay.", THANG),
    # miễn nhiệm, bãi nhiệm
    ("Sáng nay, Quốc hội miễn nhiệm {title} đối với ông {name}.", SON),
    ("Sáng nay, Quốc hội miễn nhiệm {title} {name}.", CHINH),
    ("Ông {name} được miễn nhiệm chức vụ {title}.", CUONG),
    ("Quốc hội thông qua nghị quyết miễn nhiệm chức danh {title} đối với ông {name}.", CHINH),
    ("Sáng nay, Quốc hội bãi nhiệm {title} {name}.", SON),
    # thôi giữ
    ("Ông {name} thôi giữ chức {title} từ hôm nay.", CHINH),
    ("Trung ương đồng ý để ông {name} thôi giữ chức {title}.", CUONG),
    ("Ông {name} thôi làm {title}.", CUONG),
    ("Sáng nay, Quốc hội xem xét việc thôi giữ chức vụ của {title} {name}.", CHINH),
    # kế nhiệm, thay
    ("Người kế nhiệm {title} {name} ra mắt sáng nay.", CHINH),
    ("Ông kế nhiệm {title} {name}.", CUONG),
    ("Ông Nguyễn Thiện Nhân làm {title} thay ông {name}.", THANG),
    ("Sáng nay, Quốc hội bầu người thay {title} {name}.", CHINH),
    ("Sáng nay, ông An nhận nhiệm vụ {title} thay ông {name}.", CHINH),
    # làm, giữ chức
    ("Ông {name} làm {title}.", MAN),
    ("Từ hôm nay, ông {name} giữ chức {title}.", HUNG),
    ("Ông {name} giữ cương vị {title}.", HUNG),
    ("Ông {name} trở thành {title}.", HUNG),
    # tân, tiền nhiệm, đương nhiệm
    ("Tân {title} {name} tuyên thệ sáng nay.", HUE),
    ("Sáng nay, tân {title} {name} phát biểu nhậm chức.", SON),
    ("Sáng nay, ông cảm ơn người tiền nhiệm, {title} {name}.", CHINH),
    ("Sáng nay, ông gặp người tiền nhiệm là {title} {name}.", CUONG),
    ("Sáng nay, ông cảm ơn {title} tiền nhiệm {name}.", CUONG),
    ("Sáng nay, {title} đương nhiệm {name} tái cử.", CHINH),
]


@pytest.mark.parametrize(("sentence", "name"), FRAMES, ids=strip_marks)
def test_a_frame_of_change_asserts_nothing(findings: Callable[..., str], sentence: str, name: str) -> None:
    assert findings(*filled(sentence, name)) == ""


GENITIVES = [
    ("Sáng nay, trợ lý {title} {name} dự họp.", CUONG),
    ("Sáng nay, trợ lý của {title} {name} dự họp.", CUONG),
    ("Sáng nay, thư ký của {title} {name} cho biết.", CHINH),
    ("Sáng nay, đặc phái viên của {title} {name} tới Vientiane.", CUONG),
    ("Sáng nay, Đặc phái viên {title} {name} tới Vientiane.", TU),
    ("Sáng nay, phu nhân {title} {name} thăm trường mầm non.", CUONG),
    ("Sáng nay, phu quân {title} {name} dự lễ.", HUNG),
    ("Sáng nay, con trai {title} {name} dự lễ.", CUONG),
    ("Sáng nay, thay mặt {title}, Đại tướng {name} trao Huân chương.", GIANG),
    ("Sáng nay, thay mặt {title}, đồng chí {name} phát biểu.", GIANG),
    ("Sáng nay, thừa ủy quyền {title}, Đại tướng {name} trao Huân chương.", GIANG),
    ("Sáng nay, thừa ủy quyền của {title}, đồng chí {name} trao Huân chương.", GIANG),
    ("Sáng nay, được sự ủy quyền của {title}, ông {name} ký văn bản.", MAN),
    ("Sáng nay, theo ủy quyền của {title}, ông {name} ký văn bản.", MAN),
    ("Sáng nay, Chủ nhiệm Văn phòng {title} {name} dự họp.", HAI),
    ("Sáng nay, Chủ nhiệm Văn phòng {title}, ông {name}, dự họp.", HAI),
    ("Sáng nay, người phát ngôn của {title} {name} trả lời báo chí.", CHINH),
]


@pytest.mark.parametrize(("sentence", "name"), GENITIVES, ids=strip_marks)
def test_a_genitive_asserts_nothing(findings: Callable[..., str], sentence: str, name: str) -> None:
    assert findings(*filled(sentence, name)) == ""


ASSERTED = [
    # The same words where they frame something else: the title is asserted and is judged.
    ("Sáng nay, {title} {name} trao quyết định bổ nhiệm các đại sứ.", CUONG),
    ("Sáng nay, {title} {name} phê chuẩn danh sách đại biểu.", CUONG),
    ("Sáng nay, {title} {name} giao nhiệm vụ cho các bộ, ngành.", CHINH),
    ("Sáng nay, {title} {name} chỉ định nhà thầu khẩn cấp.", CHINH),
    ("Sáng nay, {title} {name} ký quyết định miễn nhiệm một thứ trưởng.", CHINH),
    ("Sáng nay, {title} {name} thay mặt Đảng, Nhà nước dự lễ.", CUONG),
    ("Sáng nay, {title} {name} làm việc với tỉnh Phú Thọ.", CHINH),
    ("Sáng nay, {title} {name} giới thiệu với khách về Văn Miếu.", HUNG),
    ("Sáng nay, {title} {name} tiếp các tân đại sứ.", CUONG),
    ("Sáng nay, trong bầu không khí hữu nghị, {title} {name} tiếp Đại sứ Lào.", HUNG),
    ("Sáng nay, dưới bầu trời thu Hà Nội, {title} {name} dự lễ.", CUONG),
    ("Sáng nay, sau cuộc bầu cử thành công, {title} {name} gửi thư khen.", HUNG),
    ("Sáng nay, tại buổi giới thiệu sách, {title} {name} phát biểu.", HUNG),
    ("Sáng nay, theo thư ký hội nghị, {title} {name} tới dự.", CHINH),
    ("Sáng nay, thay vì họp trực tuyến, {title} {name} tới dự.", CHINH),
    # The cue stands in another clause and is about others.
    pytest.param(
        "Sáng nay, sau khi Quốc hội bầu các Phó Chủ tịch, {title} {name} phát biểu.",
        CUONG,
    ),
    pytest.param(
        "Sáng nay, công bố quyết định bổ nhiệm các thứ trưởng, {title} {name} giao nhiệm vụ.",
        CHINH,
    ),
    pytest.param(
        "Sáng nay, bàn về nhân sự ngành y tế, {title} {name} nhấn mạnh hai việc.",
        CHINH,
    ),
    pytest.param(
        "Sáng nay, tại lễ tuyên thệ của tân binh, {title} {name} phát biểu.",
        CUONG,
    ),
    pytest.param(
        "Sáng nay, nói về kỷ luật công vụ, {title} {name} yêu cầu nghiêm túc.",
        CHINH,
    ),
    pytest.param(
        "Sáng nay, thăm cán bộ nghỉ hưu, {title} {name} hỏi thăm sức khỏe.",
        CUONG,
    ),
    pytest.param(
        "Sáng nay, làm rõ quy hoạch cảng biển, {title} {name} yêu cầu sớm trình.",
        CHINH,
    ),
    pytest.param(
        "Sáng nay, sau khi nghe bàn giao mặt bằng, {title} {name} biểu dương.",
        CHINH,
    ),
]


@pytest.mark.parametrize(("sentence", "name"), ASSERTED, ids=strip_marks)
def test_a_title_beside_a_cue_is_asserted(findings: Callable[..., str], sentence: str, name: str) -> None:
    assert findings(*filled(sentence, name)) == PAIRS[name][2]


REACH = [
    # nguyên and cựu may govern all that follows in the chain, or only the first.
    ("Sáng nay, nguyên Ủy viên Bộ Chính trị, Thường trực Ban Bí thư Phan Diễn dự lễ.", "2010-05-06", ""),
    ("Sáng nay, nguyên Ủy viên Bộ Chính trị, Chủ tịch nước Lương Cường dự lễ.", DAY, ""),
    ("Sáng nay, nguyên Ủy viên Bộ Chính trị, nguyên Thủ tướng Phạm Minh Chính dự lễ.", DAY, ""),
    ("Sáng nay, nguyên Ủy viên Bộ Chính trị - Thủ tướng Phạm Minh Chính dự lễ.", DAY, ""),
    ("Sáng nay, nguyên Trưởng Ban Tổ chức Trung ương, Thủ tướng Lê Minh Hưng dự lễ.", DAY, ""),
    ("Sáng nay, cựu Bộ trưởng Bộ Công an, Tổng Bí thư Tô Lâm dự lễ.", DAY, ""),
    ("Sáng nay, nguyên Phó Chủ tịch Quốc hội, Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ.", DAY, ""),
    # T004 looks at the title that touches the word.
    ("Sáng nay, nguyên Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ.", DAY, "T004 error: nguyên Chủ tịch Quốc hội"),
    ("Sáng nay, cựu Thủ tướng Lê Minh Hưng dự lễ.", DAY, "T004 error: cựu Thủ tướng"),
    ("Cựu Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ sáng nay.", DAY, "T004 error: Cựu Chủ tịch Quốc hội"),
    (
        "Sáng nay, nguyên Chủ tịch Quốc hội, Ủy viên Bộ Chính trị Trần Thanh Mẫn dự lễ.",
        DAY,
        "T004 error: nguyên Chủ tịch Quốc hội",
    ),
    ("Sáng nay, nguyên trợ lý Tổng Bí thư Tô Lâm dự lễ.", DAY, ""),
    ("Sáng nay, nguyên Trợ lý Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ.", DAY, ""),
    ("Sáng nay, nguyên thư ký của Thủ tướng Lê Minh Hưng dự lễ.", DAY, ""),
    ("Các ông nguyên trợ lý Tổng Bí thư Lê Khả Phiêu dự lễ sáng nay.", DAY, ""),
    # The reach ends with the person.
    (
        "Sáng nay, nguyên Chủ tịch nước Trương Tấn Sang và Thủ tướng Phạm Minh Chính dự lễ.",
        DAY,
        "T002 error: Thủ tướng",
    ),
    (
        "Sáng nay, nguyên Chủ tịch nước Trương Tấn Sang, Thủ tướng Phạm Minh Chính dự lễ.",
        DAY,
        "T002 error: Thủ tướng",
    ),
    ("Sáng nay, nguyên Thủ tướng Phạm Minh Chính và Thủ tướng Lê Minh Hưng dự lễ.", DAY, ""),
    # The late.
    ("Sáng nay, gia đình cố Tổng Bí thư Nguyễn Phú Trọng dự lễ.", DAY, ""),
    ("Sáng nay, khánh thành nhà lưu niệm cố Thủ tướng Võ Văn Kiệt.", DAY, ""),
]


@pytest.mark.parametrize(("text", "on", "found"), REACH, ids=strip_marks)
def test_the_reach_of_former(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert findings(text, on) == found


WHICH_FRAME = [
    # text, day, each title of a named reference with its frame
    # The last word of change says which it is; taking an office is taking it.
    (
        "Quốc hội phê chuẩn đề nghị miễn nhiệm chức vụ Phó Thủ tướng đối với ông Trần Lưu Quang.", "2024-08-26",
        "Phó Thủ tướng: relieved",
    ),
    ("Quốc hội phê chuẩn việc miễn nhiệm Phó Thủ tướng Trần Lưu Quang.", "2024-08-26", "Phó Thủ tướng: relieved"),
    ("Ông Bùi Thanh Sơn được giới thiệu làm Bộ trưởng Ngoại giao.", "2021-04-08", "Bộ trưởng Ngoại giao: proposed"),
    ("Ông Đỗ Thành Trung được bầu làm Chủ tịch UBND TP Hải Phòng.", "2026-04-20", "Chủ tịch UBND TP Hải Phòng: appointed"),
    ("Ông Nguyễn Văn Quảng thôi làm Bí thư Thành ủy Đà Nẵng.", "2025-09-03", "Bí thư Thành ủy Đà Nẵng: relieved"),
    # Who is replaced takes nothing.
    ("Ông Đỗ Thành Trung kế nhiệm ông Lê Ngọc Châu làm Chủ tịch UBND TP Hải Phòng.", "2026-04-20", ""),
    ("Quốc hội bầu người thay ông Phạm Minh Chính làm Thủ tướng.", "2026-04-07", ""),
    # An office held stands in apposition while another is given.
    (
        ("Bộ Chính trị phân công đồng chí Nguyễn Thiện Nhân, Ủy viên Bộ Chính trị, Chủ tịch Ủy ban T.Ư MTTQ Việt Nam, "
        "giữ chức Bí thư Thành ủy TP.HCM."), "2017-05-10",
        "Ủy viên Bộ Chính trị: None; Chủ tịch Ủy ban T.Ư MTTQ Việt Nam: None; Bí thư Thành ủy TP.HCM: appointed",
    ),
    ("Bộ Chính trị phân công ông Nguyễn Thiện Nhân làm Bí thư Thành ủy TP.HCM.", "2017-05-10", "Bí thư Thành ủy TP.HCM: appointed"),
    (
        "Bộ Chính trị phân công ông Lê Minh Hưng, Chủ tịch Quốc hội, giữ chức Bí thư.", "2026-05-06",
        "Chủ tịch Quốc hội: appointed; Bí thư: appointed",
    ),
    # On somebody's behalf: the office behind the comma is the actor's own.
    (
        "Thừa ủy quyền của Thủ tướng Chính phủ, Bộ trưởng Bộ Tư pháp Hoàng Thanh Tùng trình bày tờ trình.", "2026-05-15",
        "Bộ trưởng Bộ Tư pháp: None",
    ),
    ("Thay mặt Tổng Bí thư, Chủ tịch nước, đồng chí Nguyễn Hải Ninh chuyển lẵng hoa.", "2026-06-09", ""),
    ("Thay mặt Thủ tướng, Chủ tịch Quốc hội, ông Nguyễn Hải Ninh chuyển lẵng hoa.", "2026-06-09", ""),
    (
        "Thay mặt Tổng Bí thư, Chủ tịch nước Tô Lâm, ông An chuyển lẵng hoa.", "2026-06-09",
        "Tổng Bí thư: genitive; Chủ tịch nước: genitive",
    ),
    ("Ký thay Thủ tướng, Phó Thủ tướng Nguyễn Văn Thắng ban hành công điện.", "2026-06-18", "Phó Thủ tướng: None"),
    ("Phu nhân Chủ tịch nước Tô Lâm dự lễ.", "2026-06-18", "Chủ tịch nước: genitive"),
    ("Vợ chồng Thủ tướng Lê Minh Hưng xem múa rối.", "2026-06-14", "Thủ tướng: None"),
    ("Chuyên cơ chở Thủ tướng Lê Minh Hưng hạ cánh.", "2026-06-14", "Thủ tướng: genitive"),
    ("Bài phát biểu của Chủ tịch Quốc hội Trần Thanh Mẫn dài chín trang.", "2026-06-14", "Chủ tịch Quốc hội: genitive"),
    # Who resigns has no object.
    ("Bộ trưởng Nội vụ Pháp từ chức, Tổng thống Macron chưa bình luận.", "2026-06-29", "Tổng thống: None"),
    # The words right before a title tell its time, whatever the sentence speaks of.
    (
        "Ông Lê Minh Ngân, hiện giữ cương vị bí thư Tỉnh ủy Lai Châu, từng được bổ nhiệm ở Mường Tè.", "2025-10-13",
        "bí thư Tỉnh ủy Lai Châu: None",
    ),
    (
        "Các ông Phạm Minh Chính và Trần Thanh Mẫn, lần lượt là Thủ tướng và Chủ tịch Quốc hội, có mặt.", "2025-10-07",
        "Thủ tướng: None; Chủ tịch Quốc hội: None",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on", "frames"), WHICH_FRAME)
def test_which_frame(read: Callable[..., Article], text: str, on: str, frames: str) -> None:
    named = [m for m in read(text, on).mentions if m.name]
    assert "; ".join(f"{normalize('NFC', t.text)}: {t.frame}" for m in named for t in m.titles) == frames


OF_ITS_OWN_TIME = [
    # text, day, whether the person is spoken of at another time, and each title with its verdict
    ("Lê Minh Ngân, hiện là bí thư Tỉnh ủy Lai Châu, từng dạy học ở Mường Tè.", "2025-10-13", "now; bí thư Tỉnh ủy Lai Châu: yes"),
    (
        "Chủ nhiệm Ủy ban Kinh tế và Tài chính Phan Văn Mãi, người từng là chủ tịch TP.HCM, nói luật còn hở.", "2026-05-25",
        "now; Chủ nhiệm Ủy ban Kinh tế và Tài chính: yes; chủ tịch TP.HCM: not judged",
    ),
    ("Ông Phạm Minh Chính từng là Thủ tướng.", "2026-05-25", "other; Thủ tướng: not judged"),
    ("Ông Phạm Minh Chính, khi đó là Thủ tướng, đã ký.", "2026-05-25", "other; Thủ tướng: not judged"),
    (
        "Ông Lê Minh Hưng, trước đây là Thống đốc Ngân hàng Nhà nước, nay là Thủ tướng, có mặt.", "2026-05-25",
        "now; Thống đốc Ngân hàng Nhà nước: not judged; Thủ tướng: yes",
    ),
    (
        "Nguyên Bộ trưởng Công Thương Nguyễn Hồng Diên, nay là Phó chủ tịch Quốc hội, có mặt.", "2026-05-25",
        "now; Bộ trưởng Công Thương: yes; Phó chủ tịch Quốc hội: unknown",
    ),
    (
        "Chiều 9.1, Thủ tướng Phạm Minh Chính chủ trì hội nghị về đầu tư công năm 2025 và 2026.", "2026-01-09",
        "now; Thủ tướng: yes",
    ),
    ("Cách đây một năm, ngày 9.5, Thủ tướng Phạm Minh Chính chủ trì hội nghị.", "2026-05-09", "other; Thủ tướng: not judged"),
    ("Ngày 9.5, Thủ tướng khi đó Phạm Minh Chính chủ trì hội nghị.", "2026-05-09", "other"),
    ("Ngày 9.5, Thủ tướng (nhiệm kỳ 2021-2025) Phạm Minh Chính chủ trì.", "2026-05-09", "other; Thủ tướng (nhiệm kỳ 2021-2025): not judged"),
    ("Năm 2024, ngày 9.1, Thủ tướng Phạm Minh Chính chủ trì hội nghị.", "2026-01-09", "other; Thủ tướng: yes"),
    ("Đoàn vào Lăng viếng Chủ tịch Hồ Chí Minh.", "2026-05-19", "now; Chủ tịch: not judged"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on", "told"), OF_ITS_OWN_TIME)
def test_a_title_has_its_own_time(read: Callable[..., Article], text: str, on: str, told: str) -> None:
    (mention,) = [m for m in read(text, on).mentions if m.name]
    titles = (f"{normalize('NFC', t.text)}: {t.verdict}" for t in mention.titles)
    assert "; ".join(["other" if mention.past else "now", *titles]) == told


LOOK_ALIKES = (
    # What stands before the title and only looks like nguyên, cựu, cố, quyền or tân.
    "Sáng nay, ở Tây nguyên, ",
    "Sáng nay, ở Tây Nguyên, ",
    "Sáng nay tại Thái Nguyên, ",
    "Sáng nay tại Thái Nguyên ",
    "Sáng nay, lời dạy còn nguyên giá trị, ",
    "Sáng nay, tìm rõ nguyên nhân, ",
    "Sáng nay, giữ vững nguyên tắc, ",
    "Sáng nay, vùng cao nguyên đón ",
    "Sáng nay, làng nghề còn vẹn nguyên, ",
    "Sáng nay, cả nước cố gắng, ",
    "Sáng nay, về sự cố môi trường, ",
    "Sáng nay, đê điều được củng cố, ",
    "Sáng nay, cùng đồng bào Điện Biên kiên cố, ",
    "Sáng nay, cùng chính quyền, ",
    "Sáng nay, cùng cấp ủy, chính quyền ",
    "Sáng nay, vì quyền lợi người dân, ",
    "Sáng nay, bàn về nhân quyền, ",
    "Sáng nay, đúng thẩm quyền, ",
    "Sáng nay, về bản quyền, ",
    "Sáng nay, thăm đền Lý Thái Tổ và Cựu chiến binh phường, ",
    "Sáng nay, Hội Cựu chiến binh đón ",
    "Sáng nay, tại xã Tân Trào, ",
    "Sáng nay, gặp các cựu học sinh, ",
)


@pytest.mark.parametrize("before", LOOK_ALIKES, ids=strip_marks)
def test_a_look_alike_hides_no_outdated_title(findings: Callable[..., str], before: str) -> None:
    assert findings(f"{before}Thủ tướng Phạm Minh Chính phát biểu.", DAY) == "T002 error: Thủ tướng"


@pytest.mark.parametrize("before", LOOK_ALIKES, ids=strip_marks)
def test_a_look_alike_makes_nobody_a_former(findings: Callable[..., str], before: str) -> None:
    assert findings(f"{before}Chủ tịch Quốc hội Trần Thanh Mẫn phát biểu.", DAY) == ""


MODIFIERS = [
    # What stands before the title of the first named person, as the reading tells it.
    ("Nguyên Thủ tướng Phạm Minh Chính dự lễ.", "nguyên"),
    ("Đồng chí nguyên Thủ tướng Phạm Minh Chính dự lễ.", "nguyên"),
    ("Cựu Thủ tướng Phạm Minh Chính dự lễ.", "cựu"),
    ("Dự lễ có nguyên Thủ tướng Phạm Minh Chính.", "nguyên"),
    ("Ông Phạm Minh Chính, nguyên Thủ tướng, dự lễ.", "nguyên"),
    ("Ông Phạm Minh Chính - nguyên Thủ tướng - dự lễ.", "nguyên"),
    ("Ông Phạm Minh Chính (nguyên Thủ tướng) dự lễ.", "nguyên"),
    ("Gia đình cố Thủ tướng Võ Văn Kiệt dự lễ.", "cố"),
    ("Quyền Chủ tịch nước Võ Thị Ánh Xuân dự lễ.", "quyền"),
    ("Phó Chủ tịch nước, quyền Chủ tịch nước Võ Thị Ánh Xuân dự lễ.", "- quyền"),
    ("Chính quyền Thủ tướng Lê Minh Hưng cam kết.", "-"),
    ("Việc này thuộc thẩm quyền Thủ tướng Lê Minh Hưng.", "-"),
    ("Được ủy quyền, Thủ tướng Lê Minh Hưng ký.", "-"),
    ("Việc Chính phủ trao quyền Thủ tướng Lê Minh Hưng quyết.", "-"),
    ("Ở Tây nguyên Thủ tướng Lê Minh Hưng thăm dân.", "-"),
    ("Nguyên văn Thủ tướng Lê Minh Hưng nói.", "-"),
    ("Cố vấn Thủ tướng Lê Minh Hưng là người trẻ.", "-"),
    ("Nguyên nhân Thủ tướng Lê Minh Hưng vắng mặt là bận họp.", "-"),
]


@pytest.mark.parametrize(("text", "modifiers"), MODIFIERS, ids=strip_marks)
def test_modifiers(read: Callable[..., Article], text: str, modifiers: str) -> None:
    first = next(m for m in read(text, DAY).mentions if m.name is not None)
    assert " ".join(t.modifier or "-" for t in first.titles) == modifiers


TITLES = [
    # The titles of the first named person: the longest wins, the chain is kept, others' titles are not taken.
    ("Phó Thủ tướng Phan Văn Giang dự lễ.", "pho-thu-tuong-chinh-phu pho-thu-tuong-thuong-truc-chinh-phu"),
    ("Phó Thủ tướng Thường trực Phạm Gia Túc dự lễ.", "pho-thu-tuong-thuong-truc-chinh-phu"),
    ("Thủ tướng Chính phủ Lê Minh Hưng dự lễ.", "thu-tuong-chinh-phu"),
    ("Tổng Bí thư, Chủ tịch nước Tô Lâm dự lễ.", "tong-bi-thu chu-tich-nuoc"),
    ("Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam Tô Lâm dự lễ.", "chu-tich-nuoc"),
    ("Bà Võ Thị Ánh Xuân, Phó Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam, dự lễ.", "pho-chu-tich-nuoc"),
    (
        "Thủ tướng Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam Lê Minh Hưng dự lễ.",
        "thu-tuong-chinh-phu",
    ),
    ("Tổng Bí thư kiêm Chủ tịch nước Tô Lâm dự lễ.", "tong-bi-thu chu-tich-nuoc"),
    ("Ông Tô Lâm, Tổng Bí thư, Chủ tịch nước, dự lễ.", "tong-bi-thu chu-tich-nuoc"),
    ("Ông Trần Thanh Mẫn - Chủ tịch Quốc hội - dự lễ.", "chu-tich-quoc-hoi"),
    ("Ông Trần Thanh Mẫn (Chủ tịch Quốc hội) dự lễ.", "chu-tich-quoc-hoi"),
    ("Chủ tịch Quốc hội: Trần Thanh Mẫn.", "chu-tich-quoc-hoi"),
    ("Chủ tịch Quốc hội, ông Trần Thanh Mẫn, dự lễ.", "chu-tich-quoc-hoi"),
    ("Đại tướng Phan Văn Giang, Bộ trưởng Bộ Quốc phòng, dự lễ.", "bo-truong-bo-quoc-phong"),
    ("Bộ trưởng Quốc phòng Phan Văn Giang dự lễ.", "bo-truong-bo-quoc-phong"),
    ("Bộ trưởng Bộ Quốc phòng, Đại tướng Phan Văn Giang dự lễ.", "bo-truong-bo-quoc-phong"),
    ("Bộ trưởng Bộ NN&MT Trịnh Việt Hùng dự lễ.", "bo-truong-bo-nong-nghiep-va-moi-truong"),
    (
        "Bộ trưởng Bộ Nông nghiệp và Môi trường Trịnh Việt Hùng dự lễ.",
        "bo-truong-bo-nong-nghiep-va-moi-truong",
    ),
    ("Bí thư Thành ủy TP.HCM Trần Lưu Quang dự lễ.", "bi-thu-thanh-uy-thanh-pho-ho-chi-minh"),
    ("Bí thư Thành ủy TP Hồ Chí Minh Trần Lưu Quang dự lễ.", "bi-thu-thanh-uy-thanh-pho-ho-chi-minh"),
    (
        "Bí thư Thành ủy Thành phố Hồ Chí Minh Trần Lưu Quang dự lễ.",
        "bi-thu-thanh-uy-thanh-pho-ho-chi-minh",
    ),
    ("Ông Trần Thanh Mẫn, Thủ tướng Lê Minh Hưng dự lễ.", ""),
    ("Ông Trần Thanh Mẫn và Thủ tướng Lê Minh Hưng dự lễ.", ""),
    ("Ông Trần Thanh Mẫn; Thủ tướng Lê Minh Hưng dự lễ.", ""),
    ("Ông Trần Thanh Mẫn, Chủ tịch Quốc hội, Thủ tướng Lê Minh Hưng dự lễ.", "chu-tich-quoc-hoi"),
    ("Ông Trần Thanh Mẫn tiếp Thủ tướng Lê Minh Hưng.", ""),
    ("Thủ tướng tiếp Lê Minh Hưng.", ""),
    ("Thủ tướng nói: Lê Minh Hưng sẽ dự lễ.", ""),
    ("Thủ tướng và Lê Minh Hưng dự lễ.", ""),
    ("Thủ tướng\nLê Minh Hưng dự lễ.", ""),
]


@pytest.mark.parametrize(("text", "positions"), TITLES, ids=strip_marks)
def test_titles_of_a_person(read: Callable[..., Article], text: str, positions: str) -> None:
    first: Mention = next(m for m in read(text, DAY).mentions if m.name is not None)
    own: tuple[Title, ...] = first.titles
    assert " ".join(p for t in own for p in t.positions) == positions


NOT_NEWS = [
    # Signature blocks, tags, related headlines and documents are not judged.
    pytest.param(
        "KT. THỦ TƯỚNG PHAN VĂN GIANG",
    ),
    "KT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\nPhan Văn Giang",
    "TM. CHÍNH PHỦ\nTHỦ TƯỚNG\n(Đã ký)\nPhạm Minh Chính",
    "TM. CHÍNH PHỦ THỦ TƯỚNG PHẠM MINH CHÍNH",
    pytest.param(
        "TUQ. CHỦ TỊCH NƯỚC LÊ KHÁNH HẢI",
    ),
    pytest.param(
        "TL. CHỦ TỊCH NƯỚC LÊ KHÁNH HẢI",
    ),
    pytest.param(
        "Hội nghị khai mạc\nSáng 6/5, hội nghị khai mạc tại Hà Nội.\nTừ khóa: Chủ tịch Quốc hội Lê Minh Hưng",
    ),
    pytest.param(
        "Hội nghị khai mạc\nSáng 6/5, hội nghị khai mạc tại Hà Nội.\nTags: Thủ tướng Phạm Minh Chính, hội nghị",
    ),
    pytest.param(
        "Hội nghị khai mạc\nSáng 6/5, hội nghị khai mạc tại Hà Nội.\nTin liên quan\nThủ tướng Phạm Minh Chính dự lễ",
    ),
    pytest.param(
        "Hội nghị khai mạc\nSáng 6/5, hội nghị khai mạc tại Hà Nội.\nXem thêm: Thủ tướng Phạm Minh Chính dự lễ",
    ),
    pytest.param(
        "Hội nghị khai mạc\nSáng 6/5, hội nghị khai mạc tại Hà Nội.\n>> Thủ tướng Phạm Minh Chính dự lễ",
    ),
    "Hội nghị khai mạc\nSáng 6/5, hội nghị khai mạc tại Hà Nội.\nNguồn: Văn phòng Thủ tướng Phạm Minh Chính",
    pytest.param(
        "Chỉ thị số 05/CT-TTg do Thủ tướng Phạm Minh Chính ký về tăng trưởng.",
    ),
    pytest.param(
        "Theo Quyết định số 123/QĐ-TTg của Thủ tướng Phạm Minh Chính, dự án gồm ba phần.",
    ),
    pytest.param(
        "Nghị quyết số 57/2022/QH15 do Chủ tịch Quốc hội Vương Đình Huệ ký ban hành.",
    ),
    "Nghị quyết “Về công tác nhân sự do Chủ tịch Quốc hội Lê Minh Hưng ký” được đăng lại sáng nay.",
]


@pytest.mark.parametrize("text", NOT_NEWS, ids=strip_marks)
def test_signatures_credits_and_documents_are_silent(findings: Callable[..., str], text: str) -> None:
    assert findings(text, DAY) == ""


ACTING = [
    # "Q." is quyền in a signature; without it the title is wrong.
    pytest.param(
        "Q. CHỦ TỊCH NƯỚC VÕ THỊ ÁNH XUÂN",
        "2024-04-16",
        "",
    ),
    ("Q. CHỦ TỊCH NƯỚC\nVõ Thị Ánh Xuân", "2024-04-16", ""),
    ("CHỦ TỊCH NƯỚC VÕ THỊ ÁNH XUÂN TIẾP ĐOÀN", "2024-04-16", "T005 error: CHỦ TỊCH NƯỚC"),
    pytest.param(
        "Sáng nay, Q. Chủ tịch nước Võ Thị Ánh Xuân tiếp đoàn.",
        "2024-04-16",
        "",
    ),
    ("Sáng nay, Quyền Chủ tịch nước Võ Thị Ánh Xuân tiếp đoàn.", "2024-04-16", ""),
    ("Sáng nay, bà Võ Thị Ánh Xuân, quyền Chủ tịch nước, tiếp đoàn.", "2024-04-16", ""),
    ("Sáng nay, bà Võ Thị Ánh Xuân, Chủ tịch nước, tiếp đoàn.", "2024-04-16", "T005 error: Chủ tịch nước"),
    ("Sáng nay, quyền Bộ trưởng Bộ Ngoại giao Lê Hoài Trung tiếp đoàn.", "2025-09-20", ""),
    (
        "Sáng nay, Bộ trưởng Bộ Ngoại giao Lê Hoài Trung tiếp đoàn.",
        "2025-09-20",
        "T005 error: Bộ trưởng Bộ Ngoại giao",
    ),
    ("Sáng nay, Bộ trưởng Bộ Ngoại giao Lê Hoài Trung tiếp đoàn.", "2025-11-20", ""),
]


@pytest.mark.parametrize(("text", "on", "found"), ACTING, ids=strip_marks)
def test_acting(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert findings(text, on) == found


EVENTS = [
    # Event committees and first secretaries of embassies and of the Youth Union are not the Party's.
    ("Sáng nay, Trưởng ban tổ chức lễ hội Lê Minh Hưng phát biểu.", ""),
    ("Sáng nay, Trưởng Ban Tổ chức giải chạy Trần Thanh Mẫn phát biểu.", ""),
    ("Sáng nay, Bí thư thứ nhất Đại sứ quán Việt Nam tại Lào Trần Thanh Mẫn dự lễ.", ""),
    ("Sáng nay, Bí thư thứ nhất Đại sứ quán Lào Phạm Minh Chính dự lễ.", ""),
    ("Sáng nay, Bí thư thứ nhất Trung ương Đoàn Bùi Quang Huy dự lễ.", ""),
    (
        "Sáng nay, Trưởng Ban Tổ chức Trung ương Trần Thanh Mẫn dự lễ.",
        "T001 error: Trưởng Ban Tổ chức Trung ương",
    ),
    (
        "Sáng nay, Trưởng Ban Tổ chức Trung ương Lê Minh Hưng dự lễ.",
        "T002 error: Trưởng Ban Tổ chức Trung ương",
    ),
]


@pytest.mark.parametrize(("text", "found"), EVENTS, ids=strip_marks)
def test_event_committees_and_embassies(findings: Callable[..., str], text: str, found: str) -> None:
    assert findings(text, DAY) == found
