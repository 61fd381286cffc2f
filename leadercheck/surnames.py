"""The surnames of Việt Nam, as a pattern."""

from __future__ import annotations

from typing import Final

from leadercheck.text import folded_pattern, strip_marks

SURNAMES: Final = (  # noqa: SIM905  # a list of words reads as words
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng "
    "mai tô hà tạ cao lương lưu châu thái tăng quách khổng triệu tống kiều giang bạch doãn từ hứa văn chu đàm la thạch "
    "kim sơn danh cầm lò lường hầu giàng vàng sùng thào cháng bàn triệu quàng tòng nông hoàng ma long vi ung uông "
    "âu bành bồ cấn chử cù diệp điểu đồng đường hàn hạ khuất kha khúc lã lại liêu lục mã mạc mạnh nghiêm ngụy nhâm nhan "
    "ninh phí phó phương quang quản sầm tiêu tôn tôn thân thiều thi trang trưng tưởng viên xa y a h k điêu đèo đậu đới "
    "thẩm thượng siu rơ ksor kpă rah hlong nay ama ka bế chẩu cù dìu hảng lầu lèng lù vừ giàng"
).split()
SURNAME: Final = folded_pattern(rf"(?:{'|'.join(sorted(set(SURNAMES), key=len, reverse=True))})(?= )")
_WORDS: Final = frozenset({"do"})
"""Words that begin a sentence, and surnames without their marks."""
_BARE: Final = frozenset(strip_marks(surname) for surname in SURNAMES) - _WORDS


def may_have_lost_marks(syllable: str) -> bool:
    """Whether a folded syllable is a surname without its marks: "nguyen", "tran"."""
    return syllable in _BARE


def may_be_surname(syllable: str) -> bool:
    """Whether a folded syllable is one of them."""
    return SURNAME.match(f"{syllable} ") is not None
