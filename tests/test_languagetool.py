"""LanguageTool's HTTP API: its real client against a server process, and the places it marks."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from unicodedata import normalize

import httpx
import language_tool_python
import pytest
from serving import Served
from shapes import PLAIN

from leadercheck import Checker, Profile
from leadercheck.server.annotated import Annotated

ON = date(2026, 5, 6)
WRONG = "🎉 Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc 😀.\nNước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam."
ARTICLE = Path(__file__).parent.parent / "examples" / "articles" / "2026-05-06-tiep-dai-su.txt"
STYLE = Path(__file__).parent.parent / "examples" / "profiles" / "quy-che-mau.toml"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = Served(tmp_path_factory.mktemp("server") / "log", "--on", ON.isoformat())
    yield served
    served.stop()


@pytest.fixture
def client(server: Served) -> Iterator[language_tool_python.LanguageTool]:
    with language_tool_python.LanguageTool("vi-VN", remote_server=server.url) as tool:
        yield tool


@pytest.mark.parametrize("text", [WRONG, PLAIN, ARTICLE.read_text(encoding="utf-8"), "", "Không có gì."])
def test_the_client_shows_the_findings_of_the_library(
    client: language_tool_python.LanguageTool, checker: Checker, form: str, text: str
) -> None:
    source = normalize(form, text)
    found = checker.check(source, on=ON).findings
    shown = client.check(source)
    assert [(m.rule_id, m.offset, source[m.offset : m.offset + m.error_length]) for m in shown] == [
        (f.rule, f.start, f.excerpt) for f in found
    ]
    assert [m.message for m in shown] == [normalize("NFKC", f.message) for f in found]


def test_the_client_applies_the_first_fix(client: language_tool_python.LanguageTool) -> None:
    assert client.correct(WRONG) == (
        "🎉 Sáng 6/5, nguyên Chủ tịch nước Lương Cường dự lễ khai mạc 😀.\n"
        "Nước Cộng hòa xã hội chủ nghĩa Việt Nam."
    )


def test_the_client_chooses_rules(client: language_tool_python.LanguageTool) -> None:
    text = WRONG.replace("dự lễ", "và đồng chí Tô Lâm dự lễ")

    def rules() -> list[str]:
        return [match.rule_id for match in client.check(text)]

    assert rules() == ["T002", "C003"]
    client.disabled_rules = {"T002", "WHITESPACE_RULE"}
    assert rules() == ["C003"]
    client.enabled_rules = {"T002"}
    client.enabled_rules_only = True
    assert rules() == ["T002"]
    client.enabled_rules_only = False
    client.enabled_rules = {"T008"}
    client.disabled_rules = set()
    assert sorted(rules()) == ["C003", "T002", "T008"]
    client.enabled_rules = set()
    client.disabled_categories = {"LEADERCHECK_SPELLING"}
    assert rules() == ["T002"]


@pytest.fixture
def matches(server: Served) -> Callable[..., list[dict[str, object]]]:
    def ask(**form: str) -> list[dict[str, object]]:
        answer = httpx.post(f"{server.url}/v2/check", data={"language": "auto", **form})
        assert answer.status_code == 200, answer.text
        return list(answer.json()["matches"])

    return ask


def utf16(text: str, offset: int, length: int) -> str:
    """A stretch of a text as Java and JavaScript count."""
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le")


ANNOTATED = [
    pytest.param([{"text": "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ."}], "Chủ tịch nước", id="no markup"),
    pytest.param(
        [{"markup": "<p>🎉"}, {"text": "Sáng 6/5, "}, {"markup": "<b>"}, {"text": "Chủ tịch nước"}, {"markup": "</b>"},
         {"text": " Lương Cường dự lễ."}],
        "Chủ tịch nước", id="markup around",
    ),
    pytest.param(
        [{"text": "😀 Sáng 6/5, Chủ tịch "}, {"markup": "<i>"}, {"text": "nước"}, {"markup": "</i>"},
         {"text": " Lương Cường dự lễ."}],
        "Chủ tịch <i>nước", id="markup inside",
    ),
    pytest.param(
        [{"text": "Sáng 6/5, Chủ tịch"}, {"markup": "&nbsp;", "interpretAs": " "}, {"text": "nước"},
         {"markup": "<br>", "interpretAs": " "}, {"text": "Lương Cường dự lễ."}],
        "Chủ tịch&nbsp;nước", id="interpreted markup",
    ),
    pytest.param(
        [{"text": "Sáng 6/5, Ch"}, {"markup": "&#7911;", "interpretAs": "ủ"}, {"text": " tịch nướ"},
         {"markup": "&#99;", "interpretAs": "c"}, {"text": " Lương Cường dự lễ."}],
        "Ch&#7911; tịch nướ&#99;", id="letters as markup",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("annotation", "marked"), ANNOTATED)
def test_markup_counts_in_places_and_is_never_read(
    matches: Callable[..., list[dict[str, object]]], annotation: list[dict[str, str]], marked: str
) -> None:
    original = "".join(one.get("text", one.get("markup", "")) for one in annotation)
    (match,) = matches(data=json.dumps({"annotation": annotation}))
    offset, length = match["offset"], match["length"]
    assert isinstance(offset, int)
    assert isinstance(length, int)
    assert utf16(original, offset, length) == marked


def test_an_annotated_text_leads_back_from_every_letter() -> None:
    data = {
        "annotation": [
            {"markup": "<p>"},
            {"text": "a😀b"},
            {"markup": "&amp;", "interpretAs": "&"},
            {"text": "c"},
        ]
    }
    annotated = Annotated.of(json.dumps(data))
    spans = [annotated.span(i, i + 1) for i in range(len(annotated.text))]
    assert [utf16(annotated.original, *span) for span in spans] == ["a", "😀", "b", "&amp;", "c"]
    assert Annotated.of('{"annotation": []}').text == ""


def test_half_an_emoji_is_a_letter_too(matches: Callable[..., list[dict[str, object]]]) -> None:
    data = json.dumps({"annotation": [{"text": "\ud83d" + WRONG}]})
    assert [match["offset"] for match in matches(data=data)] == [14, 64]


def test_a_match_has_what_clients_read(matches: Callable[..., list[dict[str, object]]]) -> None:
    first, second = matches(text=WRONG)
    assert first["context"] == {
        "text": "🎉 Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc 😀. Nước Cộng...", "offset": 13, "length": 13,
    }  # fmt: skip
    assert first["sentence"] == "🎉 Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc 😀."
    assert first["replacements"] == [
        {"value": "nguyên Chủ tịch nước", "shortDescription": "Thêm “nguyên” (cần người duyệt)"}
    ]
    assert first["shortMessage"] == "Chức danh"
    rule = first["rule"]
    assert isinstance(rule, dict)
    assert rule["id"] == "T002"
    assert rule["issueType"] == "terminology"
    assert rule["category"] == {"id": "LEADERCHECK_TITLES", "name": "Chức danh"}
    assert all(one["value"].startswith("https://") for one in rule["urls"])
    assert rule["urls"]
    assert second["offset"] == WRONG.index("Cộng Hòa") + 2


def test_a_query_works_as_a_form_does(server: Served) -> None:
    asked = {"text": WRONG, "language": "vi", "on": "2024-11-01"}
    by_query = httpx.get(f"{server.url}/v2/check", params=asked).json()
    assert by_query == httpx.post(f"{server.url}/v2/check", data=asked).json()
    assert [match["rule"]["id"] for match in by_query["matches"]] == ["C003"]
    unencoded = f"text={WRONG}&language=vi&on=2024-11-01".encode()
    assert by_query == httpx.post(f"{server.url}/v2/check", content=unencoded).json()


def test_the_language_is_vietnamese_whatever_was_asked(server: Served) -> None:
    for asked, told in (("auto", "vi-VN"), ("vi", "vi"), ("en-US", "en-US")):
        answer = httpx.post(f"{server.url}/v2/check", data={"text": "a", "language": asked}).json()
        assert answer["language"]["code"] == told
        assert answer["language"]["detectedLanguage"]["code"] == "vi-VN"
    listed = httpx.get(f"{server.url}/v2/languages").json()
    assert {one["longCode"] for one in listed} == {"vi", "vi-VN"}


def test_a_newsroom_s_own_rules_come_with_its_profile(tmp_path: Path) -> None:
    own = Checker(profile=Profile.load(STYLE))
    text = "Tổng Bí Thư Tô Lâm dự lễ. Bác sĩ bận trăm công nghìn việc."
    expected = [f.rule for f in own.check(text, on=ON).findings]
    assert expected == ["X101", "X103"]
    served = Served(tmp_path / "log", "--on", ON.isoformat(), "--profile", str(STYLE))
    try:
        answer = httpx.post(f"{served.url}/v2/check", data={"text": text, "language": "vi"})
        assert [match["rule"]["id"] for match in answer.json()["matches"]] == expected
        assert "LEADERCHECK_HOUSE" in answer.text
    finally:
        served.stop()
