"""The HTTP server as its own clients meet it: a process, a port, and what must never get through."""

import json
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest
from serving import Served

from leadercheck import Checker, Document, Part, Report

ON = date(2026, 5, 6)
WRONG = "🎉 Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc 😀. Nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam."
RIGHT = "Sáng 6/5, Tổng Bí thư, Chủ tịch nước Tô Lâm dự lễ khai mạc."
JSON = {"Content-Type": "application/json"}
MARK = "KHONG-GHI-LAI"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = Served(tmp_path_factory.mktemp("server") / "log", "--on", ON.isoformat())
    yield served
    served.stop()


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One request at a time, two seconds, a key, and one page that may call."""
    served = Served(
        tmp_path_factory.mktemp("strict") / "log",
        "--max-waiting", "1", "--timeout", "2", "--allow-origin", "https://cms.example",
        LEADERCHECK_API_KEY="chìa khóa",
    )  # fmt: skip
    yield served
    served.stop()


KEY = {"X-API-Key": "chìa khóa".encode()}


@pytest.mark.parametrize(
    ("body", "article"),
    [
        pytest.param({"text": WRONG}, WRONG, id="text"),
        pytest.param({"text": RIGHT}, RIGHT, id="nothing wrong"),
        pytest.param({"text": ""}, "", id="empty"),
        pytest.param({"text": "\ud83d" + WRONG}, "\ud83d" + WRONG, id="half an emoji"),
        pytest.param(
            {"parts": [{"zone": "headline", "text": RIGHT, "id": "t"}, {"text": WRONG, "id": "b"}]},
            Document([Part("headline", RIGHT, "t"), Part("", WRONG, "b")]),
            id="parts",
        ),
    ],
)
def test_check_gives_the_report_of_the_library(
    server: Served, checker: Checker, body: dict[str, object], article: str | Document
) -> None:
    answer = httpx.post(
        f"{server.url}/check",
        content=json.dumps(body | {"on": ON.isoformat(), "ignore": ["C003"]}),
        headers=JSON,
    )
    expected = checker.check(article, on=ON, ignore=["C003"])
    assert answer.json() == json.loads(expected.model_dump_json())
    assert answer.headers["content-type"] == "application/json"


def test_without_a_day_the_server_s_day_counts(server: Served, checker: Checker) -> None:
    answer = httpx.post(f"{server.url}/check", json={"text": WRONG})
    assert answer.json()["on"] == ON.isoformat()
    assert [f["rule"] for f in answer.json()["findings"]] == ["T002", "C003"]


def test_a_page_comes_back_with_ranges(server: Served) -> None:
    page = "<h1>Tin</h1>\n<p>😀 Sáng 6/5, Chủ <b>tịch n&#432;ớc</b> Lương Cường dự lễ.</p>"
    answer = httpx.post(f"{server.url}/check/html", json={"html": page}).json()
    (finding,) = answer["report"]["findings"]
    assert page[finding["start"] : finding["end"]] == "Chủ <b>tịch n&#432;ớc"
    start, end = answer["ranges"][0]
    before = "😀 Sáng 6/5, ".encode("utf-16-le")
    assert start == [[2, 0], len(before) // 2]
    assert end == [[2, 1, 0], len("tịch nước")]
    assert (
        httpx.post(f"{server.url}/check/html", json={"html": page, "ignore": ["T002"]}).json()["ranges"] == []
    )


def test_fix_mends_texts_and_parts(server: Served) -> None:
    text = "Nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam."
    fixed = httpx.post(f"{server.url}/fix", json={"text": text}).json()
    assert fixed["text"] == "Nước Cộng hòa xã hội chủ nghĩa Việt Nam."
    assert fixed["report"]["findings"] == []
    parts = httpx.post(
        f"{server.url}/fix", json={"parts": [{"text": RIGHT, "id": "a"}, {"text": text, "id": "b"}]}
    )
    assert parts.json()["parts"] == [RIGHT, fixed["text"]]
    half = httpx.post(f"{server.url}/fix", content=json.dumps({"text": "\ud83d"}), headers=JSON)
    assert half.json()["text"] == "\ud83d"
    kept = httpx.post(f"{server.url}/fix", json={"text": WRONG}).json()["text"]
    assert "Chủ tịch nước Lương Cường" in kept
    mended = httpx.post(f"{server.url}/fix", json={"text": WRONG, "unsafe": True}).json()["text"]
    assert "nguyên Chủ tịch nước Lương Cường" in mended


def test_people_are_introduced_and_found(server: Served) -> None:
    told = httpx.post(f"{server.url}/introduce", json={"person": "Tô Lâm"}).json()
    assert (told["person"], told["text"]) == ("to-lam-1957", "Tổng Bí thư, Chủ tịch nước Tô Lâm")
    earlier = httpx.post(f"{server.url}/introduce", json={"person": "to-lam-1957", "on": "2024-06-01"}).json()
    assert earlier["text"] == "Ủy viên Bộ Chính trị, Chủ tịch nước Tô Lâm"
    assert httpx.get(f"{server.url}/persons", params={"q": "to la"}).json()[0]["person"] == "to-lam-1957"
    assert httpx.get(f"{server.url}/persons", params={"q": "Phạm Minh Chínhh"}).json()[0]["name"] == (
        "Phạm Minh Chính"
    )
    assert httpx.get(f"{server.url}/persons", params={"q": " "}).json() == []
    nobody = httpx.post(f"{server.url}/introduce", json={"person": "Tô Lầm"})
    assert nobody.status_code == 404
    assert "'Tô Lâm'" in nobody.json()["detail"]
    several = httpx.post(f"{server.url}/introduce", json={"person": "Nguyễn Văn Hùng"})
    assert several.status_code == 404
    assert "nguyen-van-hung-19" in several.json()["detail"]


MALFORMED = [
    pytest.param("/check", b"{", 400, "send an object", id="no json"),
    pytest.param("/check", b"\xff", 400, "send JSON in UTF-8", id="no utf-8"),
    pytest.param("/check", b"[]", 422, "openapi.json", id="no object"),
    pytest.param("/check", b"{}", 422, "either `text` or `parts`", id="no text"),
    pytest.param("/check", b'{"text": "a", "parts": []}', 422, "either `text` or `parts`", id="two texts"),
    pytest.param("/check", b'{"text": 1}', 422, "body.text: Input should be a valid string", id="no string"),
    pytest.param("/check", b'{"text": "a", "on": "soon"}', 422, "body.on", id="no day"),
    pytest.param("/check", b'{"text": "a", "lang": "vi"}', 422, "body.lang", id="unknown field"),
    pytest.param("/check", b'{"parts": [{"text": "a", "zone": "x"}]}', 422, "'headline'", id="unknown zone"),
    pytest.param("/check", b'{"text": "' + b"a" * 100_001 + b'"}', 413, "100000", id="long text"),
    pytest.param("/check", b" " * 2_000_000, 413, "in pieces", id="large body"),
    pytest.param("/check", b"[" * 200_000, 400, "send JSON", id="deep json"),
    pytest.param("/check/html", b'{"text": "a"}', 422, "body.html", id="no html"),
    pytest.param("/check/html", b'{"html": "' + b"a" * 100_001 + b'"}', 413, "100000", id="long html"),
    pytest.param("/nowhere", b"{}", 404, "openapi.json", id="no such path"),
    pytest.param("/health", b"{}", 405, "openapi.json", id="no such method"),
    pytest.param("/v2/check", b"language=vi", 400, "Error: send the text", id="lt: no text"),
    pytest.param("/v2/check", b"text=a&data=b&language=vi", 400, "Error: send the text", id="lt: two texts"),
    pytest.param("/v2/check", b"text=a", 400, "'language'", id="lt: no language"),
    pytest.param("/v2/check", b"text=a&language=!", 400, "'language'", id="lt: no language code"),
    pytest.param("/v2/check", b"text=%FF&language=vi", 400, "UTF-8", id="lt: no utf-8"),
    pytest.param("/v2/check", b"text=\xff&language=vi", 400, "UTF-8", id="lt: no utf-8 at all"),
    pytest.param("/v2/check", b"a=1&" * 200, 400, "form", id="lt: too many fields"),
    pytest.param("/v2/check", b"text=a&language=vi&on=soon", 400, "2026-05-06", id="lt: no day"),
    pytest.param("/v2/check", b"text=a&language=vi&enabledOnly=true", 400, "enabledRules", id="lt: no rules"),
    pytest.param("/v2/check", b"data=[&language=vi", 400, "annotation", id="lt: no json"),
    pytest.param("/v2/check", b"data=[1]&language=vi", 400, "annotation", id="lt: no object"),
    pytest.param("/v2/check", b'data={"annotation":1}&language=vi', 400, "a list", id="lt: no list"),
    pytest.param("/v2/check", b'data={"annotation":[{"text":1}]}&language=vi', 400, "annotation[0]", id="lt: no text"),
    pytest.param("/v2/check", b"language=vi&text=" + b"a" * 100_001, 413, "Error: ", id="lt: long text"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "body", "status", "said"), MALFORMED)
def test_a_wrong_request_is_told_what_to_do(
    server: Served, path: str, body: bytes, status: int, said: str
) -> None:
    kind = "application/x-www-form-urlencoded" if path.startswith("/v2") else "application/json"
    answer = httpx.post(server.url + path, content=body, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert said in (answer.text if path.startswith("/v2") else answer.json()["detail"])


def test_a_body_that_is_not_said_to_be_json_is_told_so(server: Served) -> None:
    answer = httpx.post(f"{server.url}/check", content=b'{"text": "a"}')
    assert answer.status_code == 415
    assert "Content-Type: application/json" in answer.json()["detail"]


def raw(server: Served, head: str, chunks: Iterable[bytes] = ()) -> bytes:
    """What is answered to a request that is never sent to its end."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        line.sendall(head.replace("\n", "\r\n").encode())
        try:
            for chunk in chunks:
                line.sendall(chunk)
        except (BrokenPipeError, ConnectionResetError):
            pass
        return line.recv(65_536)


HEAD = "POST /check HTTP/1.1\nHost: localhost\nContent-Type: application/json\nX-API-Key: chìa khóa\n"


def test_a_body_said_to_be_large_is_refused_unread(server: Served) -> None:
    assert raw(server, f"{HEAD}Content-Length: 1000000000\n\n").startswith(b"HTTP/1.1 413 ")


def test_an_endless_body_is_refused_on_the_way(server: Served) -> None:
    sent = []

    def endless() -> Iterator[bytes]:
        for _ in range(10_000):
            sent.append(0)
            yield b"10000\r\n" + b" " * 65_536 + b"\r\n"

    assert raw(server, f"{HEAD}Transfer-Encoding: chunked\n\n", endless()).startswith(b"HTTP/1.1 413 ")
    assert len(sent) < 1000


def test_a_slow_body_is_given_up_and_meanwhile_others_are_told_to_wait(strict: Served) -> None:
    answers = []
    slow = threading.Thread(
        target=lambda: answers.append(raw(strict, f"{HEAD}Content-Length: 20\n\n", iter([b"{"])))
    )
    slow.start()
    for _ in range(50):  # until the slow one is inside
        busy = httpx.post(f"{strict.url}/check", json={"text": "a"}, headers=KEY)
        if busy.status_code != 200:
            break
        time.sleep(0.02)
    assert (busy.status_code, busy.headers["retry-after"]) == (503, "1")
    assert httpx.get(f"{strict.url}/health").status_code == 200
    slow.join()
    assert answers[0].startswith(b"HTTP/1.1 408 ")
    assert httpx.post(f"{strict.url}/check", json={"text": "a"}, headers=KEY).status_code == 200


def test_a_check_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    served = Served(tmp_path / "log", "--timeout", "0.1", "--max-characters", "2000000")
    try:
        answer = httpx.post(f"{served.url}/check", json={"text": f"{WRONG}\n" * 10_000}, timeout=60)
        assert answer.status_code == 503
        assert "send a shorter text" in answer.json()["detail"]
    finally:
        served.stop()


def test_a_key_is_asked_for(strict: Served) -> None:
    def status(**how: object) -> int:
        return httpx.post(f"{strict.url}/check", json={"text": "a"}, **how).status_code  # type: ignore[arg-type]

    assert status() == 401
    assert status(headers={"X-API-Key": "chia khoa"}) == 401
    assert status(headers=KEY) == 200
    assert status(headers={"Authorization": "Bearer chìa khóa".encode()}) == 200
    assert httpx.get(f"{strict.url}/persons?q=to").status_code == 401
    form = {"text": "a", "language": "vi"}
    assert httpx.post(f"{strict.url}/v2/check", data=form).status_code == 401
    assert httpx.post(f"{strict.url}/v2/check", data=form | {"apiKey": "chìa khóa"}).status_code == 200
    assert httpx.get(f"{strict.url}/health").status_code == 200


def test_only_pages_that_may_call_are_let_in(server: Served, strict: Served) -> None:
    def allowed(served: Served, origin: str, **how: str) -> str | None:
        asked = {"Origin": origin, "Access-Control-Request-Method": "POST", **how}
        return httpx.options(f"{served.url}/check", headers=asked).headers.get("access-control-allow-origin")

    assert allowed(strict, "https://cms.example") == "https://cms.example"
    assert allowed(
        strict, "https://cms.example", **{"Access-Control-Request-Headers": "x-api-key, content-type"}
    )
    assert allowed(strict, "https://elsewhere.example") is None
    assert allowed(server, "https://cms.example") is None
    refused = httpx.post(
        f"{strict.url}/check", content=b" " * 2_000_000, headers={"Origin": "https://cms.example"}
    )
    assert refused.status_code == 413
    assert refused.headers["access-control-allow-origin"] == "https://cms.example"


@pytest.mark.parametrize(("host", "status"), [("evil.example", 400), ("localhost:1", 200), ("[::1]:1", 200)])
def test_another_name_for_this_machine_is_refused(server: Served, host: str, status: int) -> None:
    assert httpx.get(f"{server.url}/health", headers={"Host": host}).status_code == status


def test_the_log_never_has_a_word_of_a_text(server: Served) -> None:
    text = f"{MARK} {WRONG}"
    httpx.post(f"{server.url}/check", json={"text": text}, headers={"X-Request-Id": "bài-1".encode()})
    httpx.post(f"{server.url}/check", json={"text": text}, headers={"X-Request-Id": "bai-1"})
    httpx.post(f"{server.url}/check", json={"text": text, MARK: 1, "on": MARK})
    httpx.post(f"{server.url}/fix", json={"text": text})
    httpx.get(f"{server.url}/v2/check", params={"text": text, "language": MARK})
    httpx.get(f"{server.url}/v2/check", params={"text": text, "language": "vi", MARK: MARK})
    httpx.get(f"{server.url}/persons", params={"q": MARK})
    httpx.post(f"{server.url}/introduce", json={"person": MARK})
    httpx.get(f"{server.url}/{MARK}", headers={"X-Request-Id": "last"})
    for _ in range(100):  # a line is written after its answer
        if any(line.get("id") == "last" for line in server.logged()):
            break
        time.sleep(0.05)
    assert server.logged()[-1]["status"] == 404
    log = server.log.read_text(encoding="utf-8")
    assert MARK not in log
    assert "Lương Cường" not in log
    line = next(line for line in server.logged() if line.get("id") == "bai-1")
    assert (line["route"], line["status"], line["characters"], line["errors"]) == (
        "/check",
        200,
        len(text),
        1,
    )
    assert line["rules"] == ["C003", "T002"]


def test_two_workers_count_as_one_and_stop_when_their_work_is_done(tmp_path: Path) -> None:
    served = Served(
        tmp_path / "log",
        "--workers", "2", "--on", ON.isoformat(), "--max-characters", "2000000", "--timeout", "100",
    )  # fmt: skip
    try:
        sent, asked = 0, set()
        while len(asked) < 2 and sent < 400:
            httpx.post(f"{served.url}/check", json={"text": WRONG})
            sent += 1
            asked = {line["process"] for line in served.logged() if line.get("route") == "/check"}
        numbers = httpx.get(f"{served.url}/metrics").text
        long = httpx.Client(timeout=120)
        answers: list[httpx.Response] = []
        under_way = threading.Thread(
            target=lambda: answers.append(
                long.post(f"{served.url}/check", json={"text": f"{WRONG}\n" * 3000})
            )
        )
        under_way.start()
        for _ in range(200):
            if "leadercheck_requests_in_progress 2.0" in httpx.get(f"{served.url}/metrics", timeout=30).text:
                break
            time.sleep(0.02)
        assert not answers
    finally:
        code = served.stop()
    under_way.join()
    long.close()
    assert len(asked) == 2
    assert f'leadercheck_requests_total{{route="/check",status="200"}} {sent}.0' in numbers
    assert f'leadercheck_findings_total{{rule="T002",severity="error"}} {sent}.0' in numbers
    assert f"leadercheck_characters_total {sent * len(WRONG)}.0" in numbers
    assert "leadercheck_roster_as_of_seconds 1.79" in numbers
    assert answers[0].status_code == 200
    assert code == 0


def test_the_description_has_the_report_and_every_path(server: Served) -> None:
    described = httpx.get(f"{server.url}/openapi.json").json()
    assert set(described["paths"]) == {
        "/health", "/metrics", "/check", "/check/html", "/fix", "/introduce", "/persons", "/v2/languages", "/v2/check"
    }  # fmt: skip
    shown = described["components"]["schemas"]["Report"]["properties"]
    assert set(shown) == {field.serialization_alias or name for name, field in Report.model_fields.items()}
