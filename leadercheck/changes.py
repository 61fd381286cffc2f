"""What changed between two registers, in Vietnamese, one line a change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from msgspec.structs import fields

from leadercheck import wording
from leadercheck.register import Organisation, Person, Position, Precedence, Source, Tenure
from leadercheck.roster import Roster

FIELD_NAMES: Final = {
    "aliases": "tên khác",
    "born": "ngày sinh",
    "capacity": "tư cách",
    "citation": "căn cứ",
    "complete": "đợt đã đủ danh sách",
    "confidence": "độ tin cậy",
    "country": "nước",
    "deputy_of": "cấp trưởng",
    "attested": "thấy lần đầu",
    "died": "ngày mất",
    "end": "ngày kết thúc",
    "end_status": "tình trạng",
    "equivalents": "chức vụ tương đương",
    "exclusive": "mỗi lúc một người",
    "forms": "cách viết",
    "gender": "giới tính",
    "groups": "thứ tự",
    "head": "chức",
    "kind": "loại",
    "last_confirmed": "xác nhận gần nhất",
    "level": "cấp",
    "lives": "thời gian tồn tại",
    "name": "tên",
    "note": "ghi chú",
    "organisation": "cơ quan",
    "person": "người",
    "place": "địa phương",
    "position": "chức vụ",
    "ranks": "cấp bậc",
    "read": "ngày đọc",
    "replaced_by": "gộp vào",
    "scope": "phạm vi",
    "sources": "nguồn",
    "start": "ngày bắt đầu",
    "term": "khóa",
    "title": "tên gọi",
    "vacancies": "khoảng trống",
    "valid_from": "hiệu lực từ",
    "valid_until": "hiệu lực đến",
}
_WORDS: Final = {
    "high": "cao", "medium": "trung bình", "low": "thấp",
    "full": "chính thức", "acting": "quyền", "in_charge": "phụ trách",
    "ended": "đã kết thúc", "in_office": "đương chức", "unknown": "không rõ",
    "female": "nữ", "male": "nam", "military": "quân đội", "police": "công an",
}  # fmt: skip
_DATES: Final = frozenset({"attested", "born", "died", "end", "last_confirmed", "start"})
_CLOSING: Final = frozenset({"end", "end_status", "last_confirmed", "sources", "note"})
"""What may change together where a tenure is only closed or opened again."""
_WHOLE: Final = frozenset({"citation", "sources"})
_LONGEST: Final = 90
"""Code points of a value before it is cut; what a reader opens is never cut."""


def changes(old: Roster, new: Roster) -> list[str]:
    """Every difference, as "Thêm: …", "Bỏ: …", "Sửa: …", "Kết thúc nhiệm kỳ: …", "Mở lại nhiệm kỳ: …"."""
    before, after = old.register, new.register
    lines = []
    if before.as_of != after.as_of:
        moved = f"{wording.day(before.as_of)} → {wording.day(after.as_of)}"
        lines.append(f"Sửa: ngày dữ liệu được xác minh: {moved}")
    lines += _records("nhóm nguồn", _by(before.sources, "prefix"), _by(after.sources, "prefix"), _source)
    lines += _records("tổ chức", _by(before.organisations), _by(after.organisations), _named)
    lines += _records("người", _by(before.persons), _by(after.persons), _person)
    lines += _records("chức vụ", _by(before.positions), _by(after.positions), _named)
    lines += _records("thứ tự", _by(before.precedences), _by(after.precedences), _named)
    return [*lines, *_tenures(old, new)]


def _by(records: Iterable[Any], key: str = "id") -> dict[str, Any]:
    return {getattr(record, key): record for record in records}


def _records(
    kind: str, old: Mapping[str, Any], new: Mapping[str, Any], told: Callable[[Any], str]
) -> Iterator[str]:
    for ident in sorted(old.keys() | new.keys()):
        if ident not in old:
            yield f"Thêm: {kind} {told(new[ident])}"
        elif ident not in new:
            yield f"Bỏ: {kind} {told(old[ident])}"
        elif old[ident] != new[ident]:
            yield f"Sửa: {kind} {told(new[ident])}: {_differences(old[ident], new[ident])}"


def _tenures(old: Roster, new: Roster) -> Iterator[str]:
    before, after = dict(old.tenure_by_id), dict(new.tenure_by_id)
    for was, now in _renamed(before, after):
        yield f"Sửa: {wording.tenure(now, new)}: {_differences(was, now)}"
        del before[was.id], after[now.id]
    for ident in sorted(before.keys() | after.keys()):
        if ident not in before:
            yield f"Thêm: {wording.tenure(after[ident], new)} (nguồn: {after[ident].sources[0]})"
        elif ident not in after:
            yield f"Bỏ: {wording.tenure(before[ident], old)} (nguồn: {before[ident].sources[0]})"
        elif before[ident] != after[ident]:
            yield _changed(before[ident], after[ident], new)


def _changed(was: Tenure, now: Tenure, new: Roster) -> str:
    changed = {f.name for f in fields(was) if getattr(was, f.name) != getattr(now, f.name)}
    if "end" in changed and changed <= _CLOSING:
        if was.end is None:
            return f"Kết thúc nhiệm kỳ: {wording.tenure(now, new)} (nguồn: {_new_source(was, now)})"
        if now.end is None:
            return f"Mở lại nhiệm kỳ: {wording.tenure(now, new)} (nguồn: {now.sources[0]})"
    return f"Sửa: {wording.tenure(now, new)}: {_differences(was, now)}"


def _new_source(was: Tenure, now: Tenure) -> str:
    return next((source for source in now.sources if source not in was.sources), now.sources[0])


def _renamed(old: Mapping[str, Tenure], new: Mapping[str, Tenure]) -> list[tuple[Tenure, Tenure]]:
    """Tenures whose start was corrected, and so their id: the only one gone and the only one come."""
    gone: dict[tuple[str, str, str | None], list[Tenure]] = defaultdict(list)
    come: dict[tuple[str, str, str | None], list[Tenure]] = defaultdict(list)
    for found, records, others in ((gone, old, new), (come, new, old)):
        for ident in sorted(records.keys() - others.keys()):
            tenure = records[ident]
            found[tenure.person, tenure.position, tenure.term].append(tenure)
    return [(gone[key][0], come[key][0]) for key in gone if len(gone[key]) == len(come.get(key, ())) == 1]


def _differences(old: Any, new: Any) -> str:
    parts = []
    for item in fields(old):
        was, now = getattr(old, item.name), getattr(new, item.name)
        if was != now and item.name != "id":
            parts.append(f"{FIELD_NAMES.get(item.name, item.name)} {_change(item.name, was, now)}")
    return "; ".join(parts) or "mã"


def _change(name: str, was: Any, now: Any) -> str:
    if isinstance(was, tuple) and isinstance(now, tuple) and name != "groups":
        come = [f"thêm {_said(name, item)}" for item in now if item not in was]
        gone = [f"bỏ {_said(name, item)}" for item in was if item not in now]
        return ", ".join(come + gone) or "xếp lại"
    return f"{_said(name, was)} → {_said(name, now)}"


def _said(name: str, value: Any) -> str:
    if value is None or value in ("", ()):
        return "(trống)"
    if isinstance(value, date):
        return wording.day(value)
    if name in _DATES:
        return wording.partial(value)
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, str):
        return value if name in _WHOLE else _shortened(_WORDS.get(value, value))
    if isinstance(value, tuple):
        return _shortened(" > ".join(" = ".join(v) if isinstance(v, tuple) else str(v) for v in value))
    shown = (getattr(value, f.name) for f in fields(value))
    return _shortened(" ".join(_said("", v) for v in shown if v not in (None, "", ())))


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _person(record: Person) -> str:
    return record.name + (f", sinh {wording.partial(record.born)}" if record.born else "") + f" ({record.id})"


def _named(record: Organisation | Position | Precedence) -> str:
    return f"{record.name if isinstance(record, Organisation) else record.title} ({record.id})"


def _source(record: Source) -> str:
    return f"{record.title} ({record.prefix})"
