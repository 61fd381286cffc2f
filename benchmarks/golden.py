"""What was found in a set of texts, kept without a word of them: a change shows what it flags or stops flagging."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

Findings = dict[str, list[str]]
"""By rule: the item, the fingerprint and the level of each finding."""


def changes(before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> list[str]:
    """Each finding gained (+) or lost (-), and the new count of each rule that changed."""
    told = []
    for rule in sorted({*before, *after}):
        old, new = Counter(before.get(rule, ())), Counter(after.get(rule, ()))
        gained, lost = sorted((new - old).elements()), sorted((old - new).elements())
        if gained or lost:
            told.append(f"{rule}: {old.total()} → {new.total()}")
            told += [f"  + {one}" for one in gained] + [f"  - {one}" for one in lost]
    return told


def compare(path: Path, after: Findings) -> bool:
    """Whether the findings differ from those kept in a file; says how, and keeps the new ones."""
    ordered = {rule: sorted(found) for rule, found in sorted(after.items())}
    content = json.dumps(ordered, indent=0) + "\n"
    before: Findings = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if path.is_file() and before == ordered:
        return False
    print("\n".join(changes(before, ordered)))
    path.write_text(content, encoding="utf-8")
    return True
