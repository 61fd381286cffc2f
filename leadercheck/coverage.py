"""What a report says of itself: how much was found and judged, whether that is enough, what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from leadercheck.article import Article
from leadercheck.patterns import pattern
from leadercheck.report import Coverage, Finding
from leadercheck.roster import Roster
from leadercheck.text import Text

_LEGACY: Final = pattern(r"[µ¸¶·¹»¾¼½Æ©Ç®«¬¨ÊËÌ]")
_VIETNAMESE: Final = pattern(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")


def coverage(article: Article) -> Coverage:
    """How many references were found, linked and judged, and why the others were not."""
    statuses = Counter(m.status for m in article.mentions)
    titles = [t for m in article.mentions if m.status == "linked" and m.name is not None for t in m.titles]
    unjudged = Counter(t.reason for t in titles if t.verdict in ("unknown", "not judged"))
    return Coverage.model_construct(
        references=len(article.mentions),
        linked=statuses["linked"],
        unknown=statuses["unknown"],
        ambiguous=statuses["ambiguous"],
        foreign=statuses["foreign"],
        titles=len(titles),
        judged_yes=sum(t.verdict == "yes" for t in titles),
        judged_no=sum(t.verdict == "no" for t in titles),
        not_judged=dict(sorted(unjudged.items())),
    )


def verdict(findings: Sequence[Finding], article: Article) -> bool | None:
    """Whether the article has no error; None where persons are titled and not one title could be judged."""
    if any(f.severity == "error" for f in findings):
        return False
    titled = [m for m in article.mentions if m.name is not None and m.titles and m.status != "foreign"]
    judged = any(t.verdict in ("yes", "no") for m in titled for t in m.titles)
    return None if titled and not judged else True


def is_legacy(text: Text) -> bool:
    """Whether the text is in TCVN3 or VNI: many of their letters and none of Unicode's Vietnamese ones."""
    sample = text.matched[:20000]
    return (
        len(sample) > 40
        and len(_LEGACY.findall(sample)) * 25 > len(sample)
        and not _VIETNAMESE.search(sample)
    )


def notices(article: Article, roster: Roster, *, legacy: bool) -> Iterator[str]:
    """Vietnamese sentences on what was not checked."""
    if legacy:
        yield "Văn bản có vẻ dùng bảng mã cũ (TCVN3 hoặc VNI), chưa kiểm tra được; hãy chuyển sang Unicode."
    stale = sum(t.reason == "after-last-confirmed" for m in article.mentions for t in m.titles)
    if stale:
        yield f"Dữ liệu xác minh đến {roster.as_of:%d/%m/%Y}; {stale} chức danh chưa đối chiếu được sau ngày này."
