"""What underthesea finds of the same references: its names, looked up letter by letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reading_marks import Row
from reading_scores import Tally, aligned, is_right

from leadercheck import Roster
from leadercheck.nlp import ModelError, names


@dataclass(frozen=True, slots=True)
class Named:
    """What the baseline finds: a name and the one registered person who bears it, if there is just one."""

    start: int
    end: int
    person: str | None

    @property
    def name_start(self) -> int:
        """The name is all there is."""
        return self.start

    @property
    def name_end(self) -> int:
        """The name is all there is."""
        return self.end

    @property
    def name(self) -> str:
        """Not None: it is a name."""
        return ""

    @property
    def status(self) -> str:
        """Linked when exactly one person bears the name."""
        return "linked" if self.person else "unknown"


def baseline(rows: Iterable[Row], roster: Roster) -> Tally:
    """The same references found by underthesea's `ner`, line by line, and looked up letter by letter."""
    tally = Tally()
    for row in rows:
        found, begin = [], 0
        for line in row.text.split("\n"):
            for start, end in _model_names(line):
                bearers = roster.named(line[start:end])
                person = bearers[0].id if len(bearers) == 1 else None
                found.append(Named(begin + start, begin + end, person))
            begin += len(line) + 1
        partner = {id(r): m for r, m in aligned(row, found)}
        for reference in (r for r in row.references if r.kind == "named"):
            mention = partner.get(id(reference))
            tally.add(row, "named", right=mention is not None, wanted=1)
            if reference.status == "linked":
                right = mention is not None and is_right(reference, mention)
                tally.add(row, "leaders", right=right, wanted=1)
                if mention is not None and mention.person:
                    tally.add(row, "linked-right", right=right, claimed=1, wanted=1)
        tally.add(row, "named", claimed=len(found))
        tally.add(row, "leaders", claimed=sum(m.person is not None for m in found))
    return tally


def _model_names(line: str) -> list[tuple[int, int]]:
    """The model's names; none where it rewrites the line ("uỷ" to "ủy"), so that they have no place in it."""
    try:
        return names(line)
    except ModelError:
        return []
