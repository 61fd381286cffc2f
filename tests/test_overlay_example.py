"""The overlay of a local newsroom: Phú Thọ in full, over the facts of the package."""

from datetime import date
from pathlib import Path

from leadercheck import Checker, Roster
from leadercheck.invariants import broken
from leadercheck.register import Overlay
from leadercheck.register_file import dump, parse

OVERLAY = Path(__file__).parent.parent / "examples" / "overlays" / "phu-tho.json"


def test_the_overlay_is_in_order() -> None:
    content = OVERLAY.read_bytes()
    assert dump(parse(Overlay, content, str(OVERLAY))).encode() == content
    assert broken(Roster.load(overlays=[OVERLAY])) == []


def test_local_leaders_are_judged_with_it_only() -> None:
    text = "Sáng 14/8, Phó Chủ tịch Thường trực UBND tỉnh Phú Thọ Phan Trọng Tấn kiểm tra tiến độ."
    on = date(2025, 8, 14)
    without, with_it = Checker(), Checker(roster=Roster.load(overlays=[OVERLAY]))
    assert without.check(text, on=on).coverage.judged_yes == 0
    assert with_it.check(text, on=on).coverage.judged_yes == 1
