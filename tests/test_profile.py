"""House style: what a profile file may say, what it changes, and the newsroom's own rules."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import leadercheck
from leadercheck import Checker, Document, LeadercheckError, Part, Profile
from leadercheck.errors import DataError, DataNotFoundError
from leadercheck.forms import MOST_ALL, Forms, places
from leadercheck.profile import OwnRule
from leadercheck.text import fold

DAY = date(2026, 5, 6)
EXAMPLES = Path(__file__).parent.parent / "examples" / "profiles"
WRONG = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc."
OWN = '[[own]]\nid = "X001"\nmessage = "Viết theo quy chế."\ncitation = "Quy chế (mẫu), Điều 1"\n'
FULL = (
    """
name = "Nhà"
address = "đồng_chí"
pho_second_capital = "yes"
thuong_truc_capital = "no"
trung_uong = "T.Ư"
ministry_short = "short"
nguyen_or_cuu = "cựu"
tone = "new"
first_mention = ["tong-bi-thu"]
local_province = "phu-tho"
order_templates = ["bo-chinh-tri-368-2025"]
[rules]
T002 = "note"
[zones.headline]
T002 = "off"
"""
    + OWN
    + 'severity = "note"\nzones = ["body", "quote"]\nvalid_from = 2026-01-01\nvalid_until = 2027-01-01\nforbid = ["sai"]\n'
)


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Profile]:
    """A profile of this content."""

    def make(content: str | bytes, name: str = "house.toml") -> Profile:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Profile.load(path)

    return make


@pytest.fixture
def found(load: Callable[..., Profile], form: str) -> Callable[..., str]:
    """Findings of the newsroom's own rules, as "X001 warning: sai → đúng; …"; every place is verified."""

    def find(content: str, text: str | Document, on: date = DAY) -> str:
        profile = load(normalize(form, content))
        source = normalize(form, text) if isinstance(text, str) else text
        report = Checker(profile=profile, rules=[own.id for own in profile.own]).check(source, on=on)
        if isinstance(source, str):
            assert all(source[f.start : f.end] == f.excerpt for f in report.findings)
        return "; ".join(
            normalize(
                "NFC",
                f"{f.rule} {f.severity}: {f.excerpt}" + (f" → {f.replacement}" if f.replacement else ""),
            )
            for f in report.findings
        )

    return find


def test_every_key_is_read(load: Callable[..., Profile]) -> None:
    assert replace(load(FULL), path="") == Profile(
        name="Nhà",
        rules={"T002": "note"},
        zones={"headline": {"T002": "off"}},
        address="đồng_chí",
        pho_second_capital="yes",
        thuong_truc_capital="no",
        trung_uong="T.Ư",
        ministry_short="short",
        nguyen_or_cuu="cựu",
        tone="new",
        first_mention=("tong-bi-thu",),
        local_province="phu-tho",
        order_templates=("bo-chinh-tri-368-2025",),
        own=(
            OwnRule(
                "X001",
                "forbid",
                "Viết theo quy chế.",
                "Quy chế (mẫu), Điều 1",
                "note",
                ("body", "quote"),
                forbid=("sai",),
                valid_from=date(2026, 1, 1),
                valid_until=date(2027, 1, 1),
            ),
        ),
    )


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(normalize("NFD", FULL).encode(), id="decomposed"),
        pytest.param(b"\xef\xbb\xbf" + FULL.encode(), id="byte order mark"),
        pytest.param(FULL.replace("\n", "\r\n").encode(), id="Windows lines"),
    ],
)
def test_a_file_may_be_written_by_any_editor(load: Callable[..., Profile], written: bytes) -> None:
    assert replace(load(written), path="") == replace(load(FULL), path="")


def test_pyproject_holds_the_same_keys(load: Callable[..., Profile]) -> None:
    table = FULL.replace("[[own]]", "[[tool.leadercheck.own]]").replace("[rules]", "[tool.leadercheck.rules]")
    table = table.replace("[zones", "[tool.leadercheck.zones")
    project = f'[project]\nname = "x"\n[tool.ruff]\nselect = []\n[tool.leadercheck]\n{table}'
    assert replace(load(project, "pyproject.toml"), path="") == replace(load(FULL), path="")
    with pytest.raises(DataError, match=r"pyproject\.toml: tool\.leadercheck: there is no such table; add"):
        load("[project]\n", "pyproject.toml")
    with pytest.raises(
        DataError, match=r"pyproject\.toml: tool\.leadercheck\.adress: unknown key; did you mean 'address'"
    ):
        load('[tool.leadercheck]\nadress = "any"\n', "pyproject.toml")


def test_the_neutral_profile_reports_no_taste(checker: Checker) -> None:
    neutral = Profile()
    assert {r.id for r in checker.rules} == {r.id for r in leadercheck.RULES if r.default}
    assert all(getattr(neutral, key) == "any" for key in ("address", "trung_uong", "nguyen_or_cuu", "tone"))
    assert not neutral.own
    assert not neutral.first_mention


BROKEN = [
    # what is written, the key named, what is wrong and the remedy
    ("name = 3", "name", "valid string; correct or remove that key"),
    ("rules = 3", "rules", "valid dict.*; correct or remove that key"),
    ('rules.T002 = "loud"', "rules.T002", "'loud' is not one of off, note, warning, error"),
    ("rules.T002 = true", "rules.T002", "is not one of off, note"),
    ('rules.T092 = "off"', "rules", "no rule has the id 'T092'; did you mean .*'T002'"),
    ('rules.X001 = "off"', "rules", "no rule has the id 'X001'"),
    ("zones = []", "zones", "valid dict.*; correct or remove that key"),
    (
        'zones.heading.T002 = "off"',
        "zones.heading",
        "'heading' is not one of headline.*did you mean 'headline'",
    ),
    ("zones.body = 1", "zones.body", "valid dict"),
    ('zones.body.T002 = "quiet"', "zones.body.T002", "'quiet' is not one of"),
    ('zones.body.T2 = "off"', "zones.body", "no rule has the id 'T2'"),
    ('address = "ông bà"', "address", "'ông bà' is not one of ông_bà, đồng_chí, any; did you mean 'ông_bà'"),
    ("pho_second_capital = true", "pho_second_capital", "True' is not one of yes, no, any"),
    ('thuong_truc_capital = "ja"', "thuong_truc_capital", "is not one of yes, no, any"),
    ('trung_uong = "TU"', "trung_uong", "'TU' is not one of Trung ương, T.Ư, TW, TƯ, any; did you mean"),
    ('ministry_short = "shrt"', "ministry_short", "did you mean 'short'"),
    ('nguyen_or_cuu = "cố"', "nguyen_or_cuu", "is not one of nguyên, cựu, any"),
    ('tone = "modern"', "tone", "'modern' is not one of old, new, any"),
    ('first_mention = "tong-bi-thu"', "first_mention", "valid list; correct or remove that key"),
    (
        'first_mention = ["tong-bi-thư"]',
        "first_mention",
        "no position has the id 'tong-bi-thư'; did you mean 'tong-bi-thu'",
    ),
    ("local_province = 5", "local_province", "valid string"),
    (
        'local_province = "phutho"',
        "local_province",
        "no province has the id 'phutho'; did you mean 'phu-tho'",
    ),
    (
        'order_templates = ["368"]',
        "order_templates",
        "no precedence has the id '368'; known: bo-chinh-tri-368-2025",
    ),
    ('colour = "red"', "colour", "unknown key; known: name, rules"),
    ('adress = "any"', "adress", "unknown key; did you mean 'address'"),
    ("own = 1", "own", "valid list"),
    (OWN.replace('id = "X001"\n', "") + 'forbid = ["a"]', "own.1.id", 'is missing; add id = "…"'),
    (
        OWN.replace("X001", "T001") + 'forbid = ["a"]',
        "own.1.id",
        "'T001' is no id for an own rule; write a capital other than",
    ),
    (OWN.replace("X001", "X1") + 'forbid = ["a"]', "own.1.id", "'X1' is no id"),
    (OWN.replace("X001", "X00１") + 'forbid = ["a"]', "own.1.id", "is no id"),
    (OWN.replace("Viết theo quy chế.", " ") + 'forbid = ["a"]', "own.1.message", "is empty; write what"),
    (
        OWN.replace("Viết theo quy chế.", "a\\u001b[31m") + 'forbid = ["a"]',
        "own.1.message",
        "control character; write one plain line",
    ),
    (
        OWN.replace("Viết theo quy chế.", "a" * 501) + 'forbid = ["a"]',
        "own.1.message",
        "501 code points; at most 500",
    ),
    (
        OWN.replace('citation = "Quy chế (mẫu), Điều 1"\n', "") + 'forbid = ["a"]',
        "own.1.citation",
        "is missing; add citation",
    ),
    (OWN.replace("Quy chế (mẫu), Điều 1", "") + 'forbid = ["a"]', "own.1.citation", "is empty; write what"),
    (OWN + 'severity = "off"\nforbid = ["a"]', "own.1.severity", "'off' is not one of note, warning, error"),
    (
        OWN + 'severity = "error"\norder = ["tong-bi-thu", "chu-tich-nuoc"]',
        "own.1",
        'an order is at most a warning; write severity = "warning"',
    ),
    (OWN + 'zones = []\nforbid = ["a"]', "own.1", "zones is empty; name a zone or remove the key"),
    (OWN + 'zones = ["title"]\nforbid = ["a"]', "own.1.zones.1", "'title' is not one of headline"),
    (
        OWN + 'valid_from = "soon"\nforbid = ["a"]',
        "own.1.valid_from",
        "valid date.*; correct or remove that key",
    ),
    (
        OWN + 'valid_from = 2026-02-02\nvalid_until = 2026-02-02\nforbid = ["a"]',
        "own.1",
        "valid_from is not before valid_until; correct",
    ),
    (OWN, "own.1", "says nothing to check; give exactly one of prefer, forbid, require, order"),
    (OWN + 'forbid = ["a"]\norder = ["a", "b"]', "own.1", "has forbid and order; give exactly one"),
    (OWN + "forbid = []", "own.1.forbid", "names too little to check; add an entry or remove the key"),
    (OWN + 'forbid = "a"', "own.1.forbid", "valid list"),
    (OWN + 'forbid = ["…"]', "own.1.forbid", "holds no letter or digit; write a word"),
    (OWN + 'forbid = ["* ông"]', "own.1.forbid", r"needs a word before and after every \*"),
    (OWN + 'forbid = ["a*b*c*d"]', "own.1.forbid", "more than 2 wildcards; split it"),
    (OWN + f'forbid = ["{"a" * 201}"]', "own.1.forbid", "has 201 code points; at most 200"),
    (OWN + 'forbid = ["a\\u0007b"]', "own.1.forbid", "control character; remove it"),
    (OWN + "prefer = { sai = 1 }", "own.1.prefer.sai", "valid string"),
    (OWN + 'prefer = { "…" = "đúng" }', "own.1.prefer", "holds no letter"),
    (OWN + 'prefer = { sai = "" }', "own.1.prefer", "the right form '' holds no letter or digit"),
    (OWN + 'prefer = { sai = "đú*ng" }', "own.1.prefer", "has a wildcard; write the form out"),
    (
        OWN + 'prefer = { sai = "sai" }',
        "own.1.prefer",
        "is both wrong and right; remove it or correct one side",
    ),
    (
        OWN + 'prefer = { a = "b", b = "c" }',
        "own.1.prefer",
        "the right form 'b' is wrong by X001; make the two agree",
    ),
    (
        OWN + 'prefer = { a = "b x" }\n' + OWN.replace("X001", "X002") + 'forbid = ["b * x", "b x"]',
        "own.1.prefer",
        "'b x' is wrong by X002",
    ),
    (
        OWN + 'require = { "to-lam" = "Tổng Bí thư" }',
        "own.1.require",
        "no person or position has the id 'to-lam'; did you mean 'to-lam-1957'",
    ),
    (OWN + 'require = { "to-lam-1957" = "" }', "own.1.require", "'to-lam-1957': '' holds no letter"),
    (OWN + 'order = ["tong-bi-thu"]', "own.1.order", "names too little to check"),
    (OWN + 'order = ["tong-bi-thu", "tong-bi-thu"]', "own.1.order", "names an id twice; keep one"),
    (
        OWN + 'order = ["tong-bi-thu", "chu-tich"]',
        "own.1.order",
        "no person or position has the id 'chu-tich'; did you mean",
    ),
    (OWN + 'order = ["tong-bi-thu", 3]', "own.1.order.2", "valid string"),
    (OWN + 'forbit = ["a"]', "own.1.forbit", "unknown key; did you mean 'forbid'"),
    (
        OWN + 'forbid = ["a"]\n' + OWN + 'forbid = ["b"]',
        "own",
        "two rules have the id 'X001'; give one of them another",
    ),
    ("[rules", "is not TOML", "at end of document.*; correct that line"),
    ('[rules]\nT002 = "off', "is not TOML", "Unterminated string.*; correct that line"),
    ("a = " + "9" * 5000, "is not TOML", "correct that line"),
    ("a = " + "[" * 100_000, "is not TOML", "nested too deep; correct that line"),
]


@pytest.mark.parametrize(
    ("content", "key", "said"), BROKEN, ids=[f"{n}-{k}" for n, (_, k, _) in enumerate(BROKEN)]
)
def test_a_broken_key_is_one_clear_error(
    load: Callable[..., Profile], content: str, key: str, said: str
) -> None:
    with pytest.raises(
        LeadercheckError, match=rf"house\.toml: {key.replace('.', '[.]')}: .*{said}"
    ) as caught:
        Checker(profile=load(content))
    assert isinstance(caught.value, DataError)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 1200


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name = '\xff'", "is not UTF-8 .*at byte 8.; save it as UTF-8"),
        (FULL.encode("utf-16"), "is not UTF-8"),
        (b"#" * 1_000_001, "has more than 1000000 bytes; a profile is a small TOML file"),
        ("".join(OWN.replace("X001", f"{c}{n:03}") + 'forbid = ["a"]\n' for c in "XY" for n in range(101)).encode(), "own: has 202 rules; at most 200"),
        ((OWN + f"forbid = {[f'a{n}' for n in range(2001)]}").encode(), "own: has 2001 forms; at most 2000"),
    ],
    ids=["not utf-8", "utf-16", "too large", "too many rules", "too many forms"],
)  # fmt: skip
def test_a_broken_file_is_one_clear_error(load: Callable[..., Profile], content: bytes, said: str) -> None:
    with pytest.raises(DataError, match=rf"house\.toml: {said}"):
        load(content)


@pytest.mark.parametrize("name", ["none.toml", ".", "a\0b"])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataNotFoundError, match=r"cannot be read .*; check the path"):
        Profile.load(tmp_path / name)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "error lead"),
        ('[rules]\nT002 = "warning"', "warning lead"),
        ('[rules]\nT002 = "off"', ""),
        ('[zones.lead]\nT002 = "note"', "note lead"),
        ('[zones.lead]\nT002 = "off"', ""),
        ('[zones.headline]\nT002 = "off"', "error lead"),
        ('[rules]\nT002 = "off"\n[zones.lead]\nT002 = "error"', "error lead"),
        ('[rules]\nT002 = "note"\n[zones.lead]\nT002 = "warning"', "warning lead"),
    ],
)
def test_levels_by_rule_and_zone(load: Callable[..., Profile], content: str, expected: str) -> None:
    report = Checker(profile=load(content), rules=["T002"]).check(WRONG, on=DAY)
    assert "; ".join(f"{f.severity} {f.zone}" for f in report.findings) == expected


@pytest.mark.parametrize(
    ("rule", "default", "rules", "zones", "wanted", "headline", "body"),
    [
        ("T001", True, {}, {}, True, None, None),
        ("T001", True, {"T001": "off"}, {}, False, "off", "off"),
        ("T001", True, {"T001": "off"}, {"headline": {"T001": "note"}}, True, "note", "off"),
        ("T001", True, {}, {"headline": {"T001": "off"}}, True, "off", None),
        ("C001", False, {}, {}, False, "warning", "warning"),
        ("C001", False, {"C001": "note"}, {}, True, "note", "note"),
        ("C001", False, {"C001": "error"}, {}, True, "warning", "warning"),
        ("C001", False, {}, {"headline": {"C001": "error"}}, True, "warning", "off"),
        ("C001", False, {}, {"headline": {"C001": "off"}}, False, "off", "off"),
    ],
)
def test_rules_off_by_default_are_turned_on_at_most_as_warnings(
    rule: str, default: bool, rules: dict[str, str], zones: dict[str, dict[str, str]], wanted: bool,
    headline: str | None, body: str | None,
) -> None:  # fmt: skip
    profile = Profile(rules=rules, zones=zones)  # type: ignore[arg-type]
    assert profile.wants(rule, default=default) is wanted
    assert profile.level(rule, "headline", default=default) == headline
    assert profile.level(rule, "body", default=default) == body


def test_a_rule_off_by_default_runs_where_the_profile_says(load: Callable[..., Profile]) -> None:
    optional = next(rule for rule in leadercheck.RULES if not rule.default)
    assert optional.id not in [r.id for r in Checker().rules]
    assert optional.id in [r.id for r in Checker(profile=load(f'[rules]\n{optional.id} = "error"')).rules]
    assert optional.id in [r.id for r in Checker(profile=load(f'[zones.body]\n{optional.id} = "note"')).rules]


PREFER = (
    OWN
    + 'prefer = { "Tổng Bí Thư" = "Tổng Bí thư", "TƯ" = "Trung ương", "TP HCM" = "TP.HCM", "Bộ GD" = "Bộ GD&ĐT" }'
)
FORBID = (
    OWN + 'forbid = ["trăm công nghìn việc", "dành * quý báu", "chủ toạ", "Thủ tướng", "Thủ tướng Chính phủ"]'
)
PERSON = OWN + 'require = { "luong-cuong-1957" = "Đại tướng" }'
OFFICE = OWN + 'require = { "thu-tuong-chinh-phu" = "Ủy viên Bộ Chính trị" }'
ORDER = OWN + 'order = ["bo-truong-bo-quoc-phong", "luong-tam-quang-1965", "bo-truong-bo-ngoai-giao"]'
ATTENDED = "Cùng dự có các đồng chí: Lê Hoài Trung, Bộ trưởng Bộ Ngoại giao; {}Phan Văn Giang, Bộ trưởng Bộ Quốc phòng."
FOUND = [
    (PREFER, "Ông gặp Tổng Bí Thư.", "X001 warning: Tổng Bí Thư → Tổng Bí thư"),
    (PREFER, "Ông gặp tổng bí thư.", "X001 warning: tổng bí thư → Tổng Bí thư"),
    (PREFER, "Ông gặp Tổng Bí thư.", ""),
    (PREFER, "ÔNG GẶP TỔNG BÍ THƯ HÔM NAY.", ""),
    (PREFER, "Ban Chấp hành TƯ họp.", "X001 warning: TƯ → Trung ương"),
    (PREFER, "Ông đầu tư vào nhà máy thứ tư.", ""),
    (PREFER, "ĐẦU TƯ CÔNG TĂNG MẠNH Ở MIỀN TRUNG", ""),
    (PREFER, "Người dân TP HCM và TP.HCM.", "X001 warning: TP HCM → TP.HCM"),
    (PREFER, "Bộ GD họp, Bộ GD&ĐT trả lời.", "X001 warning: Bộ GD → Bộ GD&ĐT"),
    (OWN + 'prefer = { "GD" = "Bộ GD&ĐT" }', "Bộ GD&ĐT họp, GD trả lời.", "X001 warning: GD → Bộ GD&ĐT"),
    (PREFER, "Ông nói: “Tôi đã gặp Tổng Bí Thư hôm qua rồi”.", ""),
    (PREFER.replace("[[own]]", '[[own]]\nzones = ["quote"]'), "Ông nói: “Tôi đã gặp Tổng Bí Thư hôm qua rồi”.", "X001 warning: Tổng Bí Thư → Tổng Bí thư"),
    (PREFER.replace("[[own]]", "[[own]]\nvalid_from = 2026-05-07"), "Ông gặp Tổng Bí Thư.", ""),
    (PREFER.replace("[[own]]", "[[own]]\nvalid_until = 2026-05-06"), "Ông gặp Tổng Bí Thư.", ""),
    (PREFER.replace("[[own]]", "[[own]]\nvalid_from = 2026-05-06\nvalid_until = 2026-05-07"), "Ông gặp Tổng Bí Thư.", "X001 warning: Tổng Bí Thư → Tổng Bí thư"),
    (OWN + 'prefer = { "nguyên chủ tịch" = "nguyên Chủ tịch" }', "Nguyên Chủ tịch đến. Các nguyên Chủ tịch về.", ""),
    (OWN + 'prefer = { "nguyên chủ tịch" = "nguyên Chủ tịch" }', "Nguyên chủ tịch đến.", "X001 warning: Nguyên chủ tịch → Nguyên Chủ tịch"),
    (OWN + 'prefer = { "hoà nhập" = "Hòa nhập" }', "Việc hoà nhập, Việc Hoà nhập, Việc Hòa nhập.", "X001 warning: hoà nhập → Hòa nhập"),
    (OWN + 'prefer = { "ngài * đại sứ" = "Đại sứ" }', "Gặp ngài tân đại sứ.", "X001 warning: ngài tân đại sứ → Đại sứ"),
    (FORBID, "Dù trăm  công nghìn\u200b việc, ông vẫn đến.", "X001 warning: trăm  công nghìn\u200b việc"),
    (FORBID, "Ông dành thời gian quý báu. Bà dành quý báu.", "X001 warning: dành thời gian quý báu; X001 warning: dành quý báu"),
    (FORBID, "Ông dành thật nhiều thời gian quý báu.", ""),
    (FORBID, "Ông đã để dành. Thời gian quý báu.", ""),
    (FORBID, "Ông để dành. Bà dành giờ quý báu.", "X001 warning: dành giờ quý báu"),
    (FORBID, "Ông là chủ tọa phiên họp.", "X001 warning: chủ tọa"),
    (FORBID, "Ông gặp Thủ tướng Chính phủ.", "X001 warning: Thủ tướng Chính phủ"),
    (FORBID, "Ông gặp Thủ tướng.\nChính phủ họp.", "X001 warning: Thủ tướng"),
    (FORBID, "Không có Phó Thủ tướngx nào.", ""),
    (PERSON, "Nguyên Chủ tịch nước Lương Cường dự lễ. Ông Lương Cường phát biểu.", "X001 warning: Nguyên Chủ tịch nước Lương Cường"),
    (PERSON, "Đại tướng Lương Cường, nguyên Chủ tịch nước, dự lễ.", ""),
    (PERSON, "Nguyên Chủ tịch nước, Đại tướng Lương Cường dự lễ. Ông Lương Cường phát biểu.", ""),
    (OFFICE, "Thủ tướng Chính phủ Lê Minh Hưng dự lễ sáng 6/5. Thủ tướng Lê Minh Hưng phát biểu.", "X001 warning: Thủ tướng Chính phủ Lê Minh Hưng"),
    (OFFICE, "Đồng chí Lê Minh Hưng, Ủy viên Bộ Chính trị, Thủ tướng Chính phủ, dự lễ.", ""),
    (OFFICE, "Phó Thủ tướng Phạm Gia Túc dự lễ.", ""),
    (OFFICE, "Ngày 6/5/2022, Thủ tướng Chính phủ Phạm Minh Chính thăm Nhật Bản.", ""),
    (ORDER, ATTENDED.format("Nguyễn Văn An; "), "X001 warning: Lê Hoài Trung, Bộ trưởng Bộ Ngoại giao; Nguyễn Văn An; Phan Văn Giang, Bộ trưởng Bộ Quốc phòng"),
    (ORDER, "Cùng dự có các đồng chí: Phan Văn Giang, Bộ trưởng Bộ Quốc phòng; Lương Tam Quang, Bộ trưởng Bộ Công an; Lê Hoài Trung, Bộ trưởng Bộ Ngoại giao.", ""),
    (ORDER, "Bộ trưởng Bộ Ngoại giao Lê Hoài Trung phát biểu, sau đó là Bộ trưởng Bộ Quốc phòng Phan Văn Giang.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("content", "text", "expected"), FOUND, ids=[f"{n}" for n in range(len(FOUND))])
def test_own_rules(found: Callable[..., str], content: str, text: str, expected: str) -> None:
    assert found(content, text) == normalize("NFC", expected)


def test_own_rules_look_at_zones(found: Callable[..., str]) -> None:
    parts = [
        Part(zone, "sai", zone) for zone in ("headline", "lead", "body", "caption", "list", "credit", "aside")
    ]
    default = found(OWN + 'forbid = ["sai"]', Document(parts))
    assert default.count("X001") == 5
    assert found(OWN + 'zones = ["credit"]\nforbid = ["sai"]', Document(parts)).count("X001") == 1


def test_messages_name_the_right_form(load: Callable[..., Profile]) -> None:
    checker = Checker(
        profile=load(PREFER + "\n" + OFFICE.replace("X001", "X002").replace("Viết theo quy chế.", "Nêu đủ"))
    )
    text = "Tổng Bí Thư đến. Thủ tướng Chính phủ Lê Minh Hưng dự lễ sáng 6/5."
    one, two = (f for f in checker.check(text, on=DAY).findings if f.rule[0] == "X")
    assert (one.message, one.citation) == ("Viết theo quy chế; viết “Tổng Bí thư”.", "Quy chế (mẫu), Điều 1")
    assert (two.message, two.name) == ("Nêu đủ; cần có “Ủy viên Bộ Chính trị”.", "title-required")
    assert two.person == "le-minh-hung-1970"


def test_a_newsroom_turns_its_own_rules_down(load: Callable[..., Profile]) -> None:
    loud = PREFER.replace("[[own]]", '[[own]]\nseverity = "error"')
    text = "Ông gặp Tổng Bí Thư."
    assert Checker(profile=load(loud)).check(text, on=DAY).ok is False
    assert Checker(profile=load('[rules]\nX001 = "off"\n' + loud)).check(text, on=DAY).findings == ()
    softer = Checker(profile=load('[zones.lead]\nX001 = "note"\n' + loud)).check(text, on=DAY)
    assert [f.severity for f in softer.findings] == ["note"]


def test_own_rules_do_not_change_the_reading(load: Callable[..., Profile], checker: Checker) -> None:
    greedy = OWN + 'forbid = ["Chủ tịch nước Lương Cường dự lễ", "nước Lương", "Cường", "Chủ tịch"]'
    with_own, without = Checker(profile=load(greedy)).check(WRONG, on=DAY), checker.check(WRONG, on=DAY)
    assert with_own.mentions == without.mentions
    assert [f for f in with_own.findings if f.rule != "X001"] == list(without.findings)


def test_own_rules_speak_of_texts_without_leaders(load: Callable[..., Profile]) -> None:
    report = Checker(profile=load(FORBID)).check("Trời đẹp.\n\nBận trăm công nghìn việc.", on=DAY)
    assert [(f.excerpt, f.line, f.zone) for f in report.findings] == [("trăm công nghìn việc", 3, "body")]
    assert report.ok is True


def test_a_checker_with_own_rules_survives_a_pickle(load: Callable[..., Profile]) -> None:
    checker = Checker(profile=load(PREFER))
    text = "Ông gặp Tổng Bí Thư. " + WRONG
    again: Checker = pickle.loads(pickle.dumps(checker))  # noqa: S301  # our own bytes
    assert again.check(text, on=DAY) == checker.check(text, on=DAY)
    assert [r.id for r in Checker(profile=load(PREFER), rules=["X001"]).rules] == ["X001"]


def test_capitals_and_letters_follow_the_surroundings(load: Callable[..., Profile], form: str) -> None:
    checker = Checker(
        profile=load(OWN + 'prefer = { "uỷ ban hành chính" = "Ủy ban nhân dân", "TW" = "Trung ương" }')
    )
    rows = {
        "ỦY BAN HÀNH CHÍNH HỌP": "ỦY BAN NHÂN DÂN HỌP",
        "Uỷ ban hành chính và cơ quan TW họp, tôi hoà nhập.": "Uỷ ban nhân dân và cơ quan Trung ương họp, tôi hoà nhập.",
        "Cơ quan TW, tôi hòa nhập.": "Cơ quan Trung ương, tôi hòa nhập.",
    }
    for text, expected in rows.items():
        source = normalize(form, text)
        fixed = leadercheck.fix(source, checker.check(source, on=DAY))
        assert fixed == normalize(form, expected)
        assert checker.check(fixed, on=DAY).findings == ()


def test_a_form_with_a_wildcard_is_replaced_on_request_only(load: Callable[..., Profile]) -> None:
    text = "Gặp ngài tân đại sứ."
    report = Checker(profile=load(OWN + 'prefer = { "ngài * đại sứ" = "Đại sứ" }')).check(text, on=DAY)
    assert leadercheck.fix(text, report) == text
    assert leadercheck.fix(text, report, unsafe=True) == "Gặp Đại sứ."


def test_an_added_title_and_an_order_are_fixed_on_request(load: Callable[..., Profile]) -> None:
    for content, text, expected in (
        (OFFICE, "Thủ tướng Chính phủ Lê Minh Hưng dự lễ sáng 6/5.", "Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Lê Minh Hưng dự lễ sáng 6/5."),
        (ORDER, ATTENDED.format("Nguyễn Văn An; "), "Cùng dự có các đồng chí: Phan Văn Giang, Bộ trưởng Bộ Quốc phòng; Nguyễn Văn An; Lê Hoài Trung, Bộ trưởng Bộ Ngoại giao."),
    ):  # fmt: skip
        checker = Checker(profile=load(content), rules=["X001"])
        report = checker.check(text, on=DAY)
        assert leadercheck.fix(text, report) == text
        fixed = leadercheck.fix(text, report, unsafe=True)
        assert fixed == expected
        assert checker.check(fixed, on=DAY).findings == ()


def test_the_sample_house_rules_find_five_things() -> None:
    profile = Profile.load(EXAMPLES / "quy-che-mau.toml")
    text = (EXAMPLES / "quy-che-mau.txt").read_text(encoding="utf-8")
    report = Checker(profile=profile).check(text, on=DAY)
    assert [(f.rule, f.severity, f.line, f.excerpt[:40]) for f in report.findings] == [
        ("X104", "warning", 3, "Thủ tướng Chính phủ Lê Minh Hưng"),
        ("X103", "warning", 5, "dành chút ít thời gian quý báu"),
        ("X105", "note", 7, "Phan Văn Giang, Bộ trưởng Bộ Quốc phòng;"),
        ("X102", "warning", 7, "TW"),
        ("X101", "error", 9, "Bộ Trưởng"),
    ]
    assert {f.citation for f in report.findings} == {own.citation for own in profile.own}
    assert all("tưởng tượng" in f.citation for f in report.findings)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda p: p.stem)
def test_a_sample_profile_is_sound(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    checker = Checker(profile=Profile.load(path))
    assert checker.check(WRONG, on=DAY).findings
    assert "234-QĐ" not in text


def test_hostile_forms_are_bounded_by_counts() -> None:
    nested = ["a " * n + "a" for n in range(100)]
    wild = ["*".join(("a" + " a" * i, "a" + " a" * j, "a")) for i in range(40) for j in range(40)]
    spans = places(Forms.of([*nested, *wild]), fold("a " * 20_000))
    assert sum(map(len, spans.values())) == MOST_ALL
    assert places(Forms.of([]), "a") == {}


HOSTILE = Forms.of(["a", "a b", "b * a", "a*b*a", "b a b", "a * a"])


@given(st.lists(st.sampled_from(["a", "b", "c", ",", "\n", ". "]), max_size=14))
@settings(max_examples=300, deadline=None)
def test_places_are_those_of_a_slow_search(words: list[str]) -> None:
    """Wildcards against the plain meaning: every end with its nearest start, at most three syllables between."""
    text = " ".join(words)
    syllables = [w for w in words if w in ("a", "b", "c")]
    ends = {
        (index, last)
        for index, pieces in ((2, ["b", "a"]), (3, ["a", "b", "a"]), (5, ["a", "a"]))
        for last in range(len(syllables))
        if _ends(syllables, pieces, last)
    }
    starts = [i for i, c in enumerate(text) if c in "abc"]
    found = places(HOSTILE, text)
    assert {(i, starts.index(end - 1)) for i in (2, 3, 5) for _, end in found.get(i, ())} == ends


def _ends(syllables: list[str], pieces: list[str], last: int) -> bool:
    if syllables[last] != pieces[-1]:
        return False
    if len(pieces) == 1:
        return True
    return any(_ends(syllables, pieces[:-1], p) for p in range(max(0, last - 4), last))
