"""The words of the tables, by language; a word that a language lacks is shown in English."""

from scorecard.printable import Printable, printable

LANGUAGES = ("en", "vi")
"""The languages that have all words."""

_WORDS: dict[str, tuple[str, str]] = {
    "absent.missing": ("missing", "thiếu số liệu"),
    "absent.not-applicable": ("not applicable", "không áp dụng"),
    "absent.not-due": ("not due", "chưa đến hạn"),
    "band": ("Band", "Xếp loại"),
    "band.none": ("none", "không"),
    "band.to": ("{low} to {high}", "{low} đến {high}"),
    "basis.assumed": (
        "the bands and weights of this framework are assumed: no document states them",
        "xếp loại và trọng số của bộ chỉ tiêu này là giả định: không văn bản nào quy định",
    ),
    "basis.ceiling": ("ceiling", "tối đa"),
    "basis.external": ("external", "bên ngoài"),
    "basis.implied": ("implied", "ngầm định"),
    "basis.stated": ("stated", "được giao"),
    "completion": ("Complete, %", "Hoàn thành, %"),
    "completion.bar": ("", ""),
    "completion.of": ("{unit}: complete, %", "{unit}: hoàn thành, %"),
    "coverage": ("Coverage", "Độ phủ"),
    "coverage.points": (
        "{share} % ({given} of {all} points reported)",
        "{share} % (có số liệu {given} trên {all} điểm)",
    ),
    "coverage.percent": ("Coverage, %", "Độ phủ, %"),
    "done": ("done", "đã làm"),
    "edition": ("edition {edition}", "bản {edition}"),
    "framework": ("Framework", "Bộ chỉ tiêu"),
    "group": ("Group", "Nhóm"),
    "in-percent": ("{name}, %", "{name}, %"),
    "indicator": ("Indicator", "Chỉ tiêu"),
    "level.agency": ("agency", "cơ quan"),
    "level.commune": ("commune", "cấp xã"),
    "level.district": ("district", "cấp huyện"),
    "level.nation": ("nation", "quốc gia"),
    "level.province": ("province", "cấp tỉnh"),
    "level.region": ("region", "vùng"),
    "level.village": ("village", "thôn, xóm"),
    "level": ("Level", "Cấp"),
    "nearly": ("nearly {number}", "gần {number}"),
    "not done": ("not done", "chưa làm"),
    "note.lengths-differ": (
        "periods of unequal length: figures that add up over time are not ranked or marked",
        "các kỳ dài ngắn khác nhau: số liệu cộng dồn theo thời gian được nêu nhưng không xếp hạng",
    ),
    "note.levels-differ": (
        "units of different levels stand side by side",
        "các đơn vị khác cấp được đặt cạnh nhau",
    ),
    "note.other-frameworks": (
        "scorecards under other frameworks are not shown: {names}; choose with --framework",
        "không nêu các bảng điểm theo bộ chỉ tiêu khác: {names}; chọn bằng --framework",
    ),
    "note": ("Note", "Ghi chú"),
    "of-points": ("{name}, of {most}", "{name}, trên {most}"),
    "period": ("Period", "Kỳ"),
    "period.no-year": ("{period} (year not stated)", "{period} (không rõ năm)"),
    "place": ("Place", "Nơi"),
    "points": ("Points", "Điểm"),
    "points.of": ("{points} of {most}", "{points} trên {most}"),
    "rank": ("Rank", "Hạng"),
    "rank.of": ("{rank} of {count}", "{rank} trên {count}"),
    "remark": ("Remark", "Nội dung"),
    "remark.limit": ("Limits", "Hạn chế"),
    "remark.model": ("Models", "Mô hình"),
    "remark.praise": ("Praised", "Biểu dương"),
    "remark.strength": ("Strengths", "Ưu điểm"),
    "remark.task": ("Tasks", "Nhiệm vụ"),
    "remarks": ("Said without a number", "Nội dung không có số liệu"),
    "score": ("Score", "Điểm số"),
    "score.reported": ("Score on what was reported", "Điểm trên số liệu đã có"),
    "somewhat-over": ("a little over {number}", "hơn {number} một chút"),
    "source": ("Source", "Nguồn"),
    "target": ("Target", "Mục tiêu"),
    "unit": ("Unit", "Đơn vị"),
    "unranked.coverage": (
        "not ranked: only {share} % of the points are reported, and {gate} % are needed",
        "không xếp hạng: mới có số liệu của {share} % số điểm, cần {gate} %",
    ),
    "unranked.lengths": (
        "not ranked: figures that add up over time cover periods of unequal length",
        "không xếp hạng: số liệu cộng dồn của các kỳ dài ngắn khác nhau",
    ),
    "unranked.no-target": (
        "not ranked: no figure has a target",
        "không xếp hạng: không chỉ tiêu nào có mục tiêu",
    ),
    "unranked.not-eligible": ("not ranked: not eligible", "không xếp hạng: không đủ điều kiện"),
    "unreported": (
        "{count} more indicators without a target are not reported: {names}",
        "{count} chỉ tiêu khác không có mục tiêu và chưa có số liệu: {names}",
    ),
    "value": ("Value", "Kết quả"),
    "verdict": ("Verdict", "Đánh giá"),
    "verdict.exceeded": ("exceeded", "vượt"),
    "verdict.met": ("met", "đạt"),
    "verdict.near": ("near", "gần đạt"),
    "verdict.not met": ("not met", "chưa đạt"),
    "verdict.undecided": ("undecided", "chưa rõ"),
}


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._column = LANGUAGES.index(language) if language in LANGUAGES else 0

    def __call__(self, key: str, **arguments: object) -> Printable:
        """Return the word or sentence of a key, with the arguments filled in."""
        return printable(_WORDS[key][self._column].format_map(arguments))
