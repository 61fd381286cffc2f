"""The small print of Vietnamese text: stops that end nothing, quotations, zones, look-alikes of Đ, replacements.

Every row is written from the law (design: judging.md §7 and §8), not from the code. A sentence is seen by what it
changes: titles and names are joined across it, and its day reaches no further.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from unicodedata import normalize

import pytest

import leadercheck
from leadercheck import Article, Checker, Document, Part
from leadercheck.text import strip_marks

DAY = "2026-05-06"

ONE_SENTENCE = [
    # Abbreviations end no sentence.
    "Bí thư Thành ủy TP. Hồ Chí Minh Trần Lưu Quang dự lễ.",
    "Bí thư Thành ủy Tp. Hồ Chí Minh Trần Lưu Quang dự lễ.",
    "Chủ tịch UBND TP. Hà Nội và Thủ tướng Lê Minh Hưng dự lễ.",
    "Thủ tướng Lê Minh Hưng tiếp PGS. Nguyễn An Bình.",
    "Thủ tướng Lê Minh Hưng tiếp TS. Nguyễn An Bình.",
    "Thủ tướng Lê Minh Hưng tiếp PGS.TS. Nguyễn An Bình.",
    "Thủ tướng Lê Minh Hưng tiếp GS. TS. Nguyễn An Bình.",
    "Thủ tướng Lê Minh Hưng tiếp ThS. Nguyễn An Bình và BS. Lê Thị Chi.",
    "Thủ tướng Lê Minh Hưng tiếp ông Ng. An Bình.",
    "Thủ tướng Lê Minh Hưng tiếp ông Nguyễn A. Bình.",
    "Thủ tướng Lê Minh Hưng làm việc với Ban Tổ chức T.Ư Đảng.",
    "Thủ tướng Lê Minh Hưng làm việc với Ban Tổ chức T.Ư. Đảng và các ban.",
    "Thủ tướng Lê Minh Hưng tiếp ông K' Brèo.",
    "Thủ tướng Lê Minh Hưng tiếp bà H' Yim Kđoh.",
    "Thủ tướng Lê Minh Hưng tiếp ông Điểu K'Ré và bà H'Yim.",
    "Thủ tướng Lê Minh Hưng thăm Q. Ba Đình và P. Trúc Bạch.",
    "Thủ tướng Lê Minh Hưng nói về GDP tăng 8.5% sáng 6.5.",
    "Thủ tướng Lê Minh Hưng hỏi thăm dân xã M. Drắk.",
    "Thủ tướng Lê Minh Hưng gặp nông dân, công nhân, trí thức v.v. Sáng nay.",
    "“Việc này phải làm ngay!” - Thủ tướng Lê Minh Hưng nói.",
    "Thủ tướng Lê Minh Hưng xem trang bao.example và chinhphu.example sáng nay.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE, ids=strip_marks)
def test_one_sentence(read: Callable[..., Article], text: str) -> None:
    assert len(read(text, DAY).sentences) == 1


TWO_SENTENCES = [
    "Thủ tướng Lê Minh Hưng dự lễ. Lễ diễn ra sáng nay.",
    "Thủ tướng Lê Minh Hưng dự lễ! Lễ diễn ra sáng nay.",
    "Thủ tướng Lê Minh Hưng dự lễ? Lễ diễn ra sáng nay.",
    "Thủ tướng Lê Minh Hưng dự lễ… Lễ diễn ra sáng nay.",
    "Thủ tướng Lê Minh Hưng dự lễ ở TP.HCM. Lễ diễn ra sáng nay.",
    "Thủ tướng Lê Minh Hưng dự họp với lãnh đạo TP. Theo ông, việc này gấp.",
    "Thủ tướng Lê Minh Hưng dự Đại hội khóa V. Đại hội bế mạc.",
    "Thủ tướng Lê Minh Hưng nói: “Phải làm ngay.” Hội nghị bế mạc.",
    "Thủ tướng Lê Minh Hưng dự lễ\nLễ diễn ra sáng nay",
    "Thủ tướng Lê Minh Hưng dự lễ.\nLễ diễn ra sáng nay.",
    "Trời mưa. Thủ tướng Lê Minh Hưng dự lễ.",
    "Đông người dự. Đồng chí Lê Minh Hưng phát biểu.",
    "Đông người dự. Ông Lê Minh Hưng phát biểu.",
    "Nhiệt độ 39. Ảnh hưởng tới Thủ tướng Lê Minh Hưng không lớn.",
]


@pytest.mark.parametrize("text", TWO_SENTENCES, ids=strip_marks)
def test_two_sentences(read: Callable[..., Article], text: str) -> None:
    assert len(read(text, DAY).sentences) == 2


REACH_OF_A_DAY = [
    # The day of one sentence does not reach the next; a stop inside a sentence does not cut its day off.
    ("Ngày 12/3/2025, dự án khởi công. Sáng nay, Thủ tướng Phạm Minh Chính dự lễ.", "T002 error: Thủ tướng"),
    ("Sáng nay trời mưa. Năm 2022, Thủ tướng Phạm Minh Chính thăm xã.", ""),
    ("Năm 2022, tại TP. Cần Thơ, Thủ tướng Phạm Minh Chính thăm xã.", ""),
    ("Năm 2022, cùng PGS.TS. Nguyễn An Bình, Thủ tướng Phạm Minh Chính thăm xã.", ""),
    ("Năm 2022, cùng ông K' Brèo, Thủ tướng Phạm Minh Chính thăm xã.", ""),
    ("Năm 2022, tại Ban Tổ chức T.Ư Đảng, Thủ tướng Phạm Minh Chính làm việc.", ""),
    ("Năm 2022, theo ông Ng. An Bình, Thủ tướng Phạm Minh Chính thăm xã.", ""),
]


@pytest.mark.parametrize(("text", "found"), REACH_OF_A_DAY, ids=strip_marks)
def test_a_day_reaches_to_the_end_of_its_sentence(
    findings: Callable[..., str], text: str, found: str
) -> None:
    assert findings(text, DAY) == found


PAIRS_OF_MARKS = ("“”", '""', "‘’", "''", "«»", "””")
SPEECHES = [
    # In a direct quotation titles and names speak one level lower.
    ("Ông An nói: {}Sáng nay Thủ tướng Phạm Minh Chính dự lễ rất vui{}.", "T002 warning: Thủ tướng"),
    ("{}Sáng nay Thủ tướng Phạm Minh Chính dự lễ rất vui{}, ông An nói.", "T002 warning: Thủ tướng"),
    ("Ông An nói: {}Sáng nay Thủ tướng Lê Minh Hừng dự lễ rất vui{}.", "N001 warning: Lê Minh Hừng"),
    ("Chuyện ở xã\nXã rộng mười héc-ta.\nÔng An kể: {}Bà con chúng tôi nhớ Thủ tướng Phạm Minh Chính{}.", ""),
    # Outside it nothing is lower.
    ("Sáng nay Thủ tướng Phạm Minh Chính nói: {}Phải làm ngay việc này cho dân{}.", "T002 error: Thủ tướng"),
    ("{}Phải làm ngay việc này cho dân{}, Thủ tướng Phạm Minh Chính nói sáng nay.", "T002 error: Thủ tướng"),
    # A few quoted words are no speech.
    ("Sáng nay, {}Thủ tướng Tô Lâm{} dự lễ.", "T001 error: Thủ tướng"),
]


@pytest.mark.parametrize("marks", PAIRS_OF_MARKS)
@pytest.mark.parametrize(("text", "found"), SPEECHES, ids=strip_marks)
def test_quotations(findings: Callable[..., str], text: str, found: str, marks: str) -> None:
    assert findings(text.format(*marks), DAY) == found


APOSTROPHES = [
    # An apostrophe inside a name opens and closes no quotation.
    ("Sáng nay, cùng ông K'Brèo và bà H'Yim, Thủ tướng Phạm Minh Chính dự lễ.", "T002 error: Thủ tướng"),
    ("Sáng nay, ông K' Brèo, Thủ tướng Phạm Minh Chính, bà H' Yim dự lễ.", "T002 error: Thủ tướng"),
    ("Thủ tướng Phạm Minh Chính: 'Phải làm ngay việc này cho dân'", "T002 note: Thủ tướng"),
    ("'Phải làm ngay việc này cho dân'\nSáng nay, Thủ tướng Phạm Minh Chính dự lễ.", "T002 error: Thủ tướng"),
    # A mark that is never closed quotes nothing beyond its line.
    ("Ông An nói: “Phải làm ngay\nSáng nay, Thủ tướng Phạm Minh Chính dự lễ.", "T002 error: Thủ tướng"),
    ("Sáng nay, ông An nói: “Phải làm ngay, Thủ tướng Phạm Minh Chính đã dự lễ.", "T002 error: Thủ tướng"),
    # The rest is off in a quotation.
    ("Nhà nước Cộng hòa Xã hội Chủ nghĩa Việt Nam.", "C003 warning: Cộng hòa Xã hội Chủ nghĩa Việt Nam"),
    pytest.param(
        "Ông An nói: “Tôi yêu nước Cộng hòa Xã hội Chủ nghĩa Việt Nam”.",
        "",
    ),
    pytest.param(
        "Ông An nói: 'Tôi yêu nước Cộng hòa Xã hội Chủ nghĩa Việt Nam'.",
        "",
    ),
]


@pytest.mark.parametrize(("text", "found"), APOSTROPHES, ids=strip_marks)
def test_marks_that_quote_nothing_and_what_is_off(
    findings: Callable[..., str], text: str, found: str
) -> None:
    assert findings(text, DAY) == found


ARTICLE = (
    "Thủ tướng Lê Minh Hưng dự lễ\n"
    "Sáng 6/5, Thủ tướng Lê Minh Hưng dự lễ khánh thành.\n"
    "Cùng dự có Phó Thủ tướng Phan Văn Giang.\n"
    "Thủ tướng Lê Minh Hưng trao quà. (Ảnh: VGP)\n"
    "Tin liên quan\n"
    "Chủ tịch Quốc hội Trần Thanh Mẫn tiếp Đại sứ Lào"
)


def test_zones_are_guessed_from_the_lines(read: Callable[..., Article]) -> None:
    assert [m.zone for m in read(ARTICLE, DAY).mentions] == ["headline", "lead", "body", "caption", "aside"]


@pytest.mark.parametrize(
    "form",
    [
        "NFC",
        pytest.param(
            "NFD",
        ),
    ],
)
def test_parts_of_a_document_decide_the_zones(read: Callable[..., Article], form: str) -> None:
    zones = ("headline", "lead", "body", "caption", "list", "credit", "aside")
    text = normalize(form, "Thủ tướng Lê Minh Hưng dự lễ.")
    document = Document(parts=[Part(zone=zone, text=text, id=zone) for zone in zones])
    assert tuple(m.zone for m in read(document, DAY).mentions) == zones


def test_parts_that_say_no_zone_are_guessed_as_plain_text(
    read: Callable[..., Article], checker: Checker
) -> None:
    lines = (
        "Thủ tướng Lê Minh Hưng thăm vùng lũ",
        "Sáng 6/5, Thủ tướng Lê Minh Hưng thăm hỏi bà con.",
        "- Thủ tướng Lê Minh Hưng;",
        "- Chủ tịch Quốc hội Trần Thanh Mẫn.",
        "Thủ tướng Lê Minh Hưng trao quà. Ảnh: TTXVN",
        "Thủ tướng Lê Minh Hưng đã về. Theo TTXVN",
    )
    plain = read("\n\n".join(lines), DAY)
    parts = read(Document(parts=[Part("", line, str(n)) for n, line in enumerate(lines)]), DAY)
    assert [s.zone for s in parts.sentences] == [s.zone for s in plain.sentences]
    assert {s.zone for s in plain.sentences} >= {"headline", "lead", "list", "caption", "credit"}
    said = [
        Part("aside" if n == 2 else "headline" if n == 4 else "", line, str(n))
        for n, line in enumerate(lines)
    ]
    found = {
        lines[int(m.part or 0)]: m.zone
        for m in checker.check(Document(said), on=date.fromisoformat(DAY)).mentions
    }
    assert found[lines[0]] == "headline"
    assert found[lines[1]] == "lead"
    assert lines[2] not in found or found[lines[2]] == "aside"
    assert found[lines[4]] == "headline"


def test_a_part_that_is_a_quotation_is_read_as_one(checker: Checker) -> None:
    text = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc."
    on = date.fromisoformat(DAY)
    levels = {
        zone: [f.severity for f in checker.check(Document([Part(zone, text, "x")]), on=on).findings]
        for zone in ("body", "quote")
    }
    assert levels["quote"] != levels["body"]
    assert levels["body"]


SIGNED = [
    # The last lines: a byline of a namesake is no news.
    ("Hội nghị khai mạc\nSáng 6/5, Thủ tướng Lê Minh Hưng dự lễ.\nVương Đình Huệ", "credit"),
    ("Hội nghị khai mạc\nSáng 6/5, Thủ tướng Lê Minh Hưng dự lễ.\nẢnh: Vương Đình Huệ", "caption"),
]


@pytest.mark.parametrize(("text", "zone"), SIGNED, ids=strip_marks)
def test_bylines_and_photographers(
    read: Callable[..., Article], findings: Callable[..., str], text: str, zone: str
) -> None:
    assert [m.zone for m in read(text, DAY).mentions if m.name][1:] in ([], [zone])
    assert findings(text, DAY) == ""


D_LOOK_ALIKES = [
    # Ð U+00D0 and Ɖ U+0189 for Đ: the name is the same, the excerpt is the caller's.
    ("Sáng nay, Chủ tịch nước Ðặng Thị Ngọc Thịnh tiếp đoàn.", "2018-10-05", "T005 error: Chủ tịch nước"),
    ("Sáng nay, Chủ tịch nước Ɖặng Thị Ngọc Thịnh tiếp đoàn.", "2018-10-05", "T005 error: Chủ tịch nước"),
    (
        "Sáng nay, Bí thư Thành ủy TP.HCM Ðinh La Thăng dự lễ.",
        "2017-06-20",
        "T002 error: Bí thư Thành ủy TP.HCM",
    ),
    ("Sáng nay, Chủ tịch Hội ðồng Lê Minh Hưng dự lễ.", DAY, ""),
    ("Sáng nay, Chủ tịch Quốc hội Vương Ðình Huệ dự lễ.", DAY, "T002 error: Chủ tịch Quốc hội"),
    ("Sáng nay, Chủ tịch Quốc hội Vương Ðình Huê dự lễ.", "2023-05-06", "N001 error: Vương Ðình Huê"),
    ("SÁNG NAY, CHỦ TỊCH QUỐC HỘI VƯƠNG ÐÌNH HUỆ DỰ LỄ.", DAY, "T002 error: CHỦ TỊCH QUỐC HỘI"),
]


@pytest.mark.parametrize(("text", "on", "found"), D_LOOK_ALIKES, ids=lambda v: ascii(strip_marks(v)))
def test_look_alikes_of_d(findings: Callable[..., str], text: str, on: str, found: str) -> None:
    assert findings(text, on) == found


FIXED = [
    # A replacement keeps its surroundings: upper case, tone placement, T.Ư or Trung ương, the sentence's capital.
    ("CHỦ TỊCH NƯỚC LƯƠNG CƯỜNG DỰ LỄ", DAY, "NGUYÊN CHỦ TỊCH NƯỚC LƯƠNG CƯỜNG DỰ LỄ"),
    ("Chủ tịch nước Lương Cường dự lễ", DAY, "Nguyên Chủ tịch nước Lương Cường dự lễ"),
    ("Sáng nay, Chủ tịch nước Lương Cường dự lễ.", DAY, "Sáng nay, nguyên Chủ tịch nước Lương Cường dự lễ."),
    ("THỦ TƯỚNG PHAN VĂN GIANG DỰ LỄ", DAY, "PHÓ THỦ TƯỚNG PHAN VĂN GIANG DỰ LỄ"),
    ("Thủ tướng Phan Văn Giang dự lễ", DAY, "Phó Thủ tướng Phan Văn Giang dự lễ"),
    pytest.param(
        "CHỦ TỊCH QUỐC HỘI TRẦN THANH MẪM PHÁT BIỂU",
        "2025-07-04",
        "CHỦ TỊCH QUỐC HỘI TRẦN THANH MẪN PHÁT BIỂU",
    ),
    (
        "Sáng nay, Phó Thủ tướng Thường trực Nguyễn Hoà Binh hoà giải.",
        "2025-07-04",
        "Sáng nay, Phó Thủ tướng Thường trực Nguyễn Hoà Bình hoà giải.",
    ),
    (
        "Sáng nay, Phó Thủ tướng Thường trực Nguyễn Hòa Binh hòa giải.",
        "2025-07-04",
        "Sáng nay, Phó Thủ tướng Thường trực Nguyễn Hòa Bình hòa giải.",
    ),
    (
        "Sáng nay, Phó Thủ tướng Thường trực Nguyễn Hoá Bình về xã Hoà Lạc.",
        "2025-07-04",
        "Sáng nay, Phó Thủ tướng Thường trực Nguyễn Hoà Bình về xã Hoà Lạc.",
    ),
    pytest.param(
        "Sáng nay, Trưởng Ban Kinh tế T.Ư Trần Lưu Quang dự họp.",
        "2025-05-06",
        "Sáng nay, Trưởng Ban Chính sách, chiến lược T.Ư Trần Lưu Quang dự họp.",
    ),
    (
        "Sáng nay, Trưởng Ban Kinh tế Trung ương Trần Lưu Quang dự họp.",
        "2025-05-06",
        "Sáng nay, Trưởng Ban Chính sách, chiến lược Trung ương Trần Lưu Quang dự họp.",
    ),
    ("Nguyên Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ.", DAY, "Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ."),
    ("NGUYÊN CHỦ TỊCH QUỐC HỘI TRẦN THANH MẪN DỰ LỄ", DAY, "CHỦ TỊCH QUỐC HỘI TRẦN THANH MẪN DỰ LỄ"),
    (
        "Sáng nay, Chủ tịch nước Ðặng Thị Ngọc Thịnh tiếp đoàn.",
        "2018-10-05",
        "Sáng nay, quyền Chủ tịch nước Ðặng Thị Ngọc Thịnh tiếp đoàn.",
    ),
]


@pytest.mark.parametrize(("text", "on", "fixed"), FIXED, ids=lambda v: ascii(strip_marks(v)))
def test_a_replacement_keeps_its_surroundings(
    checker: Checker, form: str, text: str, on: str, fixed: str
) -> None:
    source, day = normalize(form, text), date.fromisoformat(on)
    result = leadercheck.fix(source, checker.check(source, on=day), unsafe=True)
    assert result == normalize(form, fixed)
    assert checker.check(result, on=day).findings == ()


SURROGATES = [
    # A lone surrogate is one code point of the caller's and reaches nobody else.
    ("\ud800Sáng nay, Chủ tịch nước Lương Cường dự lễ.", "T002 error: Chủ tịch nước"),
    ("Sáng nay, \udfffChủ tịch nước Lương Cường\ud800 dự lễ.", "T002 error: Chủ tịch nước"),
    ("\ud83d Sáng nay, Chủ tịch nước Lương Cường dự lễ. \ude00", "T002 error: Chủ tịch nước"),
    ("Sáng nay, Chủ tịch Quốc hội Trần Thanh Mẩn dự lễ.\udc00", "N001 error: Trần Thanh Mẩn"),
    ("\ud800\udfff\ud800", ""),
]


@pytest.mark.parametrize(("text", "found"), SURROGATES, ids=ascii)
def test_lone_surrogates(findings: Callable[..., str], text: str, found: str) -> None:
    assert findings(text, DAY) == found


@pytest.mark.parametrize(
    "text",
    [
        *(text for text, _ in SURROGATES),
        "Sáng nay, Lương\ud800Cường dự lễ.",
        pytest.param(
            "Sáng nay, Chủ\ud800tịch nước Lương Cường dự lễ.",
        ),
    ],
    ids=ascii,
)
def test_a_report_with_lone_surrogates_can_be_written(checker: Checker, text: str) -> None:
    written = checker.check(text, on=date.fromisoformat(DAY)).model_dump_json(by_alias=True)
    assert b"text_sha256" in written.encode()


def test_nfd_and_nfc_give_the_same_report(checker: Checker) -> None:
    day = date.fromisoformat("2025-07-04")
    texts = ("Thủ tướng Nguyễn Minh Chính dự lễ.", "Sáng nay, nguyên Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ.")
    for text in texts:
        composed, decomposed = (checker.check(normalize(f, text), on=day) for f in ("NFC", "NFD"))
        assert len(composed.findings) == 1
        assert [f.message for f in composed.findings] == [f.message for f in decomposed.findings]
        assert [f.fingerprint for f in composed.findings] == [f.fingerprint for f in decomposed.findings]
