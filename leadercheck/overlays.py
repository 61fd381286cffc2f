"""What somebody should look at in a newsroom's overlay: expired, against the base, or no longer needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final, Literal

from leadercheck import wording
from leadercheck._data import read
from leadercheck.invariants import broken
from leadercheck.register import Overlay, Person, Tenure, first_day
from leadercheck.register_file import parse
from leadercheck.roster import Roster
from leadercheck.spells import Spell

Relation = Literal["known", "adds", "against"]

_FACTS_OF_PERSONS: Final = {"name": "tên", "born": "ngày sinh", "died": "ngày mất", "gender": "giới tính"}


def notices(base: Roster, path: str | Path, on: date) -> list[str]:
    """What the overlay file needs on that day, as "JSON path: what is so; remedy"; [] if nothing.

    Raises:
        DataNotFoundError: there is no such file.
        DataError: it is not what the schema says, or an id leads nowhere once it is laid over the base.
    """
    where, content = read(path)
    overlay = parse(Overlay, content, where)
    merged = Roster.load(base.path or None, overlays=[path])
    found = []
    if overlay.expires and on > overlay.expires:
        found.append(
            f"$.expires: hết hạn ngày {wording.day(overlay.expires)}; rà lại từng dòng rồi lùi hạn, hoặc thôi dùng tệp"
        )
    for person in overlay.persons:
        found += _about_person(person, base)
    for tenure in overlay.tenures:
        found += _about_tenure(merged.spell(tenure), overlay, base, merged)
    fresh = (Counter(broken(merged)) - Counter(broken(base))).elements()
    told = "".join(found)
    return found + [problem for problem in fresh if problem.split(":")[0] not in told]


def _about_person(mine: Person, base: Roster) -> Iterator[str]:
    theirs = base.persons.get(mine.id)
    if theirs is None:
        return
    path, sources = f"$.persons[{mine.id}]", f"(nguồn: {_first(mine.sources)})"
    if mine == theirs:
        yield f"{path}: dữ liệu gốc đã có đúng như vậy; bỏ dòng này khỏi lớp phủ"
    for name, label in _FACTS_OF_PERSONS.items():
        own, other = getattr(mine, name), getattr(theirs, name)
        if own and other and not own.startswith(other):
            yield (
                f"{path}: {label} trái với dữ liệu gốc: lớp phủ ghi {own} {sources}, dữ liệu gốc ghi {other} "
                f"(nguồn: {_first(theirs.sources)}); giữ dòng đúng"
            )


def _about_tenure(mine: Spell, overlay: Overlay, base: Roster, merged: Roster) -> Iterator[str]:
    path = f"$.tenures[{mine.tenure.id}]"
    own = f"lớp phủ: {_told(mine.tenure, merged)}"
    replaced = {t.id for t in overlay.tenures}
    for theirs in _same_office(mine, base):
        relation = _relation(mine.tenure, theirs.tenure)
        other = f"dữ liệu gốc: {_told(theirs.tenure, base)}"
        if relation == "known":
            yield f"{path}: dữ liệu gốc đã có; bỏ dòng này khỏi lớp phủ ({other})"
        elif relation == "against":
            yield f"{path}: trái với dữ liệu gốc; {own}; {other}; giữ dòng đúng"
    position = base.positions.get(mine.tenure.position)
    if position is None or not position.exclusive or mine.tenure.capacity != "full":
        return
    for theirs in base.spells_in(position.id):
        rival = theirs.tenure.person != mine.tenure.person and theirs.tenure.capacity == "full"
        if rival and theirs.tenure.id not in replaced and _together(mine, theirs):
            yield (
                f"{path}: hai người cùng giữ chức vụ chỉ một người giữ; {own}; "
                f"dữ liệu gốc: {_told(theirs.tenure, base)}; giữ dòng đúng hoặc ghi ngày kết thúc"
            )


def _same_office(mine: Spell, base: Roster) -> Iterator[Spell]:
    """The base's tenures that may be this one: of the same id, or the same person's in these days."""
    if mine.tenure.position not in base.positions:
        return
    for theirs in base.spells_in(mine.tenure.position):
        same = theirs.tenure.person == mine.tenure.person and theirs.tenure.capacity == mine.tenure.capacity
        touching = max(mine.start_first, theirs.start_first) < min(mine.end_last, theirs.end_last)
        if theirs.tenure.id == mine.tenure.id or (same and touching):
            yield theirs


def _together(one: Spell, other: Spell) -> bool:
    return max(one.start_last, other.start_last) < min(one.end_first, other.end_first)


def _relation(mine: Tenure, theirs: Tenure) -> Relation:
    """Whether the base has said it all already, or leaves something to add, or says otherwise."""
    relations = (_bounds(mine.start, theirs.start), _ends(mine, theirs))
    if "against" in relations:
        return "against"
    return "adds" if "adds" in relations else "known"


def _bounds(mine: str | None, theirs: str | None) -> Relation:
    if mine is None or (theirs or "").startswith(mine):
        return "known"
    return "adds" if mine.startswith(theirs or "") else "against"


def _ends(mine: Tenure, theirs: Tenure) -> Relation:
    """The same of the ends; an open tenure says that it lasted to `last_confirmed`."""
    if mine.end and theirs.end:
        return _bounds(mine.end, theirs.end)
    confirmed, known = _confirmed(mine), _confirmed(theirs)
    if mine.end:
        return "adds" if first_day(mine.end) >= known else "against"
    if theirs.end:
        return "known" if confirmed <= first_day(theirs.end) else "against"
    return "known" if confirmed <= known else "adds"


def _confirmed(tenure: Tenure) -> date:
    return first_day(tenure.last_confirmed) if tenure.last_confirmed else date.min


def _told(tenure: Tenure, roster: Roster) -> str:
    return f"{wording.tenure(tenure, roster)} (nguồn: {_first(tenure.sources)})"


def _first(sources: tuple[str, ...]) -> str:
    return sources[0] if sources else "không ghi"
