"""Vietnamese for messages: days, tenures, titles."""

from __future__ import annotations

from datetime import date

from leadercheck.register import Organisation, Person, Tenure
from leadercheck.roster import Roster


def day(value: date) -> str:
    """7/4/2026."""
    return f"{value.day}/{value.month}/{value.year}"


def partial(value: str) -> str:
    """A date as far as it is known: "ngày 7/4/2026", "tháng 4/2026", "năm 2026"."""
    parts = [str(int(p)) for p in value.split("-")]
    return ("năm ", "tháng ", "ngày ")[len(parts) - 1] + "/".join(reversed(parts))


def tenure(record: Tenure, roster: Roster) -> str:
    """A tenure in one line: "Lương Cường, Chủ tịch nước, từ ngày 21/10/2024 đến ngày 7/4/2026"."""
    title = roster.positions[record.position].title
    capacity = {"full": "", "acting": "quyền ", "in_charge": "phụ trách "}[record.capacity]
    begin = f", từ {partial(record.start)}" if record.start else ""
    if record.attested:
        begin = f", thấy lần đầu {partial(record.attested)}"
    if record.end:
        finish = f" đến {partial(record.end)}"
    else:
        finish = f", xác nhận gần nhất {partial(record.last_confirmed)}" if record.last_confirmed else ""
    return f"{roster.persons[record.person].name}, {capacity}{title}{begin}{finish}"


def ranks(person: Person) -> str:
    """The dated ranks of a person in one line: "Tô Lâm, Đại tướng từ tháng 1/2019"."""
    return ", ".join([person.name, *(f"{r.rank} từ {partial(r.start)}" for r in person.ranks)])


def life(body: Organisation) -> str:
    """The end of a body in one line: "Bộ Giao thông vận tải, đến ngày 1/3/2025"."""
    until = body.lives[-1].valid_until
    return body.name + (f", đến {partial(until)}" if until else "")


def holder(record: Tenure, roster: Roster) -> str:
    """Who held it and since when, for the second half of a message."""
    return f"{roster.persons[record.person].name}" + (
        f" (từ {partial(record.start)})" if record.start else ""
    )


def listed(names: list[str]) -> str:
    """A, B và C."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " và " + names[-1]
