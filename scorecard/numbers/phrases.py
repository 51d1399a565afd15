"""The words and signs that numbers stand in, in Vietnamese, English and Arabic."""

SIGNS = {
    ">~": "hơn một chút|nhỉnh hơn|a little over|a little more than|a little above|slightly over"
    "|slightly more than|slightly above|just over|just above|أكثر بقليل من|أزيد بقليل من"
    "|ما يزيد قليلا عن|ما يزيد قليلا على|يزيد قليلا عن|يزيد قليلا على",
    ">=": "không dưới|không ít hơn|ít nhất|tối thiểu|at least|not less than|no less than"
    "|no fewer than|a minimum of|ما لا يقل عن|لا يقل عن|لا تقل عن|على الأقل",
    "<=": "không quá|không vượt quá|nhiều nhất|tối đa|at most|not more than|no more than|up to"
    "|a maximum of|ما لا يزيد عن|ما لا يزيد على|لا يزيد عن|لا يزيد على|لا تزيد عن|لا تزيد على"
    "|لا يتجاوز|لا تتجاوز|على الأكثر",
    ">": "hơn|trên|vượt quá|vượt|more than|over|above|exceeds|exceeded|exceeding|أكثر من|أزيد من"
    "|ما يزيد عن|ما يزيد على|يزيد عن|يزيد على|تزيد عن|تزيد على|تجاوز|تجاوزت|يتجاوز|تتجاوز|يفوق",
    "<": "dưới|ít hơn|chưa đến|chưa tới|less than|fewer than|under|below|أقل من|دون",
    "<~": "gần|nearly|almost|close to|ما يقرب من|ما يقارب|قرابة",
    "~": "khoảng|xấp xỉ|chừng|about|around|approximately|roughly|حوالي|نحو|زهاء",
}
"""What is said before a number, by the sign that says it here; where two fit, the longer one."""

BEHIND = {
    ">=": "trở lên|or more|or above|فأكثر|على الأقل",
    "<=": "trở xuống|or less|or below|فأقل|على الأكثر",
    ">~": "một chút",
    "~": "تقريبا|تقريبًا",
}
"""The same, where it is said behind the number."""

REACHED = "đạt|đã đạt|đạt được|mới đạt|reached|achieved|بلغ|بلغت|حقق|حققت"
"""What says only that a number was reached, before it."""

DONE = "true|yes|done|có|đạt|hoàn thành|نعم"
NOT_DONE = "false|no|not done|không|không đạt|chưa đạt|لا"
"""What answers whether something is done."""

ESTIMATED = "ước|ước đạt|ước tính|ước tính đạt|estimated|estimated at|an estimated|يقدر ب|تقدر ب"
"""What is said of a number that may be taken for exact or not."""

RANGE = "đến|tới|to|-|–|—|إلى|حتى"
"""What stands between the ends of a range."""

RANGE_AND = "and|và|و"
"""The same, where the range begins with one of `FROM`."""

FROM = "between|trong khoảng|từ|from|بين|ما بين|من"
"""What a range may begin with."""

SHARE = (
    r"trong(?: tổng)?(?: số)?|trên(?: tổng)?(?: số)?|(?:out )?of(?: the| all)?|"
    r"من(?: أصل| بين| إجمالي| مجموع)?"
)
"""What stands between a part and its whole, as a pattern."""

PERCENT = "%|٪|percent|per cent|phần trăm|في المئة|في المائة|بالمئة|بالمائة"
"""How per cent is written, as a pattern."""

MULTIPLES = {
    10: "chục",
    100: "trăm|hundreds?|مئة|مائة",
    1_000: "nghìn|ngàn|thousands?|k|ألف|ألفا|آلاف",
    10_000: "vạn",
    1_000_000: "triệu|tr|millions?|m|مليون|مليونا|ملايين",
    1_000_000_000: "tỷ|tỉ|billions?|bn|مليار|مليارا|مليارات",
}
"""What a number is multiplied by, so that it cannot be left out."""

COUNTED = {
    1: "one|một|واحد|واحدة",
    2: "two|hai|اثنان|اثنتان|اثنين",
    3: "three|ba|ثلاثة|ثلاث",
    4: "four|bốn|أربعة|أربع",
    5: "five|خمسة|خمس",
    6: "six|sáu|ستة|ست",
    7: "seven|bảy|سبعة|سبع",
    8: "eight|tám|ثمانية|ثماني",
    9: "nine|chín|تسعة|تسع",
    10: "ten|mười|عشرة|عشر",
}
"""Numbers that are written out. The five of Vietnamese is left out, as it is a year too."""

DIGITS = {zero + digit: str(digit) for zero in (0x660, 0x6F0, 0xFF10) for digit in range(10)}
"""The digits of Arabic, Persian and full-width letters, for str.translate."""
