"""A page for the desk, in one file: the article with its findings underlined, and a card for each.

It runs no script and loads nothing; links lead to sources on the web and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final

from leadercheck.article import Article
from leadercheck.report import Report
from leadercheck.roster import Roster
from leadercheck.writers import _page_style, terminal
from leadercheck.writers._page_article import article
from leadercheck.writers._page_cards import cards, text
from leadercheck.writers.sheet import LEVELS, Sheet

_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
)


def render(sheets: Sequence[Sheet], readings: Sequence[Article], roster: Roster) -> str:
    """The page of all files.

    Args:
        sheets: the files as they were checked.
        readings: how each was read, in the same order.
        roster: the facts they were checked by.
    """
    titles = [_title(sheet) for sheet in sheets]
    heading = titles[0] if len(titles) == 1 else f"{len(titles)} bài"
    body = [
        _section(sheet, reading, roster, title, f"s{index}-")
        for index, (sheet, reading, title) in enumerate(zip(sheets, readings, titles, strict=True), 1)
    ]
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="vi"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
            f"<title>{text(heading)} – leadercheck</title>",
            f"<style>{_page_style.CSS}</style></head><body>",
            *(_index(sheets, titles) if len(sheets) > 1 else ()),
            *body,
            "</body></html>",
            "",
        )
    )


def _title(sheet: Sheet) -> str:
    return "Văn bản" if sheet.name == "-" else PurePath(sheet.name).name


def _index(sheets: Sequence[Sheet], titles: Sequence[str]) -> Iterator[str]:
    yield '<nav class="index"><h1>leadercheck</h1><ol>'
    for number, (sheet, title) in enumerate(zip(sheets, titles, strict=True), 1):
        yield f'<li><a href="#s{number}-top">{text(title)}</a> {_counts(sheet.report)}</li>'
    yield "</ol></nav>"


def _section(sheet: Sheet, reading: Article, roster: Roster, title: str, key: str) -> str:
    report = sheet.report
    found = cards(sheet, roster, key) or f'<p class="silence">{_silence(report)}</p>'
    notices = "".join(f"<li>{text(notice)}</li>" for notice in sheet.located.notices)
    return "\n".join(
        (
            f'<section class="sheet" id="{key}top">',
            f'<header class="head"><p class="name">leadercheck</p><h1>{text(title)}</h1>',
            f'<p class="verdict">{_counts(report)}<span class="day">xét theo ngày {_day(report)}</span></p>',
            f'<p class="coverage">{text(terminal.coverage(report.coverage))}</p>',
            f'<ul class="notices">{notices}</ul>' if notices else "",
            "</header>",
            f'<div class="columns"><main class="text">{article(sheet, reading, key)}</main>',
            f'<aside class="cards" aria-label="Phát hiện">{found}</aside></div>',
            f"<footer>{_footer(report)}</footer>",
            "</section>",
        )
    )


def _footer(report: Report) -> str:
    return (
        f"Dữ liệu xác minh đến {report.roster_as_of.day}/{report.roster_as_of.month}/{report.roster_as_of.year} · "
        f"leadercheck {text(report.version)} · mã dữ liệu {text(report.roster_sha256[:12])} · "
        "Chức danh không có trong dữ liệu thì không được kết luận: không có phát hiện chưa có nghĩa là bài đúng."
    )


def _silence(report: Report) -> str:
    if report.ok is None:
        return "Chưa kết luận được: không đối chiếu được chức danh nào trong bài."
    return "Không có phát hiện nào."


def _counts(report: Report) -> str:
    groups = (("error", report.errors), ("warning", report.warnings), ("note", report.notes))
    told = [
        f'<span class="count {level}">{len(found)} {LEVELS[level]}</span>' for level, found in groups if found
    ]
    if told:
        return "".join(told)
    kind, words = ("open", "chưa kết luận được") if report.ok is None else ("good", "không có phát hiện")
    return f'<span class="count {kind}">{words}</span>'


def _day(report: Report) -> str:
    return f"{report.on.day}/{report.on.month}/{report.on.year}"
