"""A report in places of the source it was read from, its fixes as edits that keep every tag."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import partial
from itertools import accumulate
from typing import Final

from msgspec.structs import replace

from leadercheck.article import Mention
from leadercheck.document import Source
from leadercheck.errors import TextMismatchError
from leadercheck.fixes import applied, chosen, fix
from leadercheck.readers._manuscript import Manuscript, Strip
from leadercheck.report import Edit, Finding, Fix, Related, Report
from leadercheck.text import Span, Text

_WORDS: Final = re.compile(r"\w+|\W")


def located(manuscript: Manuscript, report: Report) -> Report:
    """The report on a manuscript's text in places of its source.

    Of HTML and Markdown, places are code points of the source, `part` is None, and `excerpt` is what a reader sees
    there. `replacement` stands only where the span is one stretch of letters without tags. Of a .docx, places stay
    those of the part, and `line` counts its paragraphs.

    Args:
        manuscript: what was read.
        report: the report on `manuscript.text`.
    """
    notices = (*manuscript.notices, *report.notices)
    if manuscript.form == "plain":
        return report
    if manuscript.form == "docx":
        findings = [_counted(finding) for finding in report.findings]
        return report.model_copy(update={"findings": tuple(findings), "notices": notices})
    lines = Text.of(manuscript.source)
    return report.model_copy(
        update={
            "findings": tuple(_finding(manuscript, lines, one) for one in report.findings),
            "mentions": tuple(_mention(manuscript, one) for one in report.mentions),
            "notices": notices,
            "text_sha256": hashlib.sha256(manuscript.source.encode("utf-8", "surrogatepass")).hexdigest(),
        }
    )


def source_edits(manuscript: Manuscript, strip: Strip, edit: Edit) -> list[Edit] | None:
    """An edit of a part as edits of the source that touch no tag; None where it would remove what has no place there.

    Words that stay are left where they stand; new ones are written inside the tags of the first they replace.
    """
    if edit.end > len(strip.text):
        return None
    pieces = list(strip.pieces(edit.start, edit.end))
    if (
        len(pieces) == 1
        and pieces[0][:2] == (edit.start, edit.end)
        and _is_whole(strip, edit.start, edit.end)
    ):
        return [Edit(start=pieces[0][2], end=pieces[0][3], text=manuscript.escape(edit.text))]
    found: list[Edit] = []
    for start, end, text in _changes(strip.text[edit.start : edit.end], edit.text):
        first, last = edit.start + start, edit.start + end
        if not _is_whole(strip, first, last):
            return None
        if first == last:
            at = strip.gap(first, after=start > 0 and last == edit.end)
            found.append(Edit(start=at, end=at, text=manuscript.escape(text)))
        for number, (_, _, begin, stop) in enumerate(strip.pieces(first, last)):
            found.append(Edit(start=begin, end=stop, text="" if number else manuscript.escape(text)))
    return found


def _changes(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """What differs between two wordings, word by word: (start, end) in the old one and the words instead."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    starts = list(accumulate(map(len, before), initial=0))
    # Any blank will do for another: a hard one of the editor stays.
    old_keys, new_keys = ([" " if word.isspace() else word for word in words] for words in (before, after))
    for tag, i, j, k, m in SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes():
        if tag != "equal":
            yield starts[i], starts[j], "".join(after[k:m])


def _is_whole(strip: Strip, start: int, end: int) -> bool:
    """Whether all of a stretch stands in the source, and no character reference stands half in it."""
    if any(strip.letter(place) is None for place in range(start, end)):
        return False
    edges = [run for place in (start, end - 1) if start < end and (run := strip.run(place))]
    return all(run.plain or (run.at >= start and run.at + run.length <= end) for run in edges)


def _fix(manuscript: Manuscript, strip: Strip, fix: Fix) -> Fix | None:
    """A fix in places of the source; None where one of its edits has none."""
    edits: list[Edit] = []
    for edit in fix.edits:
        found = source_edits(manuscript, strip, edit)
        if found is None:
            return None
        edits += found
    edits.sort(key=lambda edit: (edit.start, edit.end))
    return Fix(label=fix.label, safe=fix.safe, edits=tuple(edits))


def _finding(manuscript: Manuscript, lines: Text, finding: Finding) -> Finding:
    strip = manuscript.strip(finding.part)
    if strip is None:
        return finding
    place = partial(manuscript.place, finding.part or "")
    start, end = place(finding.start, finding.end)
    line, column = lines.line_column(start)
    end_line, end_column = lines.line_column(end)
    fixes = tuple(fix for one in finding.fixes if (fix := _fix(manuscript, strip, one)) is not None)
    whole = next((f for f in fixes[:1] if [(e.start, e.end) for e in f.edits] == [(start, end)]), None)
    related = []
    for one in finding.related:
        first, last = place(one.start, one.end)
        related.append(Related(start=first, end=last, message=one.message))
    return finding.model_copy(
        update={
            "start": start, "end": end, "part": None,
            "line": line, "column": column, "end_line": end_line, "end_column": end_column,
            "fixes": fixes,
            "replacement": whole.edits[0].text if whole else None,
            "safe": whole.safe if whole else False,
            "related": tuple(related),
        }
    )  # fmt: skip


def _mention(manuscript: Manuscript, mention: Mention) -> Mention:
    strip = manuscript.strip(mention.part)
    if strip is None:
        return mention
    where = partial(manuscript.place, mention.part or "")
    place = partial(_place, where)
    start, end = where(mention.start, mention.end)
    name = (
        where(mention.name_start, mention.name_end)
        if mention.name_start is not None and mention.name_end is not None
        else (None, None)
    )
    return replace(
        mention,
        part=None,
        start=start,
        end=end,
        name_start=name[0],
        name_end=name[1],
        titles=tuple(
            replace(
                title,
                start=place(title.start, title.end).start,
                end=place(title.start, title.end).end,
                bare_start=place(title.bare_start, title.end).start,
            )
            for title in mention.titles
        ),
        rank=place(mention.rank.start, mention.rank.end) if mention.rank else None,
    )


def _place(place: Callable[[int, int], tuple[int, int]], start: int, end: int) -> Span:
    return Span(*place(start, end))


def _counted(finding: Finding) -> Finding:
    line = int(finding.part or 0) + 1
    return finding.model_copy(
        update={"line": line, "end_line": line, "column": finding.start + 1, "end_column": finding.end + 1}
    )


def mended(manuscript: Manuscript, report: Report, *, unsafe: bool = False) -> str | bytes:
    """The source, or of a .docx its bytes, with the first fix of each finding; only safe ones unless `unsafe`.

    Nothing but the letters of the slips changes.

    Args:
        manuscript: what was read.
        report: the report on `manuscript.text`, not one in places of the source.
        unsafe: apply those too that need a reader's eye.

    Raises:
        TextMismatchError: the report is of another text.
        DataError: a file of a .docx beside its text cannot be read.
    """
    if report.text_sha256 != Source.of(manuscript.text).sha256:
        raise TextMismatchError(
            "the report was made from another text; check the text again and fix with that report"
        )
    if manuscript.form == "plain":
        return fix(manuscript.source, report, unsafe)
    found = []
    for finding in report.findings:
        strip = manuscript.strip(finding.part)
        fixes = [_fix(manuscript, strip, one) for one in finding.fixes] if strip else []
        found.append(finding.model_copy(update={"fixes": tuple(one for one in fixes if one)}))
    edits = chosen(found, unsafe=unsafe)
    if manuscript.members:
        from leadercheck.readers import docx  # noqa: PLC0415  # an archive is opened for this format alone

        return docx.rewritten(manuscript, edits)
    return applied(manuscript.source, edits)
