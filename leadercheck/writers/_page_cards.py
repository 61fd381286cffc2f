"""The cards of a page: what is wrong, what the register holds and where it was read, how it is put right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final
from urllib.parse import urlsplit

from leadercheck.report import Edit, Evidence, Finding, Report
from leadercheck.roster import Roster
from leadercheck.writers import _page_timeline
from leadercheck.writers.sheet import LEVELS, Sheet, shown

_LINK: Final = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)
_LONGEST: Final = 160
_EDITS: Final = 4
_KINDS: Final = {
    "tenure": "Dữ kiện",
    "organisation": "Cơ quan",
    "person": "Người",
    "precedence": "Danh mục",
}


def cards(sheet: Sheet, roster: Roster, key: str) -> str:
    """One card a finding, in the order of the report; `key` begins the ids of the file."""
    return "\n".join(
        _card(number, finding, place, sheet, roster, key)
        for number, (finding, place) in enumerate(
            zip(sheet.report.findings, sheet.located.findings, strict=True), 1
        )
    )


def text(words: str) -> str:
    """Words for a page: escaped, and without what turns the direction of writing."""
    return escape(shown(words), quote=True)


def _card(number: int, finding: Finding, place: Finding, sheet: Sheet, roster: Roster, key: str) -> str:
    level = finding.severity
    where = f"dòng {place.line}, cột {place.column}" if sheet.lined else f"đoạn {place.line}"
    printed = sheet.part(finding)
    listed = _list(finding, printed, sheet.report)
    return "".join(
        (
            f'<article class="card {level}" id="{key}f{number}">',
            f'<header><a class="num {level}" href="#{key}m{number}" aria-label="Xem trong bài">{number}</a>',
            f'<span class="level">{LEVELS[level].capitalize()}</span>',
            f'<span class="rule" title="{text(finding.name)}">{text(finding.rule)}</span>',
            f'<span class="where">{where}</span></header>',
            "" if listed else f'<p class="said">“{text(_cut(finding.excerpt))}”</p>',
            f'<p class="message">{text(finding.message)}</p>',
            listed or _fixes(finding, printed),
            _timeline(finding, sheet.report, roster),
            _facts(finding),
            "</article>",
        )
    )


def _facts(finding: Finding) -> str:
    rows = [_fact(one) for one in finding.evidence]
    rows.append(f"<dt>Căn cứ</dt><dd>{text(finding.citation)}</dd>")
    return f'<dl class="facts">{"".join(rows)}</dl>'


def _fact(one: Evidence) -> str:
    source = f'<span class="source">{_source(one.source)}</span>' if one.source else ""
    return f"<dt>{_KINDS.get(one.kind, 'Dữ kiện')}</dt><dd>{text(one.summary)}{source}</dd>"


def _source(source: str) -> str:
    """A link where the source is a page of the web and nothing else; else its words."""
    if not _LINK.fullmatch(source) or shown(source) != source:
        return text(source)
    try:
        host = urlsplit(source).hostname or ""
    except ValueError:
        return text(source)
    return (
        f'<a href="{escape(source, quote=True)}" rel="noopener noreferrer nofollow" target="_blank" '
        f'title="{text(source)}">{text(host.removeprefix("www."))} ↗</a>'
    )


def _fixes(finding: Finding, printed: str) -> str:
    if not finding.fixes:
        return ""
    rows = []
    for fix in finding.fixes:
        doubt = "" if fix.safe else ' <em class="doubt">cần người duyệt</em>'
        changes = "".join(_change(edit, printed) for edit in fix.edits[:_EDITS])
        rows.append(f'<li><span class="label">{text(fix.label)}</span>{doubt}{changes}</li>')
    return f'<ul class="fixes">{"".join(rows)}</ul>'


def _change(edit: Edit, printed: str) -> str:
    old = printed[edit.start : edit.end]
    gone = f"<del>{text(_cut(old))}</del> " if old else ""
    new = f"<ins>{text(_cut(edit.text))}</ins>" if edit.text else ""
    return f'<span class="change">{gone}{new}</span>'


def _list(finding: Finding, printed: str, report: Report) -> str:
    """A list as printed and as it should stand, where the fix only changes the order of its items."""
    if not finding.fixes or len(finding.fixes[0].edits) < 2:
        return ""
    moved = {(edit.start, edit.end): edit.text for edit in finding.fixes[0].edits}
    places = sorted(
        (m.start, m.end)
        for m in report.mentions
        if m.part == finding.part and finding.start <= m.start and m.end <= finding.end
    )
    if not moved.keys() <= set(places) or sorted(moved.values()) != sorted(printed[a:b] for a, b in moved):
        return ""
    rows = [(printed[a:b], moved.get((a, b), printed[a:b]), (a, b) in moved) for a, b in places]
    safe = "" if finding.fixes[0].safe else ' <em class="doubt">cần người duyệt</em>'
    return (
        '<div class="orders">'
        f"<div><h4>Trong bài</h4><ol>{''.join(_items((a, m) for a, _, m in rows))}</ol></div>"
        f"<div><h4>Thứ tự đề nghị{safe}</h4><ol>{''.join(_items((b, m) for _, b, m in rows))}</ol></div></div>"
    )


def _items(rows: Iterator[tuple[str, bool]]) -> Iterator[str]:
    for words, moved in rows:
        yield f"<li{' class=moved' if moved else ''}>{text(_cut(words))}</li>"


def _timeline(finding: Finding, report: Report, roster: Roster) -> str:
    """The holders of the first office of one holder that the finding rests on."""
    for position in _positions(finding.evidence, roster):
        record = roster.positions.get(position)
        picture = (
            _page_timeline.picture(position, report.on, roster, person=finding.person)
            if record and record.exclusive
            else ""
        )
        if record and picture:
            return f'<figure class="holders"><figcaption>{text(record.title)}</figcaption>{picture}</figure>'
    return ""


def _positions(evidence: Sequence[Evidence], roster: Roster) -> Iterator[str]:
    for one in evidence:
        tenure = roster.tenure_by_id.get(one.id)
        if tenure is not None:
            yield tenure.position


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + " …"
