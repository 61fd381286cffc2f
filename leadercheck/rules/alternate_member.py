"""T012."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from leadercheck import wording
from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.rules._titles import judged, replace_title, tenure_of

_ALTERNATE: Final = "dự khuyết "


@rule(
    id="T012",
    name="alternate-member",
    severity=Severity.WARNING,
    citation="data/leaders.json: positions uy-vien-trung-uong-dang, uy-vien-du-khuyet-trung-uong-dang (complete)",
    vi="""Ủy viên dự khuyết Trung ương Đảng bị ghi thành ủy viên chính thức, hoặc ngược lại.

    Chỉ xét những khóa mà dữ liệu đã khai đủ cả hai danh sách, và khi hôm ấy người này chắc chắn thuộc danh
    sách kia. Không xét những ngày đại hội, chức danh đã thôi giữ và câu nói về thay đổi nhân sự.
    """,
    bad=(
        Example(
            "Sáng 6/8, [[Ủy viên Trung ương Đảng]] Bùi Quang Huy phát động phong trào.",
            on=date(2025, 8, 6),
            fixed="Sáng 6/8, Ủy viên dự khuyết Trung ương Đảng Bùi Quang Huy phát động phong trào.",
            severity=Severity.WARNING,
        ),
        Example(
            "Sáng 6/8, [[Ủy viên dự khuyết Trung ương Đảng]] Lê Minh Hưng làm việc với tỉnh.",
            on=date(2025, 8, 6),
            fixed="Sáng 6/8, Ủy viên Trung ương Đảng Lê Minh Hưng làm việc với tỉnh.",
            severity=Severity.WARNING,
        ),
        Example(
            "Đồng chí Bùi Quang Huy, [[Ủy viên BCH Trung ương Đảng]], Bí thư thứ nhất Trung ương Đoàn, dự lễ.",
            on=date(2025, 8, 6),
        ),
    ),
    good=(
        Example(
            "Sáng 6/8, Ủy viên dự khuyết Trung ương Đảng Bùi Quang Huy phát động phong trào.",
            on=date(2025, 8, 6),
        ),
        Example("Sáng 6/5, Ủy viên Trung ương Đảng Bùi Quang Huy phát động phong trào.", on=date(2026, 5, 6)),
        Example(
            "Đại hội bầu ông Bùi Quang Huy làm Ủy viên Trung ương Đảng.", on=date(2026, 1, 22), near=True
        ),
        Example("Sáng 20/1, Ủy viên dự khuyết Trung ương Đảng Bùi Quang Huy dự họp.", on=date(2026, 1, 24)),
        Example("Nguyên Ủy viên dự khuyết Trung ương Đảng Lê Minh Hưng dự lễ.", on=date(2025, 8, 6)),
        Example("Sáng 6/8, Ủy viên Ban Chấp hành Trung ương Đoàn Bùi Quang Huy dự họp.", on=date(2025, 8, 6)),
        Example(
            "Dự có các Ủy viên Trung ương Đảng: Bộ trưởng Bộ Giáo dục và Đào tạo Phùng Xuân Nhạ, Bộ trưởng Bộ Y tế.",
            on=date(2017, 6, 29),
            near=True,
        ),
    ),
)
def alternate_member(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """An alternate member of the Central Committee is printed as a full one, or the other way round.

    Only for terms of which the register declares both lists complete, and while the person surely is on the other
    one. Congress days, former titles and frames of change are left alone.
    """
    for index, mention, title in judged(article, "alternate"):
        record = tenure_of(roster, title, mention.person)
        severity = Severity.WARNING.lowered(max(0, title.doubt - 1) + (mention.status != "linked"))
        if record is None or mention.past or severity is None:
            continue
        text = title.text
        if _ALTERNATE in text.lower():
            at = text.lower().index(_ALTERNATE)
            right = text[:at] + text[at + len(_ALTERNATE) :]
        else:
            right = f"{text[:8]}{_ALTERNATE}{text[8:]}" if text[7:8] == " " else ""
        yield Flag(
            title.start,
            title.end,
            f"Ngày {wording.day(article.on)}, {mention.person_name} là {roster.positions[record.position].title}"
            + (f" (từ {wording.partial(record.start)})." if record.start else "."),
            severity,
            replace_title(title, right, f"Sửa thành “{right}”") if right else (),
            title.evidence,
            index,
            mention.person,
        )
