"""One file as it was checked, which is what the writers write about."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

from msgspec import Struct

from leadercheck.document import Document
from leadercheck.report import Finding, Report

LEVELS: Final = {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}
_UNPRINTABLE: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class Sheet(Struct, frozen=True):
    """A file, its text as read, and what was found.

    Attributes:
        name: how the file is called.
        text: what was checked.
        report: the findings in places of `text`.
        located: the findings in places of the file; the same for plain text.
        lined: whether those places are lines and columns of the file; of a .docx `line` counts paragraphs.
    """

    name: str
    text: str | Document
    report: Report
    located: Report
    lined: bool = True

    def part(self, finding: Finding) -> str:
        """The text that a finding of `report` has its places in."""
        if isinstance(self.text, str):
            return self.text
        return next((part.text for part in self.text.parts if part.id == finding.part), "")


def plain_sheet(name: str, text: str, report: Report) -> Sheet:
    """The sheet of a text that was checked as it stands."""
    return Sheet(name, text, report, report)


def uri(name: str) -> str:
    """The name of a file as a URI reference."""
    if name == "-":
        return "stdin"
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def shown(words: str) -> str:
    """The words without anything that moves a cursor, turns the direction of writing or breaks an XML file."""
    return _UNPRINTABLE.sub(lambda found: " " if found[0] in "\t\n\r" else "\ufffd", words)
