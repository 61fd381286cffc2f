"""The baseline: accepted findings without places, added, dropped and handed on as rows of a test table."""

from __future__ import annotations

import ast
import errno
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leadercheck import Checker, Document, Part
from leadercheck.__main__ import main
from leadercheck.baseline import Accepted, Baseline, accept, read, row, write
from leadercheck.document import Source
from leadercheck.errors import DataError, DataNotFoundError

ON = ("--on", "2026-05-06")
DAY = date(2026, 5, 6)
T002 = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ."
C003 = "Nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam."
PRINT = "0123456789abcdef"


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command line in a folder with `one.txt` (T002, C003) and `two.txt` (C003)."""
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(f"{T002}\n\n{C003}\n", encoding="utf-8")
    Path("two.txt").write_text(f"Trời đẹp.\n\n{C003}\n", encoding="utf-8")

    def run(*arguments: str, code: int = 0) -> Result:
        done = CliRunner().invoke(main, arguments)
        assert done.exit_code == code, done.output
        assert done.exception is None or isinstance(done.exception, SystemExit)
        return done

    return run


def rules(done: Result) -> list[str]:
    return [f["rule"] for file in json.loads(done.stdout) for f in file["findings"]]


def lines(name: str) -> list[str]:
    return Path(name).read_text(encoding="utf-8").splitlines()


def test_accepted_findings_stay_quiet_and_new_ones_speak(call: Callable[..., Result]) -> None:
    done = call("check", "one.txt", *ON, "--write-baseline", "accepted")
    assert "accepted: đã ghi thêm 2 phát hiện, tổng cộng 2." in done.stderr
    call("check", "one.txt", *ON, "--baseline", "accepted")
    Path("one.txt").write_text(
        f"Một câu mới, dài hơn.\n\n{T002}\n\n{C003}\n\nThủ tướng Phạm Minh Chính dự lễ sáng 6/5.\n",
        encoding="utf-8",
    )
    again = call(
        "check", "one.txt", *ON, "--baseline", "accepted", "--format", "json", "--fail-on", "note", code=1
    )
    assert rules(again) == ["T002"]


def test_a_line_holds_no_place(call: Callable[..., Result]) -> None:
    call("check", "one.txt", *ON, "--write-baseline", "accepted")
    head, *held = lines("accepted")
    assert head.startswith("# ")
    assert [list(json.loads(line)) for line in held] == [
        ["fingerprint", "rule", "excerpt", "sentence", "on"]
    ] * 2
    assert [json.loads(line)["rule"] for line in held] == ["C003", "T002"]
    assert json.loads(held[1])["sentence"] == T002
    assert "one.txt" not in "".join(held)


def test_writing_adds_and_keeps_what_stands_there(call: Callable[..., Result]) -> None:
    call("check", "two.txt", *ON, "--write-baseline", "accepted")
    before = lines("accepted")
    before[1] = before[1].replace("}", ', "reason": "tên cũ"}')
    Path("accepted").write_text(
        "\n".join([*before, "# của tôi", f"{PRINT} T001 # bản cũ"]) + "\n", encoding="utf-8"
    )
    call("check", "one.txt", *ON, "--write-baseline", "accepted")
    after = lines("accepted")
    assert after[:4] == [*before, "# của tôi", f"{PRINT} T001 # bản cũ"]
    assert [json.loads(line)["rule"] for line in after[4:]] == ["T002"]
    assert call("check", "one.txt", *ON, "--write-baseline", "accepted").stderr.endswith(
        "thêm 0 phát hiện, tổng cộng 3.\n"
    )
    assert lines("accepted") == after


def test_pruning_drops_what_is_gone(call: Callable[..., Result]) -> None:
    call("check", "one.txt", "two.txt", *ON, "--write-baseline", "accepted")
    Path("accepted").write_text(Path("accepted").read_text("utf-8") + f"{PRINT}\n# của tôi\n", "utf-8")
    assert [entry.rule for entry in read("accepted").accepted] == ["C003", "T002", ""]
    done = call("check", "two.txt", *ON, "--baseline", "accepted", "--prune-baseline")
    assert "đã bỏ 2 phát hiện không còn thấy, giữ 1" in done.stderr
    assert [entry.rule for entry in read("accepted").accepted] == ["C003"]
    assert lines("accepted")[-1] == "# của tôi"
    call("check", "one.txt", *ON, "--baseline", "accepted", code=1)


def test_pruning_and_writing_together_renew_a_baseline(call: Callable[..., Result]) -> None:
    Path("accepted").write_text(f"{PRINT}\n", "utf-8")
    call(
        "check", "one.txt", *ON, "--baseline", "accepted", "--prune-baseline", "--write-baseline", "accepted"
    )
    assert [entry.rule for entry in read("accepted").accepted] == ["C003", "T002"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--prune-baseline"], "--prune-baseline needs --baseline FILE"),
        (["--write-baseline", "a", "--fix"], "leave out --fix and --diff"),
        (["--write-baseline", "a", "--diff"], "leave out --fix and --diff"),
        (["--write-baseline", "-"], "needs a file"),
        (["--write-baseline", "no/such/folder"], "cannot be written"),
        (["--baseline", "none"], "none: cannot be read"),
    ],
)
def test_a_wrong_call_writes_nothing(call: Callable[..., Result], arguments: list[str], said: str) -> None:
    before = sorted(Path().iterdir())
    assert said in call("check", "one.txt", *ON, *arguments, code=2).stderr
    assert sorted(Path().iterdir()) == before


def test_a_full_disk_leaves_the_old_baseline_whole(
    call: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    call("check", "two.txt", *ON, "--write-baseline", "accepted")
    before = Path("accepted").read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert (
        "nothing was changed" in call("check", "one.txt", *ON, "--write-baseline", "accepted", code=2).stderr
    )
    assert Path("accepted").read_bytes() == before
    assert sorted(p.name for p in Path().iterdir()) == ["accepted", "one.txt", "two.txt"]


BROKEN = [
    ("soon T002", "line 1: 'soon' is no fingerprint; it has 16 digits"),
    (f"# ok\n{PRINT}\n{PRINT}0", "line 3: '0123456789abcdef0' is no fingerprint"),
    (PRINT.upper(), "line 1: '0123456789ABCDEF' is no fingerprint"),
    ('{"fingerprint": "' + PRINT, "line 1: is no whole JSON object; correct or remove the line"),
    ('{"rule": "T002"}', "line 1: fingerprint: is missing; add the fingerprint"),
    ('{"fingerprint": 3}', "line 1: fingerprint: .*valid string; correct or remove that key"),
    ('{"fingerprint": "x"}', "line 1: fingerprint: 'x' is no fingerprint"),
    (f'{{"fingerprint": "{PRINT}", "rule": []}}', "line 1: rule: .*valid string; correct or remove"),
    (f'{{"fingerprint": "{PRINT}", "excerpt": 1}}', "line 1: excerpt: .*valid string"),
    (f'{{"fingerprint": "{PRINT}", "sentence": null}}', "line 1: sentence: .*valid string"),
    (f'{{"fingerprint": "{PRINT}", "on": "soon"}}', "line 1: on: .*valid date.*; correct or remove that key"),
    (f'{{"fingerprint": "{PRINT}", "reason": {{}}}}', "line 1: reason: .*valid string"),
    (
        f'{{"fingerprint": "{PRINT}", "sentense": ""}}',
        "line 1: sentense: unknown key; did you mean 'sentence'",
    ),
]


@pytest.mark.parametrize(("content", "said"), BROKEN, ids=[f"{n}" for n in range(len(BROKEN))])
def test_a_broken_line_is_one_clear_error(call: Callable[..., Result], content: str, said: str) -> None:
    Path("accepted").write_text(content + "\n", "utf-8")
    with pytest.raises(DataError, match=f"^accepted: {said}") as caught:
        read("accepted")
    assert "\n" not in str(caught.value)
    for option in ("--baseline", "--write-baseline"):
        assert "accepted: line" in call("check", "one.txt", *ON, option, "accepted", code=2).stderr
    assert Path("accepted").read_text("utf-8") == content + "\n"


def test_a_broken_file_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "accepted"
    path.write_bytes(b"\xff" + PRINT.encode())
    with pytest.raises(DataError, match="byte 0 is not UTF-8"):
        read(str(path))
    with pytest.raises(DataNotFoundError, match="check the path"):
        read(str(tmp_path))
    monkeypatch.setattr("leadercheck.baseline.LARGEST", 10)
    with pytest.raises(DataError, match="more than 10 bytes"):
        read(str(path))


def test_every_form_of_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "accepted"
    written = [
        f"{PRINT} T002",
        f"{PRINT[::-1]}\tC003 # “Cộng Hòa”",
        "",
        "# x",
        '{"fingerprint": "' + "a" * 16 + '"}',
    ]
    for content in ("\n".join(written), "\ufeff" + "\r\n".join(written) + "\r\n"):
        path.write_bytes(content.encode())
        found = read(str(path))
        assert [(one.fingerprint, one.rule) for one in found.accepted] == [
            (PRINT, "T002"), (PRINT[::-1], "C003"), ("a" * 16, ""),
        ]  # fmt: skip
        write(str(path), found)
        assert read(str(path)) == found


def test_odd_characters_survive(tmp_path: Path) -> None:
    odd = Accepted(fingerprint=PRINT, rule="T002", sentence='a\u2028b\x85c\r\nd"\\', excerpt="\u0000", on=DAY)
    path = str(tmp_path / "accepted")
    write(path, Baseline().extended([odd]))
    assert read(path).accepted == (odd,)


def test_a_document_is_accepted_with_its_sentences(checker: Checker) -> None:
    document = Document(
        [Part("headline", "Tin", "a"), Part("body", f"Trời đẹp. {T002}", "b"), Part("body", C003, "c")]
    )
    report = checker.check(document, on=DAY)
    found = accept(report, checker.parse(document, on=DAY), Source.of(document))
    assert [(one.rule, one.sentence) for one in found] == [("T002", T002), ("C003", C003)]
    text = f"{T002} \ud800"
    lone = accept(checker.check(text, on=DAY), checker.parse(text, on=DAY), Source.of(text))
    assert json.dumps(lone[0].model_dump(mode="json")).encode()


def test_a_false_alarm_becomes_a_row_without_the_article(call: Callable[..., Result]) -> None:
    Path("one.txt").write_text(f"Bí mật.\n\n{T002} Bí mật.\n", encoding="utf-8")
    call("check", "one.txt", *ON, "--write-baseline", "accepted")
    (one,) = read("accepted").accepted
    printed = call("baseline", "export", "accepted", one.fingerprint).stdout
    assert printed == f'pytest.param("{T002}", "2026-05-06", "T002", id="T002-{one.fingerprint}"),\n'
    assert "Bí mật" not in printed
    ast.parse(f"[{printed}]")


def test_a_row_that_does_not_sound_alone_says_so(call: Callable[..., Result]) -> None:
    quiet = Accepted(fingerprint=PRINT, rule="T002", sentence="Trời đẹp.", on=DAY)
    write("accepted", Baseline().extended([quiet]))
    first, second = call("baseline", "export", "accepted", PRINT).stdout.splitlines()
    assert first.startswith("# câu đứng riêng không còn báo")
    assert second == row(quiet)


def test_a_row_needs_its_sentence(call: Callable[..., Result]) -> None:
    Path("accepted").write_text(f"{PRINT} T002\n", "utf-8")
    assert (
        "write it anew with `leadercheck check"
        in call("baseline", "export", "accepted", PRINT, code=2).stderr
    )
    near = call("baseline", "export", "accepted", "0123456789abcdee", code=2).stderr
    assert f"holds no fingerprint '0123456789abcdee'; did you mean '{PRINT}'?" in near
