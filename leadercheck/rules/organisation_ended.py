"""T009."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from leadercheck import wording
from leadercheck.article import Article, Title
from leadercheck.lexicon import organisation_forms
from leadercheck.profile import Profile
from leadercheck.register import Organisation, first_day
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Severity, rule
from leadercheck.rules._titles import alive, replace_title
from leadercheck.rules._usage import city
from leadercheck.spells import HANDOVER_AFTER

_LONG_AGO = timedelta(3653)


@rule(
    id="T009",
    name="organisation-ended",
    severity=Severity.ERROR,
    citation="data/leaders.json: organisations; Nghị quyết 176/2025/QH15 (18/2/2025); Nghị quyết 202/2025/QH15 (12/6/2025)",
    vi="""Chức danh thuộc một bộ, cơ quan hoặc tỉnh không còn tồn tại mà vẫn ghi như đang tại chức.

    Câu nhắc nêu luôn cơ quan hoặc tỉnh thay thế. Không xét chức danh có “nguyên”, “cựu”, chỗ đã ghi “(cũ)”,
    “nay là”, câu nói về ngày khác, cơ quan nước ngoài và cơ quan đã kết thúc quá mười năm.
    """,
    bad=(
        Example(
            "Sáng 6/5, [[Bộ trưởng Bộ Kế hoạch và Đầu tư]] Nguyễn Văn Thắng dự hội nghị.",
            on=date(2025, 5, 6),
            severity=Severity.ERROR,
        ),
        Example(
            "Chiều 6/5, [[Bộ trưởng Bộ GTVT]] Trần Hồng Minh kiểm tra công trường.",
            on=date(2025, 5, 6),
            fixed="Chiều 6/5, Bộ trưởng Bộ Xây dựng Trần Hồng Minh kiểm tra công trường.",
            severity=Severity.ERROR,
        ),
        Example(
            "Hôm qua, [[Chủ tịch UBND tỉnh Bình Dương]] Võ Văn Minh tiếp công dân.",
            on=date(2025, 8, 6),
            severity=Severity.ERROR,
        ),
    ),
    good=(
        Example("Sáng 6/2, Bộ trưởng Bộ Giao thông vận tải Trần Hồng Minh dự hội nghị.", on=date(2025, 2, 6)),
        Example("Nguyên Bộ trưởng Bộ Giao thông vận tải Nguyễn Văn Thể dự lễ.", on=date(2025, 5, 6)),
        Example(
            "Bộ trưởng Bộ Giao thông vận tải (cũ) Trần Hồng Minh từng nêu vấn đề này.",
            on=date(2025, 5, 6),
            near=True,
        ),
        Example("Bộ trưởng Bộ Kế hoạch và Đầu tư Lào Phet Phomphiphak thăm Việt Nam.", on=date(2025, 5, 6)),
        Example(
            "Sáng 3/3, Bộ trưởng Bộ Giao thông vận tải Trần Hồng Minh bàn giao hồ sơ.",
            on=date(2025, 3, 3),
            near=True,
        ),
        Example(
            "Năm 2024, Bộ trưởng Bộ Giao thông vận tải Nguyễn Văn Thắng ký ban hành.", on=date(2025, 5, 6)
        ),
    ),
)
def organisation_ended(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """The title names a ministry, body or province that had ceased to exist, as a present office.

    The message names the successor. Former titles, "(cũ)", "nay là", other days, foreign bodies and
    bodies that ended more than ten years before are left alone.
    """
    for index, mention in enumerate(article.mentions):
        if mention.name is None or mention.past or mention.status in ("foreign", "ambiguous"):
            continue
        if mention.person and not alive(mention.person, article.on, roster):
            continue
        for title in mention.titles:
            if title.modifier or title.frame or (title.verdict == "yes" and title.reason != "held-on-day"):
                continue
            ended = _ended(title, roster, article.on)
            if ended is None or (mention.status != "linked" and not (mention.now or mention.running)):
                continue
            body, until = ended
            if article.on - until > _LONG_AGO and not (mention.now or mention.running):
                continue
            successors = [
                roster.organisations[s].name for s in body.lives[-1].successors if s in roster.organisations
            ]
            successors = [s for s in successors if s != body.name]
            right = _right(title, body, mention.person, roster, article)
            yield Flag(
                title.start,
                title.end,
                _told(body, until, successors),
                Severity.ERROR if mention.now or mention.running else Severity.WARNING,
                replace_title(title, right, f"Sửa thành “{right}”") if right else (),
                evidence=(body.id,),
                mention=index,
                person=mention.person,
            )


def _ended(title: Title, roster: Roster, on: date) -> tuple[Organisation, date] | None:
    """The body or place of the title that ended, to the day and before the hand-over window; else None."""
    bodies = {roster.positions[p].organisation for p in title.positions} - {None} or set(title.organisations)
    if len(bodies) > 1 and title.place is None:
        return None
    for ident in sorted(b for b in (*bodies, title.place) if b):
        body = roster.organisations.get(ident)
        if body is None or not body.lives or body.kind in ("historic", "local_body"):
            continue
        until = body.lives[-1].valid_until
        if (
            until
            and len(until) == 10
            and body.lives[-1].confidence != "low"
            and first_day(until) + HANDOVER_AFTER < on
        ):
            return body, first_day(until)
    return None


def _right(
    title: Title, body: Organisation, person: str | None, roster: Roster, article: Article
) -> str | None:
    """The person's office of the day with the same head in a successor body, written as the title is."""
    heads = {roster.positions[p].head for p in title.positions}
    for record in roster.tenures(person or "", article.on):
        position = roster.positions[record.position]
        ident = next(
            (i for i in (position.organisation, position.place) if i in body.lives[-1].successors), None
        )
        if ident and position.head in heads:
            successor = roster.organisations[ident]
            return (
                _written(position.id, article)
                or _like(title.text, body, successor, article.text.matched)
                or position.title
            )
    return None


def _written(position: str, article: Article) -> str | None:
    """The title as the article itself writes that office elsewhere."""
    found = (
        title.text
        for mention in article.mentions
        for title in mention.titles
        if title.positions == (position,) and title.verdict == "yes" and title.text[0].isupper()
    )
    return next((text for text in found if not text.isupper()), None)


def _like(printed: str, body: Organisation, successor: Organisation, article_text: str) -> str | None:
    """The printed title with the successor in the place of the ended body; None where more would have to change."""
    if body.kind == "province" and _type(successor) != _type(body):
        return _as_city(printed, body, successor, article_text)
    spelt = [form for form in organisation_forms(body) if form.lower() in printed.lower()]
    if not spelt:
        return None
    longest = max(spelt, key=len)
    at = printed.lower().index(longest.lower())
    name = successor.name
    kind, _, rest = name.partition(" ")
    if body.kind != "province" and not longest.startswith(f"{kind} "):
        name = rest
    return printed[:at] + name + printed[at + len(longest) :]


def _as_city(printed: str, body: Organisation, successor: Organisation, article_text: str) -> str | None:
    """The printed title of a province with the city it went into; None where the words are others."""
    old = f"tỉnh {body.name}"
    if printed.count(old) != 1 or _type(body) != "tỉnh":
        return None
    return printed.replace(old, city(successor, article_text, printed))


def _type(place: Organisation) -> str:
    return (place.lives[-1].type if place.lives else None) or "tỉnh"


def _told(body: Organisation, until: date, successors: list[str]) -> str:
    now = wording.listed(successors) if successors else ""
    if body.kind != "province":
        return f"{body.name} kết thúc hoạt động từ ngày {wording.day(until)}" + (
            f", nay là {now}." if now else "."
        )
    return f"{_type(body)} {body.name} đã sáp nhập từ ngày {wording.day(until)}" + (
        f", nay thuộc {now}." if now else "."
    )
