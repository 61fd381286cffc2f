"""Which syllables Vietnamese can have: "Dũng" is one, "Dũg" and "Ddũng" cannot be anybody's name.

Source: the standard description of the syllable (onset, glide, nucleus, coda, tone); a syllable closed by a stop has
the rising or the heavy tone. Spelling by the next vowel (c/k, g/gh, ng/ngh; i/y) is left open, since names vary in it.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from leadercheck.patterns import pattern
from leadercheck.text import fold

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_FOR_STOPS: Final = "\u0301\u0323"
_ONSET: Final = "(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
_OPEN: Final = (
    "a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êu i ia im in inh iu iêm iên "
    "iêng iêu y ya yêm yên yêng yêu ym yn ynh yu o oi om on ong oong oa oai oam oan oang oanh oao oay oăm oăn oăng oe oen "
    "oeo ô ôi ôm ôn ông ơ ơi ơm ơn u ua ui um un ung uân uâng uây uê uên uênh uôi uôm uôn uông uơ uy uya uyn uynh uyu "
    "uyên ư ưa ưi ưm ưng ưu ươi ươm ươn ương ươu"
)
_STOPPED: Final = (
    "ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt yêt ych yt oc ooc op ot oac oach oap oat oăc oăt oet "
    "ôc ôp ôt ơp ơt uc up ut uât uêch uôc uôt uych uyp uyt uyêt ưc ưt ươc ươp ươt ơc"
)
_RARER: Final = (
    "an ân ao âu bá bạch bàn bàng bành bảo bồ ca cái cam cảnh cấn châu chế chiêm chử chung chúc chương cổ công cung dã danh diệp doãn "
    "đan đàng đạo đăng đầu đèo địch điền đinh đoàn đới đổng đường giản giang giáp hạ hán hạng hàn hình hoa hoàng hoắc hoàn hứa huỳnh "
    "hùng hướng kha khà khang khâu khiếu khoa khổng khuất khúc khương khưu kiều kỷ la lạc lai lam lãnh lạng lăng lầu lều liêu liễu linh "
    "lò lộ lộc lỗ lục luyện lư lường lý mã mạc mạch mạnh mao mẫn mầu miêu mộc mông nghị nghiêm ngân ngụy ngọc nhâm nhan nhữ "
    "ninh nhan ngạc ngũ ông ổn ôn phí phó phú phùng quan quảng quàng quân quế quyền sa sái sầm sĩ sử tề thai thang thành thẩm thập "
    "thi thích thiều thiệu thịnh thôi thời thủy tiên tiền tiết tiêu tiếu tín tinh tòng toán trà trang trác trầm trì triệu trình trưng tuấn tưởng ty vạn vàng "
    "văn vân vi viêm viên việt vòng vừ vưu xa xà xa yên"
)
"""Surnames beside those of the register: rarer ones of the Kinh, and those of Tày, Thái, Mường, Hmông, Hoa, Khmer."""
_SURNAMES: Final = frozenset(map(fold, _RARER.split()))
_NOT_STOPPED_RE: Final = pattern(_ONSET + "(?:" + "|".join(_OPEN.split()) + ")")
_STOPPED_RE: Final = pattern(_ONSET + "(?:" + "|".join(_STOPPED.split()) + ")")


def is_surname(syllable: str) -> bool:
    """Whether a folded syllable is one of the rarer surnames, which the register may not have."""
    return syllable in _SURNAMES


def is_possible(syllable: str) -> bool:
    """Whether a syllable, in any case and any placement of its tone, can be Vietnamese."""
    letters = unicodedata.normalize("NFD", syllable.lower())
    tones = [letter for letter in letters if letter in _TONES]
    bare = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    if len(tones) > 1:
        return False
    if _NOT_STOPPED_RE.fullmatch(bare):
        return True
    return bool(tones) and tones[0] in _FOR_STOPS and _STOPPED_RE.fullmatch(bare) is not None
