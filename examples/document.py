"""An article as a CMS stores it, in parts: each finding names its part and its place in that part.

Run it as `python examples/document.py`.
"""

from datetime import date

import leadercheck

ARTICLE = leadercheck.Document(
    parts=[
        leadercheck.Part(zone="headline", text="Thủ tướng Lê Minh Hưng thăm vùng lũ Tuyên Quang", id="title"),
        leadercheck.Part(zone="lead", text="Sáng 6/5, Thủ tướng Lê Minh Hưng thăm hỏi bà con.", id="sapo"),
        leadercheck.Part(
            zone="body",
            text="Chiều 6/5, nguyên Chủ tịch Quốc hội Trần Thanh Mẫn gửi thư thăm hỏi.",
            id="content",
        ),
        leadercheck.Part(zone="caption", text="Thủ tướng Phạm Minh Chính trao quà, sáng 6/5.", id="photo-1"),
    ]
)


def main() -> None:
    """Print one line a finding, then the part with the place marked."""
    texts = {part.id: part.text for part in ARTICLE.parts}
    for finding in leadercheck.check(ARTICLE, on=date(2026, 5, 6)).findings:
        text, start, end = texts[finding.part], finding.start, finding.end
        print(f"{finding.part} [{start}:{end}] {finding.rule} {finding.severity}: {finding.message}")
        print(f"    {text[:start]}[[{text[start:end]}]]{text[end:]}")


if __name__ == "__main__":
    main()
