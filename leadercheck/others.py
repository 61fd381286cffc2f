"""What tells that somebody else with a leader's name is meant: an age, an address, another calling, a firm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from leadercheck.register import Person
from leadercheck.spotting import Draft
from leadercheck.text import folded_pattern

_CALLING: Final = folded_pattern(
    r"(?:ceo|tổng giám đốc|chủ tịch hđqt|chủ tịch hội đồng quản trị|chủ tịch tập đoàn|doanh nhân|ca sĩ|nghệ sĩ|nsnd|"
    r"nsưt|cầu thủ|hlv|huấn luyện viên|tiền vệ|tiền đạo|thủ môn|hậu vệ|trung vệ|diễn viên|đạo diễn|nhà văn|nhạc sĩ|"
    r"bác sĩ|bs|nông dân|học sinh|sinh viên|luật sư|tài xế|thầy giáo|cô giáo|nhà thơ|họa sĩ|võ sĩ|kỳ thủ|hoa hậu)"
    r"[\w ]{0,24}$"
)
_ANOTHER_BEFORE: Final = folded_pattern(
    r"(?<!\w)(?:nhà báo|em|cháu|bé|anh|chị|chú|cô|dì|liệt sĩ|nạn nhân|phụ huynh|trọng tài|nhà thiết kế|giám khảo|linh mục|mục sư|hòa thượng|thượng tọa|đại đức|nhà giáo(?: ưu tú| nhân dân)?|"
    r"cựu chiến binh|kỳ thủ|vận động viên|hiệu trưởng|giáo viên|giảng viên|chủ quán|chủ shop|ngư dân|công nhân|tiểu thương|"
    r"(?:đại|thượng|trung|thiếu) úy|binh nhất|binh nhì|chiến sĩ|hộ ông|hộ bà|hlv [\w ]{1,20} và trợ lý|mc|người mẫu) $"
)
_ANOTHER_AFTER: Final = folded_pattern(
    r"(?:,| \(|\(|, là| -| –) ?(?:học sinh|sinh viên|giáo viên|chủ quán|nông dân|tài xế|công nhân|bác sĩ|chi hội trưởng|"
    r"tổ trưởng|trạm |lớp |thôn |ấp |xóm |khóm |tổ |\d{1,2} tuổi|sn ?\d|ngụ |trú |quê |người dân|chủ tiệm|chủ cơ sở|huấn luyện viên)"
)
"""What tells that somebody with a leader's name is meant: an age, an address, another calling."""
_BORN: Final = folded_pattern(
    r"(?:,| \(|\() ?(?:(?:sn|sinh năm) ?(?P<year>\d{4})|(?P<age>\d{2}) tuổi(?!, ?(?:nông dân|công nhân|tài xế|bác sĩ|giáo viên|ngụ|trú|ở|chủ)))"
)
_BUSINESS: Final = folded_pattern(
    r"(?<!\w)(?:cổ đông|cổ phiếu|cổ phần|hđqt|hội đồng quản trị|hđtv|clb|câu lạc bộ|đội bóng|đội nhà|tập đoàn|công ty|doanh nhân)(?!\w)"
)


class Around(NamedTuple):
    """The folded words before and behind a reference, its whole name as printed, and the folded words from there on.

    `places`: the provinces of the sentence, or the only one of the text.
    """

    before: str
    after: str
    printed: str
    name: str
    places: frozenset[str] = frozenset()


def is_business(around: Around) -> bool:
    """Whether the words beside a bare "Chủ tịch X" are of a company or a club."""
    return bool(_BUSINESS.search(around.before) or _BUSINESS.search(around.after))


def is_another(draft: Draft, around: Around, people: Sequence[Person], on: date) -> bool:
    """Whether the words beside a bare name tell of somebody else who bears it."""
    if any(not r.elsewhere for r in draft.readings):
        return False
    behind = around.name[(draft.name_end or 0) - (draft.name_start or 0) :]
    born = _BORN.match(behind)
    if born and any(_is_born(person, born["year"], born["age"], on) for person in people):
        return False
    called = f"{around.before}{draft.honorific or ''} "
    return bool(
        _ANOTHER_BEFORE.search(called if draft.honorific else around.before) or _ANOTHER_AFTER.match(behind)
    )


def _is_born(person: Person, year: str | None, age: str | None, on: date) -> bool:
    """Whether a printed year of birth or an age is the person's; the press counts from year to year, or from the birthday."""
    if person.born is None:
        return False
    born = int(person.born[:4])
    return born == int(year) if year else on.year - born - int(age or 0) in (0, 1)


def has_calling(around: Around) -> bool:
    """Whether a calling that is no leader's stands before a name."""
    return bool(_CALLING.search(around.before))
