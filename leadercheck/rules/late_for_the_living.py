"""T007."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck.article import Article
from leadercheck.profile import Profile
from leadercheck.register import last_day
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.rules._titles import replace_title


@rule(
    id="T007",
    name="late-for-the-living",
    severity=Severity.ERROR,
    citation="data/leaders.json: tenures, persons (died)",
    vi="""Ghi “cố” trước chức danh của người đang tại chức, hoặc của người không rõ là đã mất.

    Chỉ là lỗi khi người ấy chắc chắn đang giữ một chức vụ vào ngày đó; với người khác, có thể dữ liệu chưa
    cập nhật, nên chỉ là lưu ý. Thiếu chữ “cố” không bao giờ bị báo.
    """,
    bad=(
        Example(
            "Gia đình [[cố Chủ tịch Quốc hội]] Trần Thanh Mẫn dự lễ.",
            on=date(2026, 5, 6),
            fixed="Gia đình Chủ tịch Quốc hội Trần Thanh Mẫn dự lễ.",
            severity=Severity.ERROR,
        ),
        Example("Di sản của [[cố Thủ tướng]] Lê Minh Hưng.", on=date(2026, 5, 6), severity=Severity.ERROR),
        Example(
            "Ông nhắc tới [[cố Chủ tịch nước]] Trương Tấn Sang.", on=date(2026, 5, 6), severity=Severity.NOTE
        ),
    ),
    good=(
        Example("Gia đình cố Thủ tướng Võ Văn Kiệt dự lễ.", on=date(2026, 5, 6)),
        Example("Cố Tổng Bí thư Nguyễn Phú Trọng để lại nhiều bài viết.", on=date(2025, 5, 6)),
        Example("Cả nước cố gắng, Chủ tịch Quốc hội Trần Thanh Mẫn nói.", on=date(2026, 5, 6), near=True),
        Example("Tổng Bí thư Nguyễn Phú Trọng từ trần ngày 19/7/2024.", on=date(2025, 5, 6)),
        Example(
            "Công tác củng cố, Chủ tịch Quốc hội Trần Thanh Mẫn kết luận.", on=date(2026, 5, 6), near=True
        ),
    ),
)
def late_for_the_living(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The word "cố" stands before the title of somebody who is in office, or not known to have died.

    An error only where the person surely holds an office on that day; of somebody else the register may not
    have heard, so it is a note. A missing "cố" is never a finding.
    """
    for index, mention in enumerate(article.mentions):
        if mention.status != "linked" or mention.person is None or mention.name is None:
            continue
        died = roster.persons[mention.person].died
        if died and last_day(died) <= article.on:
            continue
        for title in mention.titles:
            if title.modifier != "cố" or (title.frame and title.frame != "genitive"):
                continue
            current = roster.tenures(mention.person, article.on)
            sure = bool(current) and mention.certain and not died
            yield Flag(
                title.start,
                title.end,
                f"{mention.person_name} "
                + ("đang giữ chức vụ" if current else "không có trong dữ liệu là đã mất")
                + ", xem lại chữ “cố”.",
                Severity.ERROR if sure else Severity.NOTE,
                replace_title(title, title.text, "Bỏ “cố”") if sure else (),
                tuple(t.id for t in current[:2]),
                index,
                mention.person,
            )
