"""The manner of Party and provincial press and of portals: what is printed there and hardly elsewhere.

Each row is an invented event with the offices of the day. `told` is every reference with its titles in order,
"Tô Lâm: Tổng Bí thư"; a person that is not the register's stands as "?".
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from unicodedata import normalize

import pytest

from leadercheck import Article, Checker


def told(article: Article) -> str:
    """Every reference to one of the register's people, or to nobody it knows, with the titles read for it."""
    told = "; ".join(
        f"{m.person_name if m.status == 'linked' else '?'}: {', '.join(t.text for t in m.titles)}".removesuffix(
            ": "
        )
        for m in article.mentions
        if m.status != "foreign"
    )
    return normalize("NFC", told)


SILENT = [
    # The Front of a province is not the Front.
    ("Đoàn do đồng chí Hồ Thị Cẩm Đào, Chủ tịch Ủy ban MTTQ Việt Nam thành phố, dẫn đầu thăm Cần Thơ.", "2026-02-13"),
    ("Sáng 13/2, Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Võ Thị Minh Sinh thăm Nghệ An.", "2026-02-14"),
    ("Cùng đi có Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Lê Hồng Sáu.", "2024-07-25"),
    # The State President's delegation is not led by him.
    ("Dẫn đầu Đoàn Chủ tịch nước là đồng chí Đặng Thị Ngọc Thịnh, Phó Chủ tịch nước.", "2020-06-16"),
    # Committees of a provincial council are no ministry of long ago.
    ("Cùng dự có Phạm Hồng Sáu, Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh Phú Yên.", "2023-06-05"),
    ("Cùng dự có bà Phạm Hồng Sáu, Trưởng Ban Kinh tế, và bà Lê Hồng Bảy, báo Bình Minh.", "2023-06-05"),
    ("Sáng nay, Phó Trưởng Ban Pháp chế HĐND tỉnh Lê Hồng Sáu khảo sát tại Phú Yên.", "2023-06-05"),
    # Somebody else of nearly that name, with offices of his own.
    (
        "Đoàn do đồng chí Trần Quốc Vượng, Thường trực Ban Bí thư, dẫn đầu. Đồng chí Trần Quốc Hương (Sáu Hương), nguyên Trưởng ban Dân vận xã, kể lại. Đồng chí Trần Quốc Hương xúc động.",
        "2020-06-16",
    ),
    ("Đoàn đại biểu Chủ tịch nước do Phó Chủ tịch nước Võ Thị Ánh Xuân dẫn đầu vào viếng sáng nay.", "2024-07-25"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on"), SILENT)
def test_it_is_left_alone(checker: Checker, text: str, on: str) -> None:
    report = checker.check(text, on=date.fromisoformat(on))
    assert [(f.rule, f.message) for f in report.findings if f.rule[0] in "TN"] == []


READ = [
    # Institutions told one after another are bodies, and plurals of several offices mean nobody in particular.
    (
        "Đoàn đại biểu Ban Chấp hành Trung ương Đảng, Chủ tịch nước, Quốc hội, Chính phủ đã vào Lăng viếng Bác.",
        "2025-09-01",
        "",
    ),
    ("Vòng hoa của Đoàn đại biểu Trung ương Đảng, Quốc hội, Chủ tịch nước, Chính phủ.", "2025-09-01", ""),
    (
        "Cùng dự có các đồng chí Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Phó Chủ tịch nước, Phó Thủ tướng.",
        "2025-09-01",
        "",
    ),
    (
        "Chủ tịch nước, Chính phủ và Quốc hội cùng quan tâm. Sáng nay, Chủ tịch nước, Thủ tướng dự lễ.",
        "2025-09-01",
        "Lương Cường: Chủ tịch nước; Phạm Minh Chính: Thủ tướng",
    ),
    # An age, a year of birth or a word of the caption between a name and its titles.
    (
        "Thượng tướng Phan Văn Giang, 61 tuổi, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Quốc phòng, dự họp.",
        "2021-04-08",
        "Phan Văn Giang: Ủy viên Bộ Chính trị, Bộ trưởng Bộ Quốc phòng",
    ),
    (
        "Đồng chí Phan Văn Giang, sinh năm 1960, Bộ trưởng Bộ Quốc phòng, dự họp.",
        "2021-06-08",
        "Phan Văn Giang: Bộ trưởng Bộ Quốc phòng",
    ),
    (
        "Đồng chí Phan Văn Giang (bên trái), Bộ trưởng Bộ Quốc phòng, dự họp.",
        "2021-06-08",
        "Phan Văn Giang: Bộ trưởng Bộ Quốc phòng",
    ),
    (
        "Ông Phan Văn Giang (61 tuổi, Bộ trưởng Bộ Quốc phòng) dự họp.",
        "2021-06-08",
        "Phan Văn Giang: Bộ trưởng Bộ Quốc phòng",
    ),
    ("Ông Phan Văn Giang (SN 1960, quê Ninh Bình) dự họp.", "2021-06-08", "Phan Văn Giang"),
    ("Ông Phan Văn Giang, 61 tuổi, có mặt từ sớm.", "2021-06-08", "Phan Văn Giang"),
    ("Ông Phan Văn Giang, 61 tuổi, nông dân, có mặt từ sớm.", "2021-06-08", "?"),
    ("Ông Phan Văn Giang, 47 tuổi, có mặt từ sớm.", "2021-06-08", "?"),
    ("Ông Phan Văn Giang (SN 1972, quê Ninh Bình) có mặt từ sớm.", "2021-06-08", "?"),
    # Posts below the register's between a name and its titles.
    (
        "Đồng chí Bùi Văn Quang - TUV, Chủ tịch UBND tỉnh Phú Thọ, kiểm tra.",
        "2025-04-03",
        "Bùi Văn Quang: Chủ tịch UBND tỉnh Phú Thọ",
    ),
    (
        "Đồng chí Bùi Văn Quang, Tỉnh ủy viên, Chủ tịch UBND tỉnh Phú Thọ, kiểm tra.",
        "2025-04-03",
        "Bùi Văn Quang: Chủ tịch UBND tỉnh Phú Thọ",
    ),
    (
        "Đồng chí Nguyễn Thị Thanh, UVTƯ Đảng, Bí thư Tỉnh ủy Ninh Bình, kiểm tra.",
        "2017-04-27",
        "Nguyễn Thị Thanh: UVTƯ Đảng, Bí thư Tỉnh ủy Ninh Bình",
    ),
    (
        "Đồng chí Nguyễn Thị Thanh, UVT.Ư Đảng, Bí thư Tỉnh ủy Ninh Bình, kiểm tra.",
        "2017-04-27",
        "Nguyễn Thị Thanh: UVT.Ư Đảng, Bí thư Tỉnh ủy Ninh Bình",
    ),
    # Chains that a term or a bracket interrupts.
    (
        "Đồng chí Phạm Quang Nghị - nguyên Ủy viên T.Ư Đảng (khóa VIII, IX), nguyên Bí thư Thành ủy Hà Nội dự lễ.",
        "2018-10-04",
        "Phạm Quang Nghị: Ủy viên T.Ư Đảng, Bí thư Thành ủy Hà Nội",
    ),
    (
        "Chiều nay, Phó Thủ tướng Bộ trưởng Ngoại giao Phạm Bình Minh dự họp.",
        "2017-08-07",
        "Phạm Bình Minh: Phó Thủ tướng, Bộ trưởng Ngoại giao",
    ),
    ("Bí thư Tỉnh ủy Hải Dương : Ông Bùi Thanh Quyến", "2011-11-05", "Bùi Thanh Quyến: Bí thư Tỉnh ủy Hải Dương"),
    (
        "Bí thư Tỉnh ủy Bắc Giang hiện nay là Trung tướng Nguyễn Văn Gấu.",
        "2025-01-28",
        "Nguyễn Văn Gấu: Bí thư Tỉnh ủy Bắc Giang",
    ),
    # What somebody becomes, behind his chain.
    (
        "Ông Đặng Xuân Phong, Chủ tịch UBND tỉnh Lào Cai, được bầu giữ chức Bí thư Tỉnh ủy Lào Cai.",
        "2020-10-16",
        "Đặng Xuân Phong: Chủ tịch UBND tỉnh Lào Cai, Bí thư Tỉnh ủy Lào Cai",
    ),
    ("Ông Đặng Xuân Phong tái đắc cử Bí thư Tỉnh ủy Lào Cai.", "2020-10-16", "Đặng Xuân Phong: Bí thư Tỉnh ủy Lào Cai"),
    (
        "Hội nghị bầu ông Đặng Xuân Phong, Chủ tịch UBND tỉnh Lào Cai, giữ chức Bí thư Tỉnh ủy Lào Cai.",
        "2020-10-16",
        "Đặng Xuân Phong: Chủ tịch UBND tỉnh Lào Cai, Bí thư Tỉnh ủy Lào Cai",
    ),
    (
        "Ông Đặng Xuân Phong trao quyết định cho bà Lê Hồng Sáu giữ chức Phó Giám đốc Công an tỉnh Lào Cai.",
        "2021-10-16",
        "Đặng Xuân Phong",
    ),
    (
        "HĐND tỉnh miễn nhiệm chức danh Chủ tịch UBND tỉnh Bắc Giang đối với ông Lê Ánh Dương.",
        "2024-10-30",
        "Lê Ánh Dương: Chủ tịch UBND tỉnh Bắc Giang",
    ),
    (
        "Phê chuẩn kết quả bầu chức vụ Chủ tịch UBND tỉnh Bắc Giang nhiệm kỳ 2021-2026 đối với ông Lê Ánh Dương.",
        "2021-07-30",
        "Lê Ánh Dương: Chủ tịch UBND tỉnh Bắc Giang nhiệm kỳ 2021-2026",
    ),
    ("Tại cuộc gặp, tình cảm của Chủ tịch nước đối với ông Lê Ánh Dương rất sâu.", "2022-10-30", "Nguyễn Xuân Phúc: Chủ tịch nước; Lê Ánh Dương"),
    ("Ông Lê Trí Thanh được HĐND tỉnh bầu tái đắc cử chức danh Chủ tịch UBND tỉnh Quảng Nam.", "2021-06-15", "Lê Trí Thanh: Chủ tịch UBND tỉnh Quảng Nam"),
    ("Tỉnh ủy giới thiệu ông Lê Trí Thanh để bầu giữ chức Chủ tịch UBND tỉnh Quảng Nam.", "2019-11-28", "Lê Trí Thanh: Chủ tịch UBND tỉnh Quảng Nam"),
    # A congress is no delegate; the chair of a province heads its committee, not its council.
    ("Tại Đại hội đại biểu Đảng bộ tỉnh Bạc Liêu, đồng chí Trương Thị Mai dự lễ.", "2020-10-15", "Trương Thị Mai"),
    ("Chủ tịch Bình Định: Dự án nào cũng phải hỏi dân", "2019-11-05", "Hồ Quốc Dũng: Chủ tịch Bình Định"),
    (
        "Cùng dự có Phó Trưởng Ban Pháp chế Lê Hồng Sáu.",
        "2019-11-05",
        "?: Phó Trưởng Ban Pháp chế",
    ),
    ("Thủ tướng báo cáo Quốc hội sáng nay.", "2024-11-05", "Phạm Minh Chính: Thủ tướng"),
    ("Anh Nguyễn Văn Mạnh giữ chức Bí thư Tỉnh đoàn Quảng Ngãi.", "2025-11-05", "?: Bí thư Tỉnh đoàn Quảng Ngãi"),
    (
        "Thăm Trường Trung học phổ thông Nguyễn Hữu Huân (quận Thủ Đức), Bộ trưởng Phùng Xuân Nhạ lưu ý.",
        "2017-06-05",
        "Phùng Xuân Nhạ: Bộ trưởng",
    ),
    (
        "Ông Hoàng Giang làm Chủ tịch HĐND tỉnh, ông Nguyễn Tuấn Anh tái đắc cử Chủ tịch UBND tỉnh\nTại kỳ họp, Lào Cai bầu xong.",
        "2026-03-28",
        "Hoàng Giang: Chủ tịch HĐND tỉnh; Nguyễn Tuấn Anh: Chủ tịch UBND tỉnh",
    ),
    ("Ông Lê Hồng Sáu, Chánh án TAND TP.HCM, dự lễ.", "2025-09-05", "?: Chánh án TAND TP.HCM"),
    # Two of one name and office, told apart by the province of the sentence or of the whole text.
    (
        "Đài Tuyên Quang đã mời đồng chí Nguyễn Văn Sơn, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, trao đổi.",
        "2023-01-02",
        "Nguyễn Văn Sơn: Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh",
    ),
    (
        "Sáng nay, hội nghị họp tại tỉnh Hà Giang. Đồng chí Nguyễn Văn Sơn, Chủ tịch UBND tỉnh, chủ trì.",
        "2023-01-02",
        "Nguyễn Văn Sơn: Chủ tịch UBND tỉnh",
    ),
    ("Đồng chí Nguyễn Văn Sơn, Chủ tịch UBND tỉnh, chủ trì hội nghị.", "2023-01-02", "?: Chủ tịch UBND tỉnh"),
    # Bodies of a province with a leader's namesake.
    (
        "Dự lễ có Chánh án Tòa án nhân dân tỉnh Nguyễn Hòa Bình; Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy Trần Cẩm Tú.",
        "2021-09-06",
        "?: Chánh án Tòa án nhân dân tỉnh; ?: Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy",
    ),
    (
        "Chủ tịch Hội LHPN tỉnh Nghệ An Hà Thị Nga dự lễ.",
        "2021-09-06",
        "?: Chủ tịch Hội LHPN tỉnh Nghệ An",
    ),
    (
        "Chủ tịch Liên đoàn Lao động tỉnh Nghệ An Nguyễn Đình Khang dự lễ.",
        "2021-09-06",
        "?: Chủ tịch Liên đoàn Lao động tỉnh Nghệ An",
    ),
    ("Chánh án Tòa án nhân dân tối cao Nguyễn Hòa Bình dự lễ.", "2021-09-06", "Nguyễn Hòa Bình: Chánh án Tòa án nhân dân tối cao"),
    # Dashes glued to the name, offices beside one's own.
    (
        "Đại hội đón đồng chí Nguyễn Minh Triết- Ủy viên Bộ Chính trị, Chủ tịch nước dự.",
        "2010-09-12",
        "Nguyễn Minh Triết: Ủy viên Bộ Chính trị, Chủ tịch nước",
    ),
    (
        "Chủ tịch nước, Chủ tịch Hội đồng Quốc phòng và An ninh Nguyễn Xuân Phúc dự lễ.",
        "2021-09-06",
        "Nguyễn Xuân Phúc: Chủ tịch nước, Chủ tịch Hội đồng Quốc phòng và An ninh",
    ),
    (
        "Quốc hội nghe Ủy viên Ủy ban Thường vụ Quốc hội Hoàng Thanh Tùng trình bày.",
        "2025-02-18",
        "Hoàng Thanh Tùng: Ủy viên Ủy ban Thường vụ Quốc hội",
    ),
    (
        "Nguyên Phó Chủ tịch nước, Chủ tịch Quỹ học bổng Vừ A Dính Trương Mỹ Hoa dự lễ.",
        "2021-09-06",
        "Trương Mỹ Hoa: Phó Chủ tịch nước, Chủ tịch Quỹ học bổng Vừ A Dính",
    ),
    # Guests whose country nobody repeats.
    (
        "Cùng đi có: Sisay Ludetmounsone, Ủy viên Bộ Chính trị, Trưởng ban Tổ chức Trung ương; Bounleua Sivilay, Bộ trưởng Tài chính.",
        "2026-01-26",
        "",
    ),
    ("Tại New York, Thủ tướng dự phiên họp.", "2024-01-26", "Phạm Minh Chính: Thủ tướng"),
    # Offices of others that look like the register's.
    ("Đồng chí cám ơn Thường trực CCB Việt Nam đến thăm.", "2010-07-14", ""),
    ("Bài của Tổng Biên tập báo Bình Minh kể lại.", "2022-11-10", ""),
    ("Nhà báo Nguyễn Thành Phong kể lại.", "2019-11-10", "?"),
    ("Toàn cảnh phiên họp. Ảnh: Nguyễn Thành Phong", "2019-11-10", ""),
    ("Ảnh: Nguyễn Thành Phong dự phiên họp", "2019-11-10", "Nguyễn Thành Phong"),
    # Who leads the deputies of a province: a title, though no register holds it.
    (
        "Đồng chí Đào Hồng Lan, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Trưởng Đoàn đại biểu Quốc hội tỉnh Bắc Ninh dự lễ.",
        "2021-09-05",
        "Đào Hồng Lan: Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Trưởng Đoàn đại biểu Quốc hội tỉnh Bắc Ninh",
    ),
    (
        "Trưởng đoàn ĐBQH tỉnh Bắc Ninh Đào Hồng Lan dự lễ.",
        "2021-09-05",
        "Đào Hồng Lan: Trưởng đoàn ĐBQH tỉnh Bắc Ninh",
    ),
    (
        "Dự lễ có Phó trưởng Đoàn ĐBQH tỉnh Lê Văn Nhàn; Trưởng đoàn công tác Phạm Minh Chính.",
        "2023-09-05",
        "?: Phó trưởng Đoàn ĐBQH tỉnh; Phạm Minh Chính",
    ),
    # What somebody is elected to behind a bracket; a semicolon within one's titles; a deputy without "Trưởng".
    (
        "Đồng chí Nguyễn Đức Long (nguyên Chủ tịch HĐND tỉnh) được HĐND tỉnh Quảng Ninh bầu giữ chức danh Chủ tịch UBND tỉnh.",
        "2015-07-15",
        "Nguyễn Đức Long: Chủ tịch HĐND tỉnh, Chủ tịch UBND tỉnh",
    ),
    (
        ("Các đồng chí: Nguyễn Văn Bình, Ủy viên Bộ Chính trị; Bí thư Trung ương Đảng, Trưởng Ban Kinh tế Trung ương; "
        "Trần Tuấn Anh, Bộ trưởng Bộ Công Thương dự."),
        "2018-08-22",
        ("Nguyễn Văn Bình: Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Kinh tế Trung ương; "
        "Trần Tuấn Anh: Bộ trưởng Bộ Công Thương"),
    ),
    (
        "Dự có Ủy viên Bộ Chính trị Nguyễn Văn Bình; Bộ trưởng Bộ Công Thương Trần Tuấn Anh.",
        "2018-08-22",
        "Nguyễn Văn Bình: Ủy viên Bộ Chính trị; Trần Tuấn Anh: Bộ trưởng Bộ Công Thương",
    ),
    (
        ("Ông Đinh La Thăng về nhận nhiệm vụ Phó Ban Kinh tế Trung ương Ông Nguyễn Văn Bình, Ủy viên Bộ Chính trị, "
        "Trưởng Ban Kinh tế Trung ương đã chủ trì hội nghị."),
        "2017-05-11",
        "Đinh La Thăng; ?: Phó Ban Kinh tế Trung ương; Nguyễn Văn Bình: Ủy viên Bộ Chính trị, Trưởng Ban Kinh tế Trung ương",
    ),
    # The organs that announce a death; an item of a row whose bearer nobody registered, before a verb.
    (
        ("Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam, Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam, Chính phủ nước "
        "Cộng hòa xã hội chủ nghĩa Việt Nam thương tiếc báo tin."),
        "2025-05-22",
        "",
    ),
    (
        ("Các đồng chí: Nguyễn Văn Lợi, Bí thư Tỉnh ủy; Trần Tuệ Hiền, Phó Bí thư Tỉnh ủy; Lê Quý Châu, Phó Bí thư Tỉnh ủy đã "
        "làm việc với tỉnh Bình Phước."),
        "2016-03-15",
        "Nguyễn Văn Lợi: Bí thư Tỉnh ủy; Trần Tuệ Hiền: Phó Bí thư Tỉnh ủy; ?: Phó Bí thư Tỉnh ủy",
    ),
    ("Phó Ban Tổ chức Trung ương Phạm Minh Chính dự lễ.", "2015-07-15", "Phạm Minh Chính: Phó Ban Tổ chức Trung ương"),
    (
        "Chủ nhiệm UB các vấn đề xã hội Trương Thị Mai dự lễ.",
        "2011-12-13",
        "Trương Thị Mai: Chủ nhiệm UB các vấn đề xã hội",
    ),
    (
        "Chủ tịch UBTWMTTQ Việt Nam Nguyễn Thiện Nhân dự lễ.",
        "2014-09-30",
        "Nguyễn Thiện Nhân: Chủ tịch UBTWMTTQ Việt Nam",
    ),
    (
        "Bộ trưởng Bộ Tài nguyên- Môi trường Trần Hồng Hà trả lời; Bộ trưởng Bộ KH và ĐT Nguyễn Chí Dũng nói thêm.",
        "2018-06-04",
        "Trần Hồng Hà: Bộ trưởng Bộ Tài nguyên- Môi trường; Nguyễn Chí Dũng: Bộ trưởng Bộ KH và ĐT",
    ),
    # In a row of titles and names a seat on the province's committee opens the next item.
    (
        "Dự lễ có Phó Chủ tịch UBND tỉnh Lê Hồng Sáu, Tỉnh ủy viên, Bí thư Đảng ủy khối Các cơ quan tỉnh Phạm Hồng Bảy.",
        "2020-06-16",
        "?: Phó Chủ tịch UBND tỉnh",
    ),
    # An institution by its whole name gives work to another; with a day he does it himself.
    ("Thủ tướng Chính phủ giao Bộ Xây dựng chủ trì rà soát quy hoạch.", "2026-05-12", ""),
    (
        "Sáng 12/5, Thủ tướng Chính phủ giao Bộ Xây dựng chủ trì rà soát quy hoạch.",
        "2026-05-12",
        "Lê Minh Hưng: Thủ tướng Chính phủ",
    ),
    (
        "Thủ tướng Chính phủ kiểm tra công trường. Thủ tướng giao Bộ Xây dựng rà soát.",
        "2026-05-12",
        "Lê Minh Hưng: Thủ tướng Chính phủ; Lê Minh Hưng: Thủ tướng",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on", "expected"), READ)
def test_who_is_read(read: Callable[..., Article], text: str, on: str, expected: str) -> None:
    assert told(read(text, on)) == expected
