"""The command line, run as a program is run."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

WRONG = "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc.\n"
RIGHT = "Sáng 6/5, Tổng Bí thư, Chủ tịch nước Tô Lâm dự lễ khai mạc.\n"
COUNTRY = "Nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam.\r\nDòng hai.\r\n"


ENGLISH = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES")}


def run(
    *arguments: str, text: str = "", code: int = 0, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "leadercheck", *arguments],
        input=text.encode(), capture_output=True, check=False, timeout=60,
        env={**ENGLISH, **(env or {}), "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUTF8": "1"},
    )  # fmt: skip
    result = subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )
    assert result.returncode == code, result.stdout + result.stderr
    return result


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bài.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_text_shows_line_caret_fact_and_fix(article: Path) -> None:
    lines = run("check", str(article), "--on", "2026-05-06", code=1).stdout.splitlines()
    assert lines[0].startswith(
        f"{article}:1:11: lỗi[T002] Lương Cường thôi giữ chức Chủ tịch nước từ ngày 7/4/2026"
    )
    assert lines[2] == "  1 | Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc."[1:]
    assert lines[3] == "   |           ^^^^^^^^^^^^^"
    assert lines[4].startswith(
        "   = dữ kiện: Lương Cường, Chủ tịch nước, từ ngày 21/10/2024 đến ngày 7/4/2026 (http"
    )
    assert "   = căn cứ: data/leaders.json: tenures" in lines
    assert "   = cách sửa: Thêm “nguyên” (cần người duyệt)" in lines
    assert lines[-1].endswith("1 nhắc tên · 1 đã đối chiếu · 0 không có trong dữ liệu · 1 chức danh sai")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--on", "2026-05-06"], 1),
        (["--on", "6/5/2026"], 1),
        (["--on", "2026-04-01"], 0),
        (["--on", "2026-05-06", "--format", "json"], 1),
    ],
)
def test_exit_code_says_whether_there_are_findings(article: Path, options: list[str], code: int) -> None:
    run("check", str(article), *options, code=code)


def test_fail_on_moves_the_bar(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(COUNTRY, encoding="utf-8")
    run("check", str(path), "--on", "2026-05-06", code=0)
    run("check", str(path), "--on", "2026-05-06", "--fail-on", "warning", code=1)


def test_standard_input_and_json() -> None:
    data = json.loads(run("check", "-", "--on", "2026-05-06", "--format", "json", text=WRONG, code=1).stdout)
    assert data[0]["file"] == "-"
    assert data[0]["findings"][0]["excerpt"] == "Chủ tịch nước"


def test_jsonl_has_a_line_a_file(article: Path) -> None:
    lines = run("check", str(article), str(article), "--on", "2026-05-06", "--format", "jsonl", code=1).stdout
    assert [json.loads(line)["file"] for line in lines.splitlines()] == [str(article)] * 2


def test_fix_writes_whole_files_and_keeps_every_other_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(COUNTRY.encode())
    path.chmod(0o640)
    run("check", str(path), "--on", "2026-05-06", "--fix")
    assert path.read_bytes() == COUNTRY.replace("Hòa Xã Hội Chủ Nghĩa", "hòa xã hội chủ nghĩa").encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_diff_shows_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(COUNTRY.encode())
    shown = run("check", str(path), "--on", "2026-05-06", "--diff").stdout
    assert "+Nước Cộng hòa xã hội chủ nghĩa Việt Nam." in shown
    assert path.read_bytes() == COUNTRY.encode()


def test_a_baseline_accepts_findings(article: Path, tmp_path: Path) -> None:
    found = json.loads(run("check", str(article), "--on", "2026-05-06", "--format", "json", code=1).stdout)
    baseline = tmp_path / "baseline.txt"
    baseline.write_text(f"# accepted\n{found[0]['findings'][0]['fingerprint']} T002\n", encoding="utf-8")
    run("check", str(article), "--on", "2026-05-06", "--baseline", str(baseline), code=0)


WRONG_CALLS = [
    pytest.param(["check", "none.txt"], "none.txt: cannot be read", id="no file"),
    pytest.param(["check"], "Missing argument", id="no argument"),
    pytest.param(["check", "-", "--on", "soon"], "write it as 2026-05-06", id="no day"),
    pytest.param(["check", "-", "--on", "2026-02-30"], "is no day", id="a day that is not"),
    pytest.param(["check", "-", "--profile", "none.toml"], "none.toml: cannot be read", id="no profile"),
    pytest.param(["check", "-", "--overlay", "none.json"], "none.json: cannot be read", id="no overlay"),
    pytest.param(["explain", "T999"], "no rule is called", id="unknown rule"),
    pytest.param(["explain"], "name a rule", id="no rule"),
    pytest.param(["who", "Nguyễn Minh Chinh"], "did you mean", id="unknown person"),
    pytest.param(["holders", "Thủ tuớng chính phủ"], "did you mean", id="unknown position"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG_CALLS)
def test_a_wrong_call_is_one_line_and_two(arguments: list[str], said: str) -> None:
    done = run(*arguments, code=2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_not_utf8_names_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Chủ tịch".encode("utf-16"))
    assert "byte 0 is not UTF-8; save the text as UTF-8" in run("check", str(path), code=2).stderr


def test_explain_and_rules() -> None:
    said = run("explain", "t002").stdout
    assert said.startswith("T002 title-outdated (error at most)")
    assert "Authority: data/leaders.json: tenures" in said
    assert run("explain", "title-outdated").stdout == said
    assert run("rules").stdout.count("\n") == run("explain", "--all").stdout.count("Authority:")


@pytest.mark.parametrize(
    ("options", "terminal", "first"),
    [
        ([], {}, "T002 title-outdated (error at most)"),
        ([], {"LANG": "vi_VN.UTF-8"}, "T002 title-outdated (cao nhất: lỗi)"),
        ([], {"LANG": "de_DE.UTF-8"}, "T002 title-outdated (error at most)"),
        ([], {"LANG": "vi_VN.UTF-8", "LC_ALL": "C.UTF-8"}, "T002 title-outdated (error at most)"),
        (["--lang", "vi"], {}, "T002 title-outdated (cao nhất: lỗi)"),
        (["--lang", "en"], {"LANG": "vi_VN.UTF-8"}, "T002 title-outdated (error at most)"),
    ],
)
def test_rules_are_told_in_the_language_asked_for_or_the_terminal_s(
    options: list[str], terminal: dict[str, str], first: str
) -> None:
    said = run("explain", "T002", *options, env=terminal).stdout.splitlines()
    assert said[0] == first
    listed = [line for line in run("rules", *options, env=terminal).stdout.splitlines() if line[:4] == "T002"]
    assert " ".join(listed[0].split()[3:]).startswith(said[2][:40])


def test_a_note_is_called_the_same_in_a_report_and_in_the_handbook(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Sáng 6/5, Chủ tịch Quốc hội Trịnh Thế Bảy phát biểu khai mạc.", encoding="utf-8")
    assert "lưu ý[T015]" in run("check", str(path), "--on", "2026-05-06").stdout
    assert run("explain", "T015", "--lang", "vi").stdout.startswith("T015 held-by-another (cao nhất: lưu ý)")


def test_a_newsroom_s_own_rules_are_listed_and_explained() -> None:
    style = ("--profile", "examples/profiles/quy-che-mau.toml")
    neutral = run("rules").stdout
    own = [line for line in run("rules", *style).stdout.splitlines() if line not in neutral]
    assert len(own) == 5
    said = run("explain", own[0].split()[0], *style).stdout
    assert "Quy chế" in said
    assert "Found:" not in said
    told = run("explain", own[0].split()[0], "--lang", "vi", *style).stdout
    assert told.splitlines()[2] == said.splitlines()[2] == "Chức danh chỉ viết hoa tiếng đầu."


def test_who_and_holders() -> None:
    assert "Chủ tịch nước, từ ngày 22/5/2024 đến ngày 21/10/2024" in run("who", "tô lâm").stdout
    assert run("who", "Tô Lâm", "--on", "2024-09-01").stdout.count("\n") < run("who", "Tô Lâm").stdout.count(
        "\n"
    )
    assert "Phạm Minh Chính" in run("holders", "Thủ tướng Chính phủ", "--on", "2025-01-01").stdout
    assert "không có dữ liệu chắc chắn" in run("holders", "thu-tuong-chinh-phu", "--on", "2026-12-01").stdout


def test_roster_commands(tmp_path: Path) -> None:
    assert run("roster", "validate").stdout.endswith("in order\n")
    path = tmp_path / "leaders.json"
    path.write_text('{"schema_version": 1, "as_of": "soon"}', encoding="utf-8")
    assert "$.as_of" in run("roster", "validate", str(path), code=1).stdout


def test_terminal_codes_in_a_text_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\x1b[31mSáng 6/5, Chủ tịch nước Lương Cường dự lễ.\u202e", encoding="utf-8")
    shown = run("check", str(path), "--on", "2026-05-06", code=1).stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_right_text_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RIGHT, encoding="utf-8")
    assert run("check", str(path), "--on", "2026-05-06").stdout.count("\n") == 1
