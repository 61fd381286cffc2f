"""The tables that benchmarks write, in Vietnamese; words that are not here stay as they are."""

import re

WORDS = {
    "rule": "quy tắc", "errors": "lỗi", "warnings": "cảnh báo", "notes": "lưu ý", "class": "loại lỗi", "n": "số lượng",
    "persons": "số người", "found": "tìm thấy", "error · warning · note": "lỗi · cảnh báo · lưu ý",
    "wrong-title": "chức danh của người khác", "outdated": "đã thôi giữ", "premature": "chưa đến lúc giữ",
    "former": "“nguyên” cho người tại chức", "deputy-lost": "thiếu Phó, Thứ", "deputy-added": "thừa Phó, Thứ",
    "misspelt": "sai tên", "tone changed": "sai dấu thanh", "vowel mark changed": "sai dấu của nguyên âm",
    "consonant changed": "sai phụ âm", "letter dropped": "thiếu chữ cái", "letter doubled": "lặp chữ cái",
    "telex slip": "lỗi gõ Telex", "neighbouring key": "gõ nhầm phím bên cạnh", "syllables swapped": "đổi chỗ hai tiếng",
    "syllable dropped": "thiếu một tiếng", "wrong surname": "sai họ", "ended-organisation": "bộ, tỉnh không còn",
    "diacritics-lost": "mất dấu", "wrong-case": "sai chữ hoa, chữ thường", "glued": "dính chữ", "broken": "đứt đoạn",
    "place-type": "sai loại tỉnh, thành phố", "alternate": "thiếu, thừa “dự khuyết”", "wrong-term": "sai khóa",
    "acting-lost": "thiếu “quyền”", "wrong-rank": "sai cấp bậc hàm", "wrong-honorific": "“ông” cho nữ, “bà” cho nam",
    "inverted-list": "danh sách sai thứ tự", "country-name": "quốc hiệu", "every class": "tất cả các loại",
    "classes that may speak above a note": "các loại có thể báo trên mức lưu ý", "no sign of now": "không có dấu hiệu hiện tại",
    "all": "tất cả", "office of several": "chức nhiều người giữ", "for a man": "với nam", "of these": "trong đó",
    "semicolons: seen as a list": "dấu chấm phẩy: nhận ra là danh sách", "commas: seen as a list": "dấu phẩy: nhận ra là danh sách",
    "names first: seen as a list": "tên đứng trước: nhận ra là danh sách", "segment: seen as a list": "đoạn trích: nhận ra là danh sách",
    "exchanged": "đổi chỗ", "O001: found": "O001 tìm thấy", "O002: found": "O002 tìm thấy",
    "O001: put back by a fix offered": "O001, cách sửa đề nghị xếp lại như cũ",
    "O002: put back by a fix offered": "O002, cách sửa đề nghị xếp lại như cũ",
    "findings untouched": "phát hiện khi để nguyên", "put in": "cấy vào", "told": "có báo", "by itself": "tự báo",
    "share told": "tỷ lệ có báo",
    "precision · recall": "độ chính xác · độ phủ", "right person": "đúng người", "title-only references": "chỉ nêu chức danh",
    "registered leaders named": "lãnh đạo có trong dữ liệu được nêu tên", "later references": "nhắc lại (“ông Chính”)",
    "titles attached to the right person": "gắn chức danh đúng người", "others not taken for a leader": "người khác không bị coi là lãnh đạo",
    "present-day titles known to the day: judged": "chức danh hiện tại biết đến từng ngày: đối chiếu được",
    "right text not called “no”": "câu đúng không bị trả lời “không”", "level": "cấp", "confirmed": "được xác nhận", "share": "tỷ lệ",
    "pairs printed twice or more": "cặp được in từ hai lần", "national": "Trung ương", "province": "tỉnh", "ministry": "bộ",
    "deputy": "cấp phó", "unresolved": "chưa xác định", "one check": "một lần soát", "milliseconds": "mili giây",
    "articles": "số bài", "syllables": "số tiếng", "median": "trung vị", "max": "lớn nhất", "leader-free": "không nhắc lãnh đạo",
    "political": "có nhắc lãnh đạo", "time over that of leadercheck: median [quartiles]": "thời gian so với leadercheck: trung vị [tứ phân vị]",
    "the same": "như trên", "split at blanks (3.8.18)": "tách theo dấu cách (3.8.18)",
    "growth from a hundredth of the bytes": "mức tăng từ một phần trăm dung lượng", "megabytes": "megabyte", "seconds": "giây",
    "slope": "độ dốc", "log–log": "log–log", "own rules: short forms with *": "quy tắc riêng: dạng ngắn có *",
    "own rules: long forms with *": "quy tắc riêng: dạng dài có *", "own rules: nested words": "quy tắc riêng: từ lồng nhau",
    "news": "tin bài", "one endless line": "một dòng dài vô tận", "one title repeated": "lặp một chức danh",
    "one name repeated": "lặp một tên", "one finding repeated": "lặp một lỗi", "bare names in one line": "tên mất dấu trên một dòng",
    "one finding repeated in one line": "lặp một lỗi trên một dòng", "terms in one line": "khóa, nhiệm kỳ trên một dòng",
    "old things in one line": "chữ “cũ” trên một dòng", "a list of names": "danh sách tên", "nested quotes": "ngoặc kép lồng nhau",
    "combining marks": "dấu rời", "zero widths": "ký tự không bề rộng", "a flood of zero widths": "toàn ký tự không bề rộng",
    "days": "ngày tháng", "brackets and tags": "ngoặc và thẻ", "times its size": "gấp mấy lần", "register": "dữ liệu",
    "seconds to load": "giây để nạp", "milliseconds an article": "mili giây mỗi bài",
}  # fmt: skip
_SENTENCES = (
    (r"(\S+) items, (\S+) of which refer to a registered leader; (\S+) titles of linked names, (\S+) judged \((.*?)\)\.",
     r"\1 tin bài, trong đó \2 bài nhắc đến lãnh đạo có trong dữ liệu; \3 chức danh đi với tên xác định được, \4 đã đối chiếu (\5)."),
    (r"Said of the lists as printed: (\S+) warning (\d+)\.", r"Báo về các danh sách để nguyên như in: \2 cảnh báo \1."),
    (r"`check_many\(workers=2\)` reaches (.*?) of two independent processes",
     r"`check_many(workers=2)` đạt \1 so với hai tiến trình độc lập"),
    (r"(gold|corpus): (\d+) texts", r"\1: \2 bài"),
    (r"; (\d+) rounds, (\S+) texts\. A check never asks the model, so there is one figure\.",
     r"; \1 vòng, \2 bài. Soát bài không bao giờ hỏi đến mô hình, nên chỉ có một số đo."),
    (r"Start to the first finding: (.*?) times importing pydantic and building one model; (\d+) MB at most\.",
     r"Từ lúc khởi động đến phát hiện đầu tiên: gấp \1 lần việc nạp pydantic và dựng một mô hình; nhiều nhất \2 MB."),
)  # fmt: skip

_VERSION = re.compile(r"\b\d+(?:\.\d+){2,}\b|\(\d+\.\d+\)")
"""Of a program, which keeps its points."""


def localised(report: str) -> str:
    """What a benchmark wrote, with Vietnamese words and numbers."""
    return "".join(map(_line, report.splitlines(keepends=True)))


def _line(line: str) -> str:
    if line.startswith("| ") and not line.startswith("| ---"):
        cells = [
            ", ".join(WORDS.get(word, word) for word in cell.split(", ")) for cell in line[2:-3].split(" | ")
        ]
        line = f"| {' | '.join(cells)} |\n"
    for english, vietnamese in _SENTENCES:
        line = re.sub(english, vietnamese, line)
    line = _VERSION.sub(lambda version: version[0].replace(".", "\1"), line)
    line = re.sub(r"(?<=\d), (?=\d)", "; ", line)
    line = re.sub(r"(?<=\d),(?=\d{3}\b)", "\0", line)
    line = re.sub(r"(?<=\d)\.(?=\d)", ",", line)
    return line.replace("\0", ".").replace("\1", ".")
