"""An appointment entered into a register: the new tenure, and what it ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from leadercheck.errors import DataError, UnknownNameError
from leadercheck.invariants import broken
from leadercheck.register import Confidence, Person, Position, Register, Tenure, last_day
from leadercheck.register_file import dump, parse
from leadercheck.roster import Roster
from leadercheck.search import near, positions_like
from leadercheck.text import fold, strip_marks

Capacity = Literal["full", "acting", "in_charge"]
_TOLD: Final = 6
"""How many of several positions a message names."""


class Appointment(Struct, frozen=True, kw_only=True):
    """Who takes which position, from which day, and the pages that show it.

    `start` is as far as known ("2026-04-07", "2026-04"); `confirmed` the day of the latest page that
    shows the person in office, the start if None; `as_of` the day up to which the editor has verified
    the top offices, None to leave the register's own.
    """

    person: Person
    position: Position
    start: str
    sources: tuple[str, ...]
    capacity: Capacity = "full"
    confidence: Confidence = "medium"
    term: str | None = None
    note: str = ""
    confirmed: str | None = None
    as_of: date | None = None


def find_person(asked: str, roster: Roster) -> Person:
    """The one person with this id or name.

    Raises:
        UnknownNameError: nobody or several people are called so; names them, or near ones.
    """
    if asked in roster.persons:
        return roster.person(asked)
    found = roster.named(asked)
    if not found:
        hint = _hint(asked, (p.name for p in roster.persons.values()))
        raise UnknownNameError(f"chưa có ai tên {asked!r} trong dữ liệu{hint}")
    if len(found) > 1:
        told = "; ".join(f"{p.id} ({p.note or p.born or 'không có ghi chú'})" for p in found)
        raise UnknownNameError(f"có {len(found)} người tên {asked!r}; hãy ghi mã: {told}")
    return found[0]


def find_position(asked: str, roster: Roster) -> Position:
    """The one position with this id, title or printed form, or the only one with this head ("Thủ tướng").

    Raises:
        UnknownNameError: no position or several are called so; names them, or near ones.
    """
    found = positions_like(asked, roster)
    found = found or [p for p in roster.positions.values() if fold(p.head) == fold(asked)]
    if not found:
        hint = _hint(asked, (p.title for p in roster.positions.values()))
        raise UnknownNameError(f"chưa có chức vụ {asked!r} trong dữ liệu{hint}")
    if len(found) > 1:
        told = ", ".join(p.id for p in found[:_TOLD]) + (" …" if len(found) > _TOLD else "")
        raise UnknownNameError(f"{asked!r} là {len(found)} chức vụ; hãy ghi mã: {told}")
    return found[0]


def _hint(asked: str, known: Iterable[str]) -> str:
    found = near(asked, known)
    return f"; có phải {', '.join(found)}?" if found else ""


def new_person(
    name: str, roster: Roster, *, sources: tuple[str, ...], born: str | None = None, note: str = ""
) -> Person:
    """A person who is not in the register yet; the id is the name without marks and the year of birth.

    Raises:
        DataError: somebody bears the name already and no note tells the two apart, or the id is taken.
    """
    namesakes = roster.named(name)
    if namesakes and not note:
        told = ", ".join(p.id for p in namesakes)
        raise DataError(
            f"đã có người tên {name!r} ({told}); nếu là người khác, thêm --person-note để phân biệt"
        )
    slug = strip_marks(fold(name)).replace("'", "").replace(" ", "-")
    ident = f"{slug}-{born[:4]}" if born else slug
    if ident in roster.persons:
        raise DataError(f"mã {ident!r} đã có người dùng; ghi thêm ngày sinh bằng --born")
    return Person(id=ident, name=name, note=note, born=born, sources=sources)


def appoint(register: Register, appointment: Appointment) -> Register:
    """The register with the appointment entered.

    In an office of one holder the open tenures of others, acting spells too, end on that day, unless
    the person is only in charge. Of a full holder, the own acting spell, the own tenure of another
    term and the own tenures as deputy of this office end as well.

    Raises:
        DataError: the person holds the position already.
    """
    tenure = _tenure(appointment)
    kept = tuple(_after(old, appointment, register) for old in register.tenures)
    persons = register.persons
    if all(p.id != appointment.person.id for p in persons):
        persons = (*persons, appointment.person)
    as_of = max(register.as_of, appointment.as_of) if appointment.as_of else register.as_of
    return replace(register, as_of=as_of, persons=persons, tenures=(*kept, tenure))


def _tenure(appointment: Appointment) -> Tenure:
    person, position, start = appointment.person.id, appointment.position.id, appointment.start
    suffix = "" if appointment.capacity == "full" else f"/{appointment.capacity}"
    return Tenure(
        id=f"{person}/{position}/{start}{suffix}",
        person=person,
        position=position,
        start=start,
        end_status="in_office",
        last_confirmed=appointment.confirmed or start,
        capacity=appointment.capacity,
        term=appointment.term,
        confidence=appointment.confidence,
        sources=appointment.sources,
        note=appointment.note,
    )


def _after(old: Tenure, appointment: Appointment, register: Register) -> Tenure:
    """A tenure as it is after the appointment: closed on its day, or as it was."""
    if old.end is not None:
        return old
    position, capacity = appointment.position, appointment.capacity
    alike = old.position in (position.id, *position.equivalents)
    if old.person != appointment.person.id:
        ends = alike and position.exclusive and capacity != "in_charge"
    elif alike:
        if old.capacity == capacity and old.term == appointment.term:
            raise _twice(old)
        ends = capacity == "full"
    else:
        deputy = any(p.id == old.position and p.deputy_of == position.id for p in register.positions)
        ends = deputy and capacity == "full"
    return _closed(old, appointment) if ends else old


def _twice(old: Tenure) -> DataError:
    return DataError(
        f"$.tenures[{old.id}]: người này đang giữ chức vụ đó; nếu chỉ xác nhận thêm, sửa last_confirmed của dòng này"
    )


def _closed(old: Tenure, appointment: Appointment) -> Tenure:
    sources = (*old.sources, *(s for s in appointment.sources if s not in old.sources))
    return replace(old, end=appointment.start, end_status="ended", last_confirmed=None, sources=sources)


def checked(before: Roster, register: Register) -> tuple[Roster, str]:
    """The changed register as a roster, and the text of its file; nothing of what was wrong before is asked.

    Raises:
        DataError: the change breaks the schema or an invariant; every breach is named with its JSON path.
    """
    text = dump(register)
    after = Roster(parse(Register, text.encode(), before.path), before.sha256, before.path)
    fresh = list((Counter(broken(after)) - Counter(broken(before))).elements())
    if fresh:
        raise DataError(f"không ghi vì dữ liệu sẽ sai: {_listed(fresh)}")
    return after, text


def _listed(problems: Iterable[str]) -> str:
    return " | ".join(_explained(problem) for problem in problems)


def _explained(problem: str) -> str:
    """A breach with the remedy that this command has."""
    if "after as_of" in problem:
        return f"{problem} (nếu đã rà lại các chức vụ cao nhất tới ngày đó, thêm --as-of NGÀY)"
    return problem


def as_partial(partial: str) -> str:
    """A day, month or year written as "7/4/2026", "4/2026" or ISO, as the register writes it.

    Raises:
        ValueError: it is no such date.
    """
    parts = partial.replace(".", "/").split("/") if "-" not in partial else partial.split("-")[::-1]
    numbers = [int(part) for part in reversed(parts)]
    if not 1 <= len(numbers) <= 3 or not 1000 <= numbers[0] <= 9999:
        raise ValueError(partial)
    written = "-".join((f"{numbers[0]:04}", *(f"{n:02}" for n in numbers[1:])))
    last_day(written)
    return written
