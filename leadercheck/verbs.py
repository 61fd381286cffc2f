"""Verbs by which a leader acts."""

from __future__ import annotations

from typing import Final

from leadercheck.text import folded_pattern

_ACTING: Final = (
    r"(?<!\w)(?:tiếp|đón|dự(?! báo| kiến| án| thảo| toán| luật| phòng| trữ| định| đoán| bị)|tham dự|chủ trì|kiểm tra|phát biểu|ký|"
    r"làm việc|gặp|gặp gỡ|hội đàm|hội kiến|yêu cầu|chỉ đạo|nhấn mạnh|cho biết|cho hay|thừa nhận|nhìn nhận|giải đáp|tiết lộ|cho rằng|khẳng định|đề nghị|thăm|trao|"
    r"(?<!hướng )tới(?! đây| nay| tương lai)|gửi|nói|nêu|kết luận|trả lời|bày tỏ|đánh giá|điện đàm|thị sát|giao|khảo sát|tiếp xúc|"
    r"trình bày|báo cáo|chúc mừng|chúc tết|dâng hương|thông tin|lưu ý|đề xuất|kêu gọi|ban hành|quyết định|cảm ơn|tin tưởng|"
    r"thống nhất|chia sẻ|khen|công bố|trao đổi|chứng kiến|rời|lên đường|nhất trí|biểu dương|chỉ rõ|giải thích|giải trình|"
    r"lý giải|gợi mở|đốc thúc|điều hành|mong muốn|mong|kỳ vọng|tuyên bố|đề cao|hoan nghênh|cam kết|phê duyệt|bổ nhiệm|"
    r"lên tiếng|hỏi thăm|thăm hỏi|động viên|khai mạc|bế mạc|tặng|viếng|chia buồn|thông qua|"
    r"họp|khởi công|khánh thành|khởi hành|bắt đầu|kết thúc|tìm hiểu|triển khai|đối thoại|tranh luận|đăng đàn|phát động|"
    r"phát lệnh|truyền đạt|dẫn đầu|tham gia|tham quan|trải nghiệm|chúc|bàn(?! giao| tay| bạc)|nhận(?! định| thức| diện)|thưởng|"
    r"cắt băng|trồng|thả|xin lỗi|phê bình|nhắc|cảnh báo|ủng hộ|mời|muốn|sẽ|sắp(?! xếp)|(?:đã|vừa) đến|nhận định(?! của)|"
    r"thảo luận|hy vọng|hi vọng|ghi nhận|phản hồi|chỉ ra|chỉ thẳng|khuyến nghị|góp ý|đặt hàng|chốt|đúc kết|tri ân|vui mừng|"
    r"tự hào|đặc xá|khởi động|dâng hoa|thắp hương|công du|quán triệt|đồng ý|phân tích|phản ánh|tiễn|truy tặng|"
    r"nghe|kết nạp|ấn nút|bấm nút|gắn biển)(?!\w)"
)
ACTING: Final = folded_pattern(_ACTING)
"""Verbs by which a leader acts today."""
ACTS: Final = folded_pattern(rf"[,)]? (?:đã |đang |sẽ |cũng |vừa )?{_ACTING}")
"""Such a verb right behind a name or a title."""
