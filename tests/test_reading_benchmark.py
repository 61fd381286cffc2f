"""The marked texts of `benchmarks/gold` are whole, and the measure counts what it says."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import pytest
from reading import HERE
from reading_marks import MarkingError, read_gold
from reading_scores import measure, overlap
from shares import interval

from leadercheck import Checker, Roster

_ROW = {
    "id": "x", "phenomenon": "p", "manner": "party", "on": "2026-05-12", "text": "Thủ tướng Lê Minh Hưng dự.",
    "mentions": [
        {
            "text": "Thủ tướng Lê Minh Hưng", "name": "Lê Minh Hưng", "kind": "named", "status": "linked",
            "person": "le-minh-hung-1970",
            "titles": [{"text": "Thủ tướng", "frame": None, "modifier": None, "when": "now", "held": "yes"}],
        }
    ],
}  # fmt: skip


def _folder(tmp_path, **changes):
    row = {**_ROW, **changes}
    (tmp_path / "sentences.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "articles.jsonl").write_text("", encoding="utf-8")
    return tmp_path


def test_gold_is_large_and_half_in_each_manner():
    counts = {
        name: Counter(
            json.loads(line)["manner"] for line in (HERE / name).read_text(encoding="utf-8").splitlines()
        )
        for name in ("sentences.jsonl", "articles.jsonl")
    }
    assert sum(counts["sentences.jsonl"].values()) >= 300
    assert sum(counts["articles.jsonl"].values()) >= 20
    for count in counts.values():
        assert abs(count["party"] - count["commercial"]) <= sum(count.values()) * 0.1


def test_gold_marks_only_persons_of_the_register_and_ids_once():
    rows, roster = list(read_gold(HERE)), Roster.load()
    assert [i for i, n in Counter(row.id for row in rows).items() if n > 1] == []
    unknown = [(r.id, p) for r in rows for m in r.references for p in m.persons if p not in roster.persons]
    assert unknown == []
    assert all(bool(m.persons) == (m.status == "linked") for r in rows for m in r.references)


def test_a_string_that_is_not_in_its_text_is_named(tmp_path):
    with pytest.raises(MarkingError, match="x: 'Thủ tướng Lê Minh Hưng'"):
        list(read_gold(_folder(tmp_path, text="Chủ tịch nước dự.")))


def test_a_right_reading_scores_one_and_a_wrong_marking_less(tmp_path):
    checker = Checker()
    right = measure(read_gold(_folder(tmp_path)), checker).scores["all"]
    for key in ("named", "leaders", "titles", "linking", "judged"):
        assert (right[key].right, right[key].wanted) == (1, 1), key
    mentions = [{**_ROW["mentions"][0], "person": "pham-minh-chinh-1958"}]
    wrong = measure(read_gold(_folder(tmp_path, mentions=mentions)), checker)
    assert (wrong.scores["all"]["leaders"].right, wrong.scores["all"]["leaders"].wanted) == (0, 1)
    assert any(miss["measure"] == "linking" for miss in wrong.misses)


def test_what_is_said_of_nobody_costs_precision(tmp_path):
    tally = measure(read_gold(_folder(tmp_path, mentions=[])), Checker())
    assert (tally.scores["all"]["named"].right, tally.scores["all"]["named"].claimed) == (0, 1)


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [((0, 4), (0, 4), 1.0), ((0, 4), (2, 6), 1 / 3), ((0, 4), (4, 8), 0.0), ((0, 2), (0, 4), 0.5)],
)
def test_overlap(a, b, share):
    assert overlap(a, b) == pytest.approx(share)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"), [(0, 0, 0.0, 1.0), (10, 10, 0.722, 1.0), (5, 10, 0.237, 0.763)]
)
def test_interval_is_wilsons(right, of, low, high):
    assert interval(right, of) == pytest.approx((low, high), abs=0.001)


def test_days_are_days():
    assert all(isinstance(row.on, date) for row in read_gold(HERE))
