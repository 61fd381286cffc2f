"""T002."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck import wording
from leadercheck.article import Article, Mention, Title
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.rules._titles import judged, others, quieter, really, replace_title, tenure_of, unsure


@rule(
    id="T002",
    name="title-outdated",
    severity=Severity.ERROR,
    citation="data/leaders.json: tenures",
    vi="""Chức danh từng là của người này, nhưng người ấy đã thôi giữ chức và những ngày bàn giao đã qua.

    Là lỗi khi câu nói về hiện tại (“sáng nay”, “hôm qua”, một ngày sát ngày đăng) và dữ liệu ghi rõ ai kế
    nhiệm hoặc vì sao thôi chức. Nếu chỉ đầu bài có ngày hiện tại và câu kể một việc đang làm, hoặc một câu
    khác của bài đã gọi như vậy trong chuyện hiện tại, thì là cảnh báo; không có dấu hiệu nào thì là lưu ý. Không xét người đã mất và chức vụ đã thôi quá mười năm:
    báo chí cẩn thận vẫn gọi họ theo chức danh thời ấy.
    """,
    bad=(
        Example(
            "Sáng 6/5, [[Chủ tịch nước]] Lương Cường dự lễ khai mạc.",
            on=date(2026, 5, 6),
            fixed="Sáng 6/5, nguyên Chủ tịch nước Lương Cường dự lễ khai mạc.",
            severity=Severity.ERROR,
        ),
        Example(
            "Chiều 20/6, [[Thủ tướng]] Phạm Minh Chính làm việc với tỉnh Phú Thọ.",
            on=date(2026, 6, 21),
            severity=Severity.ERROR,
        ),
        Example(
            "Hôm qua, [[Chủ tịch Quốc hội]] Vương Đình Huệ phát biểu tại phiên họp.",
            on=date(2024, 9, 12),
            severity=Severity.ERROR,
        ),
        Example(
            "Nhiều ý kiến đồng tình với [[Chủ tịch nước]] Lương Cường.",
            on=date(2026, 5, 20),
            severity=Severity.NOTE,
        ),
        Example(
            "Người dân đứng hai bên đường chào [[Chủ tịch nước]] Lương Cường.",
            on=date(2026, 5, 20),
            severity=Severity.NOTE,
        ),
    ),
    good=(
        Example("Sáng 6/5, nguyên Chủ tịch nước Lương Cường dự lễ khai mạc.", on=date(2026, 5, 6)),
        Example("Chiều 9/4, Chủ tịch nước Lương Cường dự lễ bàn giao.", on=date(2026, 4, 10)),
        Example("Thủ tướng Phạm Văn Đồng đã ký hiệp định năm 1954.", on=date(2026, 5, 6)),
        Example("Năm 2022, Thủ tướng Phạm Minh Chính đã về thăm địa phương.", on=date(2026, 5, 6)),
        Example("Ngày 25/4/2025, Chủ tịch nước Lương Cường ký lệnh công bố luật.", on=date(2026, 5, 6)),
        Example(
            "Sáng 6/5, nguyên Ủy viên Bộ Chính trị, Thủ tướng Phạm Minh Chính dự lễ.", on=date(2026, 5, 6)
        ),
        Example(
            "Đoàn trao huy hiệu cho ông Lê Thế Bảy, nguyên trợ lý Tổng Bí thư Nông Đức Mạnh.",
            on=date(2026, 1, 26),
            near=True,
        ),
        Example(
            "Người ký khi đó là bà Phạm Thị Thanh Trà - Chủ tịch UBND tỉnh Yên Bái, nay là Phó Thủ tướng.",
            on=date(2026, 6, 27),
            near=True,
        ),
        Example(
            "Dự có các Ủy viên Trung ương Đảng: Phó Thủ tướng Vũ Đức Đam, Thứ trưởng Bộ Công an Nguyễn Văn Thành.",
            on=date(2017, 6, 21),
            near=True,
        ),
    ),
)
def title_outdated(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The title was the person's, but the tenure had ended before the hand-over window.

    An error only where the sentence speaks of now and somebody or something is on record after the end.
    Where only the opening of the article is dated now and the sentence acts, or where another sentence of now calls
    the person so, it is a warning; without any sign of now a note. The dead, and tenures that ended more than ten years before, are
    named with the title of their time in careful print: silence.
    """
    found = [(i, m, t) for i, m, t in judged(article, "past") if not m.past]
    told_now = {(m.person, p) for _, m, t in found if m.now and not m.quoted for p in t.positions}
    for index, mention, title in found:
        record = tenure_of(roster, title, mention.person)
        if record is None or record.end is None or mention.person is None:
            continue
        running = mention.running or any((mention.person, p) in told_now for p in title.positions)
        loudest = Severity.ERROR if mention.now else Severity.WARNING if running else Severity.NOTE
        # The title of a plural may be meant of some of the row only.
        severity = loudest.lowered(title.doubt) if title.shared else quieter(loudest, title.doubt)
        severity = severity and severity.lowered(unsure(mention, title, roster))
        if severity:
            yield Flag(
                title.start,
                title.end,
                f"{mention.person_name} thôi giữ chức {title.text} từ {wording.partial(record.end)}"
                f"{really(roster, title, mention.person, article.on)}.",
                severity,
                (
                    *replace_title(title, f"nguyên {title.text}", "Thêm “nguyên”"),
                    *_holder(mention, title, roster),
                ),
                title.evidence,
                index,
                mention.person,
            )


def _holder(mention: Mention, title: Title, roster: Roster) -> tuple[Remedy, ...]:
    """The other way to mend it: the name of who holds the office now."""
    record = others(roster, title, mention.person) if len(title.positions) == 1 else None
    if record is None or mention.name_start is None or mention.name_end is None:
        return ()
    name = roster.persons[record.person].name
    return (Remedy(f"Sửa tên thành “{name}”", (Change(mention.name_start, mention.name_end, name),)),)
