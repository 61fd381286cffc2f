"""The coverage of the register as Markdown tables: for a terminal, and for the documentation as it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from leadercheck import wording
from leadercheck.gaps import LONGEST, SENIOR, SINCE, Gap, gaps
from leadercheck.register import Person, Tenure
from leadercheck.roster import Roster
from leadercheck.stats import Row, rows, senior

_HEADINGS: Final = (
    "Nhóm", "Chức vụ", "Nhiệm kỳ", "Mốc đúng ngày", "Có trang cơ quan, báo", "Tin cậy cao/vừa/thấp",
    "Đang giữ, xác nhận ≤ 31 ngày/trong năm/cũ hơn", "Trong đợt khai đủ",
)  # fmt: skip
_KINDS: Final = {
    "ministry": "bộ",
    "ministerial_agency": "cơ quan ngang bộ",
    "government_agency": "cơ quan thuộc Chính phủ",
    "party_body": "cơ quan Đảng ở Trung ương",
    "party_committee": "đảng ủy trực thuộc Trung ương",
    "na_committee": "cơ quan của Quốc hội",
    "province": "tỉnh, thành phố",
    "socio_political": "tổ chức chính trị - xã hội",
    "military": "quân đội",
    "country": "nước",
    "local_body": "cơ quan địa phương",
    "national_body": "cơ quan khác ở Trung ương",
    "government": "Chính phủ và tiền thân",
    "national_assembly": "Quốc hội và Ủy ban Thường vụ",
    "state": "Nhà nước Việt Nam khác",
    "state_body": "cơ quan nhà nước khác",
    "party": "đảng",
    "party_school": "trường Đảng",
    "party_committee_local": "đảng ủy địa phương",
    "historic": "cơ quan đã có trong lịch sử",
    "front": "mặt trận",
    "court": "tòa án",
    "procuracy": "viện kiểm sát",
}


def coverage(roster: Roster) -> str:
    """Everything `leadercheck roster stats` prints."""
    register = roster.register
    head = (
        f"Dữ liệu xác minh đến {wording.day(roster.as_of)}: {len(register.tenures)} nhiệm kỳ, "
        f"{len(register.persons)} người, {len(register.positions)} chức vụ, {len(register.organisations)} tổ chức."
    )
    parts = (
        head,
        table(_HEADINGS, map(_cells, rows(roster))),
        _declared(roster),
        _persons(roster),
        _organisations(roster),
        seniors(roster, SENIOR),
    )
    return "\n\n".join(parts) + "\n"


def table(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column to the left, numbers to the right."""
    rule = ["---", *["--:"] * (len(headings) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (headings, rule, *lines))


def share(part: int, whole: int) -> str:
    """96 % of something; a dash where there is nothing."""
    return f"{100 * part / whole:.1f} %".replace(".", ",") if whole else "–"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.label,
        f"{row.positions}/{row.of}",
        str(row.tenures),
        share(row.exact, row.boundaries),
        share(row.sourced, row.tenures),
        "/".join(map(str, row.confidence)),
        "/".join(map(str, row.open)),
        share(row.complete, row.tenures),
    )


def _declared(roster: Roster) -> str:
    lines = [
        (position.title, "; ".join(_span(c.valid_from, c.valid_until) for c in position.complete))
        for position in roster.register.positions
        if position.complete
    ]
    return "Khai là đã đủ danh sách người giữ:\n\n" + table(("Chức vụ", "Từ – đến trước ngày"), lines)


def _span(start: date, end: date) -> str:
    return f"{wording.day(start)} – {wording.day(end)}"


def _persons(roster: Roster) -> str:
    known = [p for p in roster.register.persons if p.replaced_by is None]
    own = [p for p in known if p.country is None]
    foreign = [p for p in known if p.country is not None]
    names = Counter(p.name for p in own)

    def counted(label: str, found: Sequence[Person]) -> tuple[str, str, str]:
        return label, str(len(found)), share(len(found), len(own))

    lines = (
        counted("Người Việt Nam trong dữ liệu", own),
        counted("biết giới tính", [p for p in own if p.gender]),
        counted("biết ngày sinh đầy đủ", [p for p in own if p.born and len(p.born) == 10]),
        counted("biết năm sinh", [p for p in own if p.born]),
        counted("đã mất, biết ngày", [p for p in own if p.died]),
        counted("có tên khác", [p for p in own if p.aliases]),
        counted("trùng họ tên với người khác", [p for p in own if names[p.name] > 1]),
        counted("không có nguồn riêng", [p for p in own if not p.sources]),
    )
    said = (
        f"Lãnh đạo nước ngoài để nhận mặt, không đánh giá: {len(foreign)} người của "
        f"{len({p.country for p in foreign})} nước."
    )
    return table(("Người", "Số", "Tỷ lệ"), lines) + "\n\n" + said


def _organisations(roster: Roster) -> str:
    kinds = Counter(o.kind for o in roster.register.organisations)
    dated = Counter(
        o.kind
        for o in roster.register.organisations
        if any(life.valid_from or life.valid_until for life in o.lives)
    )
    ended = Counter(o.kind for o in roster.register.organisations if o.lives and o.lives[-1].valid_until)
    lines = [
        (_KINDS.get(kind, kind), str(count), str(dated[kind]), str(ended[kind]))
        for kind, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
    ]
    return table(("Tổ chức", "Số", "có mốc thời gian", "đã kết thúc"), lines)


def seniors(roster: Roster, positions: Sequence[str]) -> str:
    """The most senior offices: their boundaries, and every gap that no vacancy explains."""
    positions = [ident for ident in positions if ident in roster.positions]
    row = senior(roster, positions)
    found = [gap for ident in positions for gap in gaps(roster, ident, roster.as_of)]
    holes = [gap for gap in found if not gap.unconfirmed]
    stale = [gap for gap in found if gap.unconfirmed]
    head = (
        f"{len(positions)} chức vụ cao cấp từ {wording.day(SINCE)} đến {wording.day(roster.as_of)}: {row.tenures} nhiệm kỳ, "
        f"{row.boundaries} mốc, {share(row.exact, row.boundaries)} đúng ngày; {share(row.sourced, row.tenures)} nhiệm kỳ có "
        f"trang cơ quan hoặc báo; {len(holes)} khoảng trống trên {LONGEST} ngày chưa có dẫn chứng, "
        f"{len(stale)} chức vụ chưa xác nhận tới ngày cuối."
    )
    return "\n".join(
        (head, *([""] if found else []), *(f"- {told}" for told in _told(roster, holes + stale)))
    )


def _told(roster: Roster, found: Iterable[Gap]) -> Iterator[str]:
    for gap in found:
        title = roster.positions[gap.position].title
        if gap.unconfirmed and gap.before:
            yield (
                f"{title}: chưa xác nhận từ {wording.day(gap.start)} ({_name(gap.before, roster)}, "
                f"{(gap.end - gap.start).days} ngày)"
            )
        else:
            yield (
                f"{title}: trống {_span(gap.start, gap.end)} ({(gap.end - gap.start).days} ngày), "
                f"trước là {_name(gap.before, roster)}, sau là {_name(gap.after, roster)}"
            )


def _name(tenure: Tenure | None, roster: Roster) -> str:
    return roster.persons[tenure.person].name if tenure else "(không rõ)"
