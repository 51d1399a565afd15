"""What the written files say in words, in English and in Vietnamese."""

from published_data.toml import table

MINISTRY = "Ministry of Home Affairs"

VIETNAMESE = {
    "CECODES and UNDP; data of the repository hnks-gh/ml-mcdm": (
        "CECODES và UNDP; dữ liệu của kho hnks-gh/ml-mcdm"
    ),
    "VCCI": "VCCI",
    "VCCI; official workbooks in the repository mdtrinh/vietnamdata": (
        "VCCI; bảng tính chính thức trong kho mdtrinh/vietnamdata"
    ),
    "National Public Service Portal, collected in the repository duynghiaqn/Crawler-766": (
        "Cổng Dịch vụ công quốc gia, thu thập trong kho duynghiaqn/Crawler-766"
    ),
    MINISTRY: "Bộ Nội vụ",
    "Published figures of CECODES and UNDP": "Số liệu công bố của CECODES và UNDP",
    "Published sub-indices and totals of VCCI; weights computed from them": (
        "Chỉ số thành phần và tổng điểm do VCCI công bố; trọng số tính từ đó"
    ),
    "PAR INDEX 2012 of the Ministry of Home Affairs": "PAR INDEX 2012 của Bộ Nội vụ",
    "PAR INDEX of the Ministry of Home Affairs": "PAR INDEX của Bộ Nội vụ",
    "SIPAS of the Ministry of Home Affairs": "SIPAS của Bộ Nội vụ",
    "Decision 1563/QĐ-UBND of Tây Ninh province (1 August 2022)": (
        "Quyết định 1563/QĐ-UBND của tỉnh Tây Ninh (ngày 1/8/2022)"
    ),
    "Decision 54/2025/QĐ-UBND of Đồng Nai province": (
        "Quyết định 54/2025/QĐ-UBND của tỉnh Đồng Nai"
    ),
    "not published": "chưa công bố",
    "its rank alone was published": "chỉ công bố thứ hạng",
    "the points of the province, which all its communes have": (
        "điểm của tỉnh, tính chung cho mọi xã của tỉnh"
    ),
    "the mean of its provinces": "bình quân của các tỉnh trong vùng",
    "the mean of the 63 provinces": "bình quân của 63 tỉnh",
    "what was published of all 63 provinces, or of the first of them": (
        "mức công bố cho cả 63 tỉnh, hoặc cho các tỉnh đứng đầu"
    ),
}


def both(english: str, vietnamese: str = "") -> str:
    """Return a text in both languages as TOML writes it; what is not given is known here."""
    return table({"en": english, "vi": vietnamese or VIETNAMESE[english]})
