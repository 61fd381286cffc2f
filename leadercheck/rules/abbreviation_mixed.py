"""C005."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from leadercheck.article import Article, Body
from leadercheck.profile import Profile
from leadercheck.roster import Roster
from leadercheck.rule import Change, Example, Flag, Remedy, Severity, rule
from leadercheck.spelling import abbreviations
from leadercheck.text import Span


@rule(
    id="C005",
    name="abbreviation-mixed",
    severity=Severity.WARNING,
    default=False,
    citation="house style: một cách viết tắt “Trung ương” trong một bài",
    vi="""Trong một bài, “Trung ương” được viết tắt theo hai cách (T.Ư và TW), hoặc khác cách của tòa soạn.

    Chỗ viết đủ, chỗ viết tắt theo một cách thống nhất là bình thường. Không xét ký hiệu văn bản
    (“368-QĐ/TW”), vốn có cách viết riêng, và câu in hoa toàn bộ. Nếu hồ sơ tòa soạn đặt `ministry_short`, tên
    bộ viết khác cách đã chọn cũng bị báo; không đặt thì viết đủ hay viết tắt đều được.
    """,
    bad=(
        Example(
            "Bí thư T.Ư Đảng, Trưởng Ban Nội chính T.Ư Phan Đình Trạc làm việc với Ban Nội chính [[TW]].",
            on=date(2025, 7, 4),
            fixed="Bí thư T.Ư Đảng, Trưởng Ban Nội chính T.Ư Phan Đình Trạc làm việc với Ban Nội chính T.Ư.",
            severity=Severity.WARNING,
        ),
        Example(
            "Ông Phan Đình Trạc, Trưởng Ban Nội chính TƯ, gặp cán bộ Văn phòng [[T.Ư]].", on=date(2025, 7, 4)
        ),
        Example(
            "Ông Lê Thế Hồng, cán bộ Ban Nội chính TW, gặp Ủy viên TW và Ủy viên [[TƯ]].",
            on=date(2025, 7, 4),
        ),
    ),
    good=(
        Example("Trưởng Ban Nội chính T.Ư Phan Đình Trạc làm việc với Văn phòng T.Ư.", on=date(2025, 7, 4)),
        Example("Trưởng Ban Nội chính Trung ương Phan Đình Trạc gặp Ủy viên T.Ư.", on=date(2025, 7, 4)),
        Example("Quy định 368-QĐ/TW; Ủy viên T.Ư Phan Đình Trạc dự họp.", on=date(2025, 7, 4)),
        Example(
            "Thông báo số 20-TB/TW và Kết luận 35-KL/TW; ông Phan Đình Trạc, Ủy viên TƯ.", on=date(2025, 7, 4)
        ),
        Example("VĂN PHÒNG TƯ VẤN; ông Phan Đình Trạc, Ủy viên T.Ư Đảng.", on=date(2025, 7, 4)),
    ),
)
def abbreviation_mixed(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """One article shortens "Trung ương" in two ways (T.Ư and TW), or not as the newsroom does.

    In full beside one short form is right; numbers of documents ("368-QĐ/TW") have their own form, and
    sentences all in capitals are left alone. With `ministry_short` set in the profile, ministries printed
    the other way are told too; without it both are right.
    """
    if not article.sentences:
        return
    wanted = profile.trung_uong
    found = list(_central(article))
    counts = Counter(form for _, form in found)
    # The most frequent form; of two as frequent the one printed first.
    right = wanted if wanted != "any" else max(counts, key=lambda form: counts[form]) if counts else ""
    for span, form in found:
        if form != right:
            told = (
                f"Trong bài có cả “{right}” và “{form}”." if wanted == "any" else f"Tòa soạn viết “{right}”."
            )
            yield _flag(span, told, right)
    for body, name in _ministries(article, roster, profile.ministry_short):
        yield _flag(body.span, f"Tòa soạn viết “{name}”.", name)


def _flag(span: Span, message: str, right: str) -> Flag:
    remedy = Remedy(f"Sửa thành “{right}”", (Change(span.start, span.end, right, exact=True),))
    return Flag(span.start, span.end, message, Severity.WARNING, (remedy,))


def _central(article: Article) -> Iterator[tuple[Span, str]]:
    """The short forms of "Trung ương" in sentences that are not all in capitals, numbers of documents left out."""
    text = article.text
    for start, end, form in abbreviations(text.matched):
        span = text.span(start, end)
        sentence = article.sentence_at(span.start)
        if (
            text.matched[max(0, start - 1) : start] != "/"
            and not text.source[sentence.start : sentence.end].isupper()
        ):
            yield span, form


def _ministries(article: Article, roster: Roster, wanted: str) -> Iterator[tuple[Body, str]]:
    """Ministries printed by their initials where the full name is wanted, or the reverse, with the form wanted."""
    for body in article.bodies if wanted != "any" else ():
        record = roster.organisations[body.organisations[0]]
        if record.kind != "ministry" or not body.text.startswith("Bộ ") or body.text.isupper():
            continue
        short = _is_short(body.text)
        brief = next((form for form in record.forms if form.startswith("Bộ ") and _is_short(form)), None)
        if wanted == "full" and short:
            yield body, record.name
        elif wanted == "short" and not short and brief:
            yield body, brief


def _is_short(name: str) -> bool:
    """Whether the words behind "Bộ" are initials."""
    return name.removeprefix("Bộ ").isupper()
