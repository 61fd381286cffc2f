"""Foreign holders taken for Vietnamese ones, counted on raw news.

    python benchmarks/foreign.py CORPUS [--files news_2025_2026 news_2017 news_2026_full] [--samples 20]

What is foreign is found by plain search, without the engine: an office with a country of the country list behind it
("Bộ trưởng Quốc phòng Mỹ", "Thủ tướng nước Cộng hòa Pháp") or before it ("phía Lào có Thủ tướng"), a full name of the list of
foreign leaders, and, of the engine's own references, a name that is not of Vietnamese syllables, an office alone when the
last holder of it in the text was foreign, and an office alone in an article without a word of Việt Nam. A mistake is a reference there that is linked to a Vietnamese, or
whose title is called right or wrong. Read the samples: plain search errs too ("Phó Thủ tướng Nga" may be Bộ trưởng Nga).
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Final

import regex
from corpus import Item, items
from shares import interval

from leadercheck import Checker, Mention, Roster
from leadercheck.text import fold

HEADS: Final = (
    "Tổng Bí thư", "Chủ tịch nước", "Phó Chủ tịch nước", "Thủ tướng", "Phó Thủ tướng", "Chủ tịch Quốc hội",
    "Phó Chủ tịch Quốc hội", "Chủ tịch", "Phó Chủ tịch", "Bộ trưởng", "Thứ trưởng", "Ngoại trưởng", "Tổng thống", "Phó Tổng thống",
    "Thống đốc", "Tổng Tham mưu trưởng", "Tư lệnh", "Viện trưởng", "Chánh án", "Bí thư", "Tổng Thư ký", "Quốc vương", "Thị trưởng",
)  # fmt: skip
KINDS: Final = (
    "country behind",
    "country before",
    "name of the list",
    "name not Vietnamese",
    "office alone",
    "foreign news",
)
_STATE: Final = (
    r"(?:của |nước |phía |Vương quốc |Cộng hòa |CHDCND |Liên bang |Hoàng gia |Đảng Cộng sản |Nhà nước ){0,3}"
)
_BODY: Final = r"(?: (?=\p{Lu}|quốc hội|chính phủ)[\w&]+(?:,? [\w&]+){0,8}?)?"
_NO_BODY: Final = regex.compile(
    r"(?<!\w)(?:thăm|đến|tới|dự|tiếp|hội (?:đàm|kiến|nghị)|gặp|đề nghị|làm|mong|hy vọng|sẽ|đã|đang|vừa|sắp|cùng|với|về|tại|ở|ký|trao|có|là|cho|từ|"
    r"bị|được|lên|nói|nêu|khẳng định|nhấn mạnh|trả lời|phát biểu|điện|gửi|mời|chúc|cảm ơn|yêu cầu|muốn|viếng|kêu gọi|Việt Nam|đường|tuyên bố|chủ trì|ông|bà)(?!\w)"
)
"""Words that part an office from a country behind it."""
HOME: Final = (
    "Việt Nam", "VN", "Hà Nội", "TP.HCM", "TPHCM", "Sài Gòn", "Việt", "nước ta", "cả nước", "người dân", "UBND", "HĐND", "Bộ Chính trị",
    "Trung ương", "tỉ đồng", "tỷ đồng", "Chính phủ",
)  # fmt: skip
"""Words of an article that is not all about other countries."""
_ALIEN: Final = re.compile(r"[fjwzFJWZ]|(?:[bdklrsx]|[^nN]g|[^tcnkgpNTCKGP]h)(?= |-|$)")
"""Letters and ends that no Vietnamese syllable has."""


@dataclass(frozen=True, slots=True)
class Place:
    """A foreign reference found without the engine."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Search:
    """The patterns of the plain search."""

    behind: regex.Pattern[str]
    before: regex.Pattern[str]
    names: regex.Pattern[str]
    home: regex.Pattern[str]
    surnames: frozenset[str]


def search(roster: Roster) -> Search:
    """What to look for: the offices above, the countries and the foreign names of the register."""
    countries = [f for o in roster.register.organisations if o.kind == "country" for f in (o.name, *o.forms)]
    persons = [p for p in roster.persons.values() if p.replaced_by is None]
    ours = {fold(n) for p in persons if p.country is None for n in (p.name, *(a.name for a in p.aliases))}
    abroad = {n for p in persons if p.country for n in (p.name, *(a.name for a in p.aliases)) if " " in n}
    longer = [f for o in roster.register.organisations if o.kind == "province" for f in (o.name, *o.forms)]
    heads, lands = _any(HEADS), rf"(?!(?:{_any(longer)})(?!\w))(?:{_any(countries)})"
    return Search(
        regex.compile(rf"(?<![\w-])(?i:{heads})(?P<body>{_BODY}) {_STATE}(?P<country>{lands})(?![\w-])"),
        regex.compile(rf"(?<!\w)[Pp]hía (?P<country>{lands})(?::| có| gồm)(?: ông| bà)? (?i:{heads})(?!\w)"),
        regex.compile(rf"(?<!\w)(?:{_any(n for n in abroad if fold(n) not in ours)})(?!\w)"),
        regex.compile(
            rf"(?<!\w)(?:{_any((*HOME, *longer, *(p.name for p in persons if p.country is None)))})(?!\w)"
        ),
        roster.surnames,
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def places(text: str, found: Search) -> list[Place]:
    """The foreign references that plain search finds."""
    kinds = (
        ("country behind", found.behind),
        ("country before", found.before),
        ("name of the list", found.names),
    )
    return [
        Place(kind, *m.span())
        for kind, pattern in kinds
        for m in pattern.finditer(text)
        if kind != "country behind"
        or _is_body(f"{m['body']} {m['country']}", text[m.end() :][:12], found.surnames)
    ]


def _is_body(words: str, after: str, surnames: frozenset[str]) -> bool:
    """Whether the words before a country can belong to an office: no verb and no name of a Vietnamese among them."""
    name = re.match(r" [^\W\d_]+", after)
    syllables = [*words.split(), *(name[0].split() if name and not is_alien(name[0]) else ())]
    named = any(
        fold(first) in surnames and first[0].isupper() and second[0].isupper()
        for first, second in pairwise(syllables)
    )
    return not named and _NO_BODY.search(words) is None


def is_alien(name: str) -> bool:
    """Whether a name has letters or ends that no Vietnamese syllable has."""
    return _ALIEN.search(name) is not None


def read(item: Item, checker: Checker, found: Search) -> Iterator[tuple[str, Mention | None, int]]:
    """Each foreign reference of an item: its kind, what the engine read there, and its place."""
    mentions = checker.check(item.text, on=item.on).mentions
    abroad = places(item.text, found)
    seen: set[int] = set()
    for place in abroad:
        at = next((m for m in mentions if m.start < place.end and place.start < m.end), None)
        if at is not None and id(at) in seen:
            continue
        seen.add(id(at) if at is not None else -place.start - 1)
        yield place.kind, at, place.start
    only_abroad = bool(abroad) and found.home.search(item.text) is None
    last: dict[str, bool] = {}
    for mention in mentions:
        heads = [fold(item.text[t.start : t.end]) for t in mention.titles]
        if id(mention) not in seen and mention.name and heads and is_alien(mention.name):
            seen.add(id(mention))
            yield "name not Vietnamese", mention, mention.start
        elif id(mention) not in seen and not mention.name and any(last.get(h) for h in heads):
            yield "office alone", mention, mention.start
            continue
        elif id(mention) not in seen and not mention.name and heads and only_abroad:
            seen.add(id(mention))
            yield "foreign news", mention, mention.start
        for head in heads:
            for known in HEADS:
                if head.startswith(fold(known)):
                    last[fold(known)] = id(mention) in seen


def is_mistaken(mention: Mention | None, roster: Roster) -> bool:
    """Whether the engine took the reference for a Vietnamese leader's, or judged its title."""
    if mention is None:
        return False
    person = roster.persons.get(mention.person or "")
    ours = mention.status == "linked" and person is not None and person.country is None
    return ours or any(title.verdict in ("yes", "no") for title in mention.titles)


def main() -> None:
    """Read the arguments, count, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", nargs="+", default=["news_2025_2026", "news_2017", "news_2026_full"])
    parser.add_argument("--samples", type=int, default=0, help="mistakes printed of each kind")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    checker = Checker()
    found = search(checker.roster)
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    mistakes: dict[str, list[str]] = defaultdict(list)
    for item in items(arguments.corpus, tuple(arguments.files)):
        for kind, mention, start in read(item, checker, found):
            counts[kind] += 1
            missed[kind] += mention is None
            if mention is not None and is_mistaken(mention, checker.roster):
                around = item.text[max(0, start - 90) : mention.end + 90].replace("\n", " / ")
                printed = item.text[mention.start : mention.end]
                mistakes[kind].append(f"{item.on} «{printed}» as {mention.person}: … {around} …")
    print(f"{'':22}{'n':>7}{'taken for Vietnamese':>22}{'95 %':>20}{'not read':>10}")
    for kind in (*KINDS, "all"):
        n = counts[kind] if kind != "all" else counts.total()
        wrong = len(mistakes[kind]) if kind != "all" else sum(map(len, mistakes.values()))
        low, high = interval(wrong, n)
        unread = missed[kind] if kind != "all" else missed.total()
        print(f"{kind:22}{n:>7}{wrong:>22}{f'[{low:.4f}–{high:.4f}]':>20}{unread:>10}")
    for kind in KINDS:
        some = mistakes[kind]
        for line in Random(arguments.seed).sample(some, min(arguments.samples, len(some))):
            print(f"[{kind}] {line}")


if __name__ == "__main__":
    main()
