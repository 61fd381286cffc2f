"""T006."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leadercheck import wording
from leadercheck.article import Article, Mention, Title
from leadercheck.profile import Profile
from leadercheck.register import Tenure
from leadercheck.roster import Roster
from leadercheck.rule import Example, Flag, Remedy, Severity, rule
from leadercheck.rules._names import Introduced, introduced
from leadercheck.rules._titles import judged, replace_title, tenure_of
from leadercheck.rules._usage import small_after_pho, standing_word


@rule(
    id="T006",
    name="deputy-lost-or-added",
    severity=Severity.ERROR,
    citation="data/leaders.json: tenures",
    vi="""Cấp phó bị ghi thành cấp trưởng, hoặc cấp trưởng bị ghi thành cấp phó.

    “Phó”, “Thứ” và “Thường trực” là một phần của chức danh; chỉ báo khi chắc chắn hôm ấy người này giữ chức
    kia chứ không phải chức đã in. Cấp trưởng từng làm cấp phó có thể được gọi theo chức danh hồi đó, nên câu
    không có dấu hiệu của hiện tại thì chỉ là lưu ý, trừ khi câu khác của bài đã ghi đúng chức vụ.
    """,
    bad=(
        Example(
            "Chiều 6/5, [[Thủ tướng]] Phan Văn Giang kiểm tra tiến độ.",
            on=date(2026, 5, 6),
            fixed="Chiều 6/5, Phó Thủ tướng Phan Văn Giang kiểm tra tiến độ.",
            severity=Severity.ERROR,
        ),
        Example(
            "Chiều 6/5, [[Thủ tướng]] Phạm Gia Túc kiểm tra tiến độ.",
            on=date(2026, 5, 6),
            fixed="Chiều 6/5, Phó Thủ tướng Thường trực Phạm Gia Túc kiểm tra tiến độ.",
        ),
        Example("Chiều 6/5, [[Phó Thủ tướng]] Lê Minh Hưng kiểm tra tiến độ.", on=date(2026, 5, 6)),
        Example("Ngày 10/6, [[Chủ tịch Quốc hội]] Uông Chu Lưu điều hành phiên họp.", on=date(2017, 6, 10)),
    ),
    good=(
        Example("Chiều 6/5, Phó Thủ tướng Phan Văn Giang kiểm tra tiến độ.", on=date(2026, 5, 6)),
        Example("Chiều 6/5, Phó Thủ tướng Thường trực Phạm Gia Túc kiểm tra tiến độ.", on=date(2026, 5, 6)),
        Example(
            "Thừa ủy quyền Thủ tướng, Phó Thủ tướng Phan Văn Giang ký quyết định.",
            on=date(2026, 5, 6),
            near=True,
        ),
        Example("Phó Thủ tướng Phạm Gia Túc thay mặt Thủ tướng dự lễ.", on=date(2026, 5, 6), near=True),
        Example("Năm 2018, Phó Thủ tướng Vương Đình Huệ đã nêu vấn đề này.", on=date(2023, 5, 6)),
    ),
)
def deputy_lost_or_added(article: Article, roster: Roster, profile: Profile) -> Iterator[Flag]:
    """A deputy is printed as the chief, or the chief as a deputy.

    Phó, Thứ and Thường trực are part of the title. The person surely held the other of the two offices that
    day. A chief who once was the deputy may be named so of that time: without a sign of now it is a note, or a warning
    where another sentence of the article has the right office.
    """
    told: Introduced | None = None
    for kind in ("deputy-lost", "deputy-added"):
        for index, mention, title in judged(article, kind):
            record = tenure_of(roster, title, mention.person)
            if record is None or mention.past:
                continue
            told = introduced(article, roster) if told is None else told
            right = told.sentences.get(record.position, {}).get(mention.person or "", set())
            loudest = _loudest(kind, mention, title, roster)
            if loudest == Severity.NOTE and len(right) > (mention.sentence in right):
                loudest = Severity.WARNING
            severity = loudest.lowered(title.doubt)
            if severity:
                yield Flag(
                    title.start,
                    title.end,
                    f"Ngày {wording.day(article.on)}, {mention.person_name} là "
                    f"{roster.positions[record.position].title}, không phải {title.text}.",
                    severity,
                    _remedies(title, record, kind, article, roster),
                    title.evidence,
                    index,
                    mention.person,
                )


def _loudest(kind: str, mention: Mention, title: Title, roster: Roster) -> Severity:
    """A chief who once was that deputy may be named so of that time, where nothing shows that now is meant."""
    if kind == "deputy-lost" or mention.now or mention.running:
        return Severity.ERROR
    once = any(s.tenure.position in title.positions for s in roster.spells_of(mention.person or ""))
    return Severity.NOTE if once else Severity.WARNING


def _remedies(
    title: Title, record: Tenure, kind: str, article: Article, roster: Roster
) -> tuple[Remedy, ...]:
    """The right title; where the person is the standing deputy, first with that word and then without."""
    words = article.text.matched
    right = _right(title, roster.positions[record.position].head, kind, words)
    forms = [right]
    if kind == "deputy-lost" and _is_standing(title, record.person, roster, article.on):
        heads = [roster.positions[p].head for p in title.positions]
        head = next((h for h in heads if title.text.lower().startswith(h.lower())), None)
        if head:
            at = len(right) - len(title.text) + len(head)
            forms.insert(0, f"{right[:at]} {standing_word(words)}{right[at:]}")
    return tuple(r for form in forms for r in replace_title(title, form, f"Sửa thành “{form}”"))


def _is_standing(title: Title, person: str, roster: Roster, on: date) -> bool:
    """Whether on the day the person is the standing deputy of the office printed."""
    positions = (roster.positions[t.position] for t in roster.tenures(person, on))
    return any(p.deputy_of in title.positions and "Thường trực" in p.head for p in positions)


def _right(title: Title, head: str, kind: str, text_of_article: str) -> str:
    """The printed title with its deputy word put in or taken out; "Phó chủ tịch" where the article writes so."""
    text = title.text
    if kind == "deputy-lost":
        if text[:9].lower() == "bộ trưởng":
            return "Thứ trưởng" + text[9:]
        return "Phó " + (text[0].lower() if small_after_pho(text_of_article) else text[0]) + text[1:]
    for word, instead in (("phó ", ""), ("thứ trưởng", "Bộ trưởng")):
        if text.lower().startswith(word):
            rest = instead + text[len(word) :]
            for standing in (" Thường trực", " thường trực"):
                rest = rest.replace(standing, "")
            return rest[:1].upper() + rest[1:]
    return head
