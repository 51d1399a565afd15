"""Texts that are no TOML: what must change in each, where, and how it is written right."""

import pytest
import rtoml
from hypothesis import example, given
from hypothesis import strategies as st

from scorecard.toml import data as toml
from scorecard.toml.coaching.syntax import MOST, faults
from scorecard.toml.document import Document

# ruff: noqa: E501

OTHER_BLANK = (
    "looks like a blank and is none to TOML | "
    "replace it by an ordinary blank; it comes from Word or a web page"
)

CASES: dict[str, list[str]] = {
    "a = 91,2": [
        "1:5-1:9 91,2 has a decimal comma | write 91.2",
    ],
    "a = { value = 91,2, target = 3 }": [
        "1:15-1:19 91,2 has a decimal comma | write 91.2",
    ],
    "a = 5.000.000": [
        "1:5-1:14 5.000.000 has dots between its thousands | write 5_000_000 or 5000000",
    ],
    "a = 1.234,56": [
        "1:5-1:13 1.234,56 has dots between its thousands and a decimal comma | write 1234.56",
    ],
    "a = 1,234,567": [
        "1:5-1:14 1,234,567 has commas between its thousands | write 1_234_567 or 1234567",
    ],
    "a = { value = 1,234,567 }": [
        "1:15-1:24 1,234,567 has commas between its thousands | write 1_234_567 or 1234567",
    ],
    "a = 95%": [
        "1:5-1:8 95% has a percent sign | write 95",
    ],
    "a = 95 %": [
        "1:5-1:9 95 % has a percent sign | write 95",
    ],
    "a = “x”": [
        '1:5-1:8 “ ” are no straight quotes | write "x"',
    ],
    "a = „x“": [
        '1:5-1:8 „ “ are no straight quotes | write "x"',
    ],
    "“a” = 1": [
        '1:1-1:4 the key “a” has more than letters a-z, digits, _ and - | write it in quotes: "a"',
    ],
    "a = 30/06/2026": [
        "1:5-1:15 30/06/2026 is no date as it is written here | write 2026-06-30",
    ],
    "a = 30-06-2026": [
        "1:5-1:15 30-06-2026 is no date as it is written here | write 2026-06-30",
    ],
    "a = 2026-02-30": [
        "1:5-1:15 2026-02-30 is no day of the calendar | check the day and the month against the source",
    ],
    "a = 12/18": [
        '1:5-1:10 12/18 needs quotes | write "12/18"',
    ],
    "a = ٧٤": [
        "1:5-1:7 ٧٤ has Arabic-Indic digits | write 74",
    ],
    "a = ۷۴": [
        "1:5-1:7 ۷۴ has Persian digits | write 74",
    ],
    "a = ７４": [
        "1:5-1:7 ７４ has full-width digits | write 74",
    ],
    "a = 7４": [
        "1:5-1:7 7４ has full-width digits | write 74",
    ],
    "a\u00a0= 5": [f"1:2-1:3 U+00A0 {OTHER_BLANK}"],
    "\u00a0a = 5": [f"1:1-1:2 U+00A0 {OTHER_BLANK}"],
    "a =\u00a0\u00a05": [f"1:4-1:6 U+00A0 {OTHER_BLANK}"],
    "a\u2009=\u20095": [f"1:2-1:3 U+2009 {OTHER_BLANK}", f"1:4-1:5 U+2009 {OTHER_BLANK}"],
    "a = 'x'\u00a0": [f"1:8-1:9 U+00A0 {OTHER_BLANK}"],
    "a = 95\u00a0%": ["1:5-1:9 95\u00a0% has a percent sign | write 95"],
    "tên = 1": [
        "1:1-1:4 the key tên has more than letters a-z, digits, _ and - | write name",
    ],
    "{ tên = 1 }": [
        "1:1-1:2 { stands without a key | write key = { … }",
    ],
    "a = missing": [
        '1:5-1:12 missing is no value | write { absent = "missing" }',
    ],
    "a = đúng": [
        '1:5-1:9 đúng needs quotes | write "đúng"',
    ],
    "a = True": [
        "1:5-1:9 True is no value | write true",
    ],
    "a: 1": [
        "1:1-1:5 it is prose | write a line key = value for each figure, below the header [figures]",
    ],
    "a:": [
        "1:1-1:3 it is prose | write a line key = value for each figure, below the header [figures]",
    ],
    '{"a": 1}': [
        "1:1-1:9 it is JSON | write a line key = value for each figure, below the header [figures]",
    ],
    "{": [
        "1:1-1:2 it is JSON | write a line key = value for each figure, below the header [figures]",
    ],
    "<<<<<<< HEAD": [
        "1:1-1:13 <<<<<<< is what git leaves where two versions differ | keep the right version, and delete the other and the lines <<<<<<<, ======= and >>>>>>>",
    ],
    "=======": [
        "1:1-1:8 ======= is what git leaves where two versions differ | keep the right version, and delete the other and the lines <<<<<<<, ======= and >>>>>>>",
    ],
    ">>>>>>> x": [
        "1:1-1:10 >>>>>>> is what git leaves where two versions differ | keep the right version, and delete the other and the lines <<<<<<<, ======= and >>>>>>>",
    ],
    'a = "x': [
        '1:5-1:7 a text begins with " and does not end | end it with " on the same line',
    ],
    "a = 'x": [
        "1:5-1:7 a text begins with ' and does not end | end it with ' on the same line",
    ],
    'a = """x': [
        '1:5-1:8 a text begins with """ and does not end | end it with """',
    ],
    'a = "x""': [
        '1:7-1:9 " stands inside of a text | put the text in single quotes, or write \\" inside',
    ],
    'a = "C:\\dir"': [
        "1:8-1:10 \\d means nothing in a text | write \\\\, or put the text in single quotes",
    ],
    'a = "C:\\users"': [
        "1:8-1:10 \\u means nothing in a text | write \\\\, or put the text in single quotes",
    ],
    'a = "a"b"': [
        '1:7-1:10 " stands inside of a text | put the text in single quotes, or write \\" inside',
    ],
    "a =": [
        '1:3-1:4 there is no value after a = | write one, or absent = "missing" where there is none',
    ],
    "= 1": [
        "1:1-1:2 a key is missing here | write key = value",
    ],
    "a = [1, 2": [
        "1:5-1:6 [ is not closed | write ] behind what it holds",
    ],
    "a = { b = 1": [
        "1:5-1:6 { is not closed | write } behind what it holds",
    ],
    "a = { b = 1 }}": [
        "1:14-1:15 there is a } too many | delete it",
    ],
    "a = [1 2]": [
        "1:6-1:9 there is no comma in 1 2 | write one",
    ],
    "a = {b = 1 c = 2}": [
        "1:12-1:13 there is no comma before c | write one",
    ],
    "[a]]": [
        "1:4-1:5 something stands behind the header | begin a new line after ]",
    ],
    "[]": [
        "1:1-1:3 a name is missing in this header | write it: [unit]",
    ],
    "[a] b": [
        "1:4-1:6 something stands behind the header | begin a new line after ]",
    ],
    "a = 1 b = 2": [
        "1:7-1:8 b stands in the line of another key | begin a new line before b",
    ],
    "a = 1;": [
        "1:6-1:7 ; stands behind the value | delete it",
    ],
    "a = 1.": [
        "1:5-1:7 1. has a point without a digit on each side | write 1",
    ],
    "a = .5": [
        "1:5-1:7 .5 has a point without a digit on each side | write 0.5",
    ],
    "a = 007": [
        '1:5-1:8 007 has a 0 before its digits | write 7, or "007" where it is a code',
    ],
    "a = 1 000": [
        "1:5-1:10 1 000 has blanks between its thousands | write 1_000 or 1000",
    ],
    "a = 1_000_": [
        "1:5-1:11 1_000_ has _ beside no digit | write 1000",
    ],
    "a = 1e400": [
        "1:5-1:10 1e400 is too large | give a number with at most 31 digits before its point",
    ],
    "a = -1e400": [
        "1:5-1:11 -1e400 is too large | give a number with at most 31 digits before its point",
    ],
    "a = 98.5 tỷ": [
        "1:5-1:12 98.5 tỷ is more than a number | write the number alone, in the unit of its indicator; or quotes around a text",
    ],
    "a = 20 triệu": [
        "1:5-1:13 20 triệu is more than a number | write the number alone, in the unit of its indicator; or quotes around a text",
    ],
    "a = 1,": [
        "1:6-1:7 , stands behind the value | delete it",
    ],
    "a == 1": [
        "1:4-1:5 there is one = too many | write key = value",
    ],
    "a := 1": [
        "1:3-1:5 := stands where = belongs | write a = 1",
    ],
    "a = = 1": [
        "1:5-1:6 there is one = too many | write key = value",
    ],
    "a. = 1": [
        "1:4-1:5 a key is missing here | write key = value",
    ],
    "a = 𝟕": [
        "1:5-1:6 𝟕 has other digits | write 7",
    ],
    "a = −5": [
        "1:5-1:7 −5 has a minus sign that is none of ASCII's | write -5",
    ],
    'a = "x",': [
        "1:8-1:9 , stands behind the value | delete it",
    ],
    "---": [
        "1:1-1:4 it is YAML | write a line key = value for each figure, below the header [figures]",
    ],
    '"a" = 1, "b" = 2': [
        '1:10-1:13 "b" stands in the line of another key | begin a new line before "b"',
    ],
    'a = “x", b = 1': [
        '1:5-1:8 “ are no straight quotes | write "x"',
        "1:10-1:11 b stands in the line of another key | begin a new line before b",
    ],
    "a.b=1\na.b=2": [
        "2:3-2:4 this key or table was given before | keep one of the two and delete the other | 1:3 it was given here first",
    ],
    "a=1\na.b=2": [
        "2:1-2:4 this key or table was given before | keep one of the two and delete the other | 1:1 it was given here first",
    ],
    "a=[1,\n2\n\n# c\n[x]\n": [
        "5:1-5:3 there is no comma before [x, or [ is not closed above | write a comma or ] behind the line before | 1:3 [ is opened here",
    ],
    'a="""x\n\ny': [
        '1:3-1:6 a text begins with """ and does not end | end it with """',
    ],
    'a=[\n  "x"\n  "y"\n]': [
        '3:3-3:6 there is no comma before "y", or [ is not closed above | write a comma or ] behind the line before | 1:3 [ is opened here',
    ],
    "a=[1,,2]": [
        "1:6-1:7 there is a comma too many | delete it",
    ],
    "a={b}": [
        "1:3-1:5 in braces each value has a key | write { key = value }, or an array in [ ]",
    ],
    "a={b:1}": [
        "1:5-1:6 : stands where = belongs | write = in its place",
    ],
    "a=1 # \r b": [
        "1:7-1:8 a line ends with a carriage return alone, as on old Macintosh computers | save the file with line ends LF or CRLF",
    ],
    'a="x\ry"': [
        "1:5-1:6 a line ends with a carriage return alone, as on old Macintosh computers | save the file with line ends LF or CRLF",
    ],
    'a = "x\\"': [
        '1:5-1:9 a text begins with " and does not end | end it with " on the same line',
    ],
    "a=1_": [
        "1:3-1:5 1_ has _ beside no digit | write 1",
    ],
    "[a.]": [
        "1:1-1:5 a name is missing in this header | write it: [unit]",
    ],
    "a='''x\n": [
        "1:3-1:6 a text begins with ''' and does not end | end it with '''",
    ],
    "'a = 1": [
        "1:1-1:7 a text begins with ' and does not end | end it with ' on the same line",
    ],
    "x = { value = 91,2, unit = 1.000.000,3 }": [
        "1:15-1:19 91,2 has a decimal comma | write 91.2",
        "1:28-1:39 1.000.000,3 has dots between its thousands and a decimal comma | write 1000000.3",
    ],
    "a=0777": [
        '1:3-1:7 0777 has a 0 before its digits | write 777, or "0777" where it is a code',
    ],
    "a = {1,2}": [
        "1:5-1:7 in braces each value has a key | write { key = value }, or an array in [ ]",
    ],
    "a = 91,2 %": [
        "1:5-1:11 91,2 % has a percent sign and a decimal comma | write 91.2",
    ],
    'a=["x" "y"]': [
        '1:8-1:11 there is no comma before "y" | write one',
    ],
    "format: 1\nunit:\n  id: x\n": [
        "1:1-1:10 it is YAML | write a line key = value for each figure, below the header [figures]",
    ],
    "<html><body>": [
        "1:1-1:13 it is a web page or XML | write a line key = value for each figure, below the header [figures]",
    ],
    '<?xml version="1.0"?>\n<a/>': [
        "1:1-1:22 it is a web page or XML | write a line key = value for each figure, below the header [figures]",
    ],
    "id;name;value\ncao-bang;Cao Bằng;91,2\n": [
        "1:1-1:14 it is a table that a spreadsheet has saved (CSV) | write a line key = value for each figure, below the header [figures]",
    ],
    "a = 1\n<<<<<<< HEAD\nb = 2\n=======\nb = 3\n>>>>>>> x\nc = 91,2\n": [
        "2:1-2:13 <<<<<<< is what git leaves where two versions differ | keep the right version, and delete the other and the lines <<<<<<<, ======= and >>>>>>> | 6:1 the other version ends here",
        "7:5-7:9 91,2 has a decimal comma | write 91.2",
    ],
    "a = 1\n<<<<<<< HEAD\nb = 2\n||||||| base\nb = 1\n=======\nb = 3\n>>>>>>> x\n<<<<<<< HEAD\nc = 2\n=======\n>>>>>>> x\nd = 4\n": [
        "2:1-2:13 <<<<<<< is what git leaves where two versions differ | keep the right version, and delete the other and the lines <<<<<<<, ======= and >>>>>>> | 8:1 the other version ends here",
        "9:1-9:13 <<<<<<< is what git leaves where two versions differ | keep the right version, and delete the other and the lines <<<<<<<, ======= and >>>>>>> | 12:1 the other version ends here",
    ],
    'a = 91,2\nb = 5.000.000\ntên = “x”\nc = 95%\nd = "x\ne = ~20 # ok\n': [
        "1:5-1:9 91,2 has a decimal comma | write 91.2",
        "2:5-2:14 5.000.000 has dots between its thousands | write 5_000_000 or 5000000",
        "3:1-3:4 the key tên has more than letters a-z, digits, _ and - | write name",
        '3:7-3:10 “ ” are no straight quotes | write "x"',
        "4:5-4:8 95% has a percent sign | write 95",
        '5:5-5:7 a text begins with " and does not end | end it with " on the same line',
        '6:5-6:8 ~20 needs quotes | write "~20"',
    ],
    "figures]\na=1": [
        "1:1-1:9 a header begins with [ | write [figures]",
    ],
    'a = "Cao Bằng”': [
        '1:5-1:15 a text begins with " and does not end with it | write "Cao Bằng"',
    ],
    "a = 'x”": [
        "1:5-1:8 a text begins with ' and does not end with it | write 'x'",
    ],
    "x = { a = , b = 1 }": [
        '1:9-1:10 there is no value after a = | write one, or absent = "missing" where there is none',
    ],
    "value=~20, target=3": [
        '1:7-1:10 ~20 needs quotes | write "~20"',
        "1:12-1:18 target stands in the line of another key | begin a new line before target",
    ],
    "a = 1 // note": [
        "1:7-1:9 // begins no comment | write # in place of //",
    ],
    'a = "x" // note': [
        "1:9-1:11 // begins no comment | write # in place of //",
    ],
    "a = [~20, 91,2, “x”, >98]": [
        '1:6-1:9 ~20 needs quotes | write "~20"',
        '1:17-1:20 “ ” are no straight quotes | write "x"',
        '1:22-1:25 >98 needs quotes | write ">98"',
    ],
    "a=\n= 3": [
        '1:2-1:3 there is no value after a = | write one, or absent = "missing" where there is none',
        "2:1-2:2 a key is missing here | write key = value",
    ],
    "a = [b = 1]": [
        "1:8-1:9 a key stands in an array | write ] before the key, or put key = value in { } | 1:5 [ is opened here",
    ],
    "a = {b = [1,2}, c = 3": [
        "1:14-1:15 [ is not closed before } | write ] first | 1:10 [ is opened here",
        "1:17-1:18 c stands in the line of another key | begin a new line before c",
    ],
    "a = [{ b = 1 ]": [
        "1:14-1:15 { is not closed before ] | write } first | 1:6 { is opened here",
    ],
    "a = { b = 1\n[c]\nd = 1,5": [
        "1:5-1:6 { is not closed | write } behind what it holds",
        "3:5-3:8 1,5 has a decimal comma | write 1.5",
    ],
    '[\nb = "x\n and so on\nc = 1,5': [
        '2:5-2:7 a text begins with " and does not end | end it with " on the same line',
        "1:1-1:2 [ is not closed | write ] behind what it holds",
        "4:5-4:8 1,5 has a decimal comma | write 1.5",
    ],
    '[a\nb = "x\n and so on\nc = 1,5': [
        "1:1-1:3 this header is not closed | write [a]",
        '2:5-2:7 a text begins with " and does not end | end it with " on the same line',
        "4:5-4:8 1,5 has a decimal comma | write 1.5",
    ],
    'name =ế"': [
        '1:7-1:9 a text ends with " and does not begin with it | write "ế"',
    ],
    'id = hue"': [
        '1:6-1:10 a text ends with " and does not begin with it | write "hue"',
    ],
    'level = %"x"': [
        "1:9-1:10 % stands before a text | delete it",
    ],
    'x = { a = 1, why "the" }': [
        "1:14-1:17 there is no = behind why | write why = …",
    ],
    "x = { a = 1, why { b = 1 } }": [
        "1:14-1:17 there is no = behind why | write why = …",
    ],
    "x = 1\n}\n": [
        "2:1-2:2 there is a } too many | delete it",
    ],
    "x=1\n]\n": [
        "2:1-2:2 there is a ] too many | delete it",
    ],
    "],[unit]": [
        "1:1-1:2 there is a ] too many | delete it",
    ],
    "{b=1\nc=2": [
        "1:1-1:2 { stands without a key | write key = { … }",
    ],
    ".\na=1": [
        "1:1-1:2 there is no = in this line | write key = value, or # before a comment",
    ],
    "a = {b=1, c }": [
        "1:11-1:12 there is no = behind c | write c = …",
    ],
    "a = {b = ,1}": [
        "1:10-1:12 ,1 has a decimal comma and a point without a digit on each side | write 0.1",
    ],
    "x = [6turnout = 92": [
        "1:15-1:16 a key stands in an array | write ] before the key, or put key = value in { } | 1:5 [ is opened here",
    ],
    "a = 1\n,b = 2": [
        "2:1-2:2 there is a , too many | delete it",
    ],
    'a = {b = 5""", c = 1}': [
        '1:10-1:14 a text ends with """ and does not begin with it | write 5, or "5" for a text',
    ],
    "a = 92'''": [
        "1:5-1:10 a text ends with ''' and does not begin with it | write 92, or \"92\" for a text",
    ],
    'framework = xyz."a"': [
        '1:13-1:17 xyz. needs quotes | write "xyz."',
        "1:17-1:20 something stands behind the value | begin a new line, or write # before a comment",
    ],
    "turnout <= 5": [
        '1:9-1:11 <= stands where = belongs | write turnout = "<=5"',
    ],
    "turnout≥98 # c": [
        "1:1-1:15 it is prose | write a line key = value for each figure, below the header [figures]",
    ],
    "b > 5 %\nc = 1": [
        '1:3-1:4 > stands where = belongs | write b = ">5"',
    ],
    "a = 1\nb = 2 # \x00": [
        "2:5-2:10 2 # \\u0000 is more than a number | write the number alone, in the unit of its indicator; or quotes around a text",
    ],
    "a = 1\n# \x00": [
        "2:3-2:4 here stands something that cannot be read | a line is key = value, a [header], or a comment behind #",
    ],
    'a = [ {b = 1},\n {c = "l} },\n   {d = 1},\n]': [
        '2:7-2:13 a text begins with " and does not end | end it with " on the same line',
    ],
    'b = { v = 7, s = "r }\nc = 1,5': [
        '1:18-1:22 a text begins with " and does not end | end it with " on the same line',
        "2:5-2:8 1,5 has a decimal comma | write 1.5",
    ],
    'b = [ "x", "r ]\nc = 1,5': [
        '1:12-1:16 a text begins with " and does not end | end it with " on the same line',
        "2:5-2:8 1,5 has a decimal comma | write 1.5",
    ],
    'b = { v = 1, s = { t = "r } }\nc = 1,5': [
        '1:24-1:30 a text begins with " and does not end | end it with " on the same line',
        "2:5-2:8 1,5 has a decimal comma | write 1.5",
    ],
    "b = { v = >=98, s = 1 }\nc = 1,5": [
        '1:11-1:15 >=98 needs quotes | write ">=98"',
        "2:5-2:8 1,5 has a decimal comma | write 1.5",
    ],
    "b = { s = 1, v = <= 5 % }": [
        '1:18-1:24 <= 5 % needs quotes | write "<=5"',
    ],
    "b { v = 7, s = 1 }\nc = 1,5": [
        "1:1-1:2 there is no = behind b | write b = { … }",
        "2:5-2:8 1,5 has a decimal comma | write 1.5",
    ],
    "b{ v = 7 }\nc = 1,5": [
        "1:1-1:2 there is no = behind b | write b = { … }",
        "2:5-2:8 1,5 has a decimal comma | write 1.5",
    ],
    'b = {v=5; s="r"; t = [1; 2]}\nc = 1,5': [
        "1:9-1:10 ; stands where , belongs | write , in its place",
        "2:5-2:8 1,5 has a decimal comma | write 1.5",
    ],
    'b = {s="r;"; v=5}': [
        "1:12-1:13 ; stands where , belongs | write , in its place",
    ],
    'b =“ { v = 7, s="r" }\nc = 1,5': [
        "1:4-1:5 “ stands before { | delete it",
        "2:5-2:8 1,5 has a decimal comma | write 1.5",
    ],
    'b = “{ v = 7, s="r" }”\nc = 1,5': [
        "1:5-1:6 “ stands before { | delete it",
        "2:5-2:8 1,5 has a decimal comma | write 1.5",
    ],
    "b = “[draft] x”": [
        '1:5-1:16 “ ” are no straight quotes | write "[draft] x"',
    ],
    "b = { v = 5, s = bc#p2 }\nc = 1,5": [
        '1:18-1:23 bc#p2 needs quotes: # begins a comment | write "bc#p2"',
        "2:5-2:8 1,5 has a decimal comma | write 1.5",
    ],
    "b = { s = bc#p2, v = 5 }": [
        '1:11-1:16 bc#p2 needs quotes: # begins a comment | write "bc#p2"',
    ],
    'b = """x, y#z': [
        '1:5-1:8 a text begins with """ and does not end | end it with """',
    ],
    "b = bc#p2": [
        '1:5-1:10 bc#p2 needs quotes: # begins a comment | write "bc#p2"',
    ],
    "b = true#x\nc = [\n  inf#x\n  nan#x\n]": [
        "4:3-4:8 there is no comma before nan#x, or [ is not closed above | write a comma or ] behind the line before | 2:5 [ is opened here",
    ],
    "b = +-5": [
        "1:5-1:8 +-5 has more than one sign | keep one of them",
    ],
    "b = -007": [
        '1:5-1:9 -007 has a 0 before its digits | write -7, or "007" where it is a code',
    ],
    "a = 1\nb > x": [
        "2:1-2:6 there is no = in this line | write b = > x, or # before a comment",
    ],
    "a = 1\nb ~ 2 = 3": [
        '2:1-2:6 the key b ~ 2 has more than letters a-z, digits, _ and - | write it in quotes: "b ~ 2"',
    ],
    "x = { a = 1, b }": [
        "1:14-1:15 there is no = behind b | write b = …",
    ],
}
"""Each text with its faults: the range, what is wrong, how to mend it, and the second place."""

PARSER_WORDS = ("expected", "invalid", "literal", "float", "unquoted", "recurs")


def told(text: str) -> list[str]:
    """One line a fault: its range, what is wrong, how to mend it, and the second place."""
    document = Document("a.toml", text)
    lines = []
    for finding in faults(text):
        found = document.diagnostic(finding)
        said = found.message.removeprefix("this is not TOML: ")
        line = f"{found.line}:{found.column}-{found.spot.end_line}:{found.spot.end_column} {said}"
        line += f" | {found.hint}"
        if second := found.related:
            line += f" | {second.spot.line}:{second.spot.column} {second.message}"
        lines.append(line)
    return lines


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=map(repr, CASES))
def test_each_fault_is_told_in_plain_words(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_no_fault_is_told_in_the_words_of_the_parser() -> None:
    said = " ".join(line for lines in CASES.values() for line in lines)
    assert [word for word in PARSER_WORDS if word in said] == []


def test_all_faults_are_told_up_to_twenty_and_that_more_follow() -> None:
    text = "".join(f"a{number} = {number},5\n" for number in range(MOST))
    assert [line.split()[1] for line in told(text)] == [f"{number},5" for number in range(MOST)]
    assert told(f"{text}b = 1\nb = ~1\n")[MOST:] == [
        "22:5-22:7 here and below are more faults like those above | mend those above first, then check again"
    ]


def test_a_large_text_is_read_again_a_few_times_only() -> None:
    text = "a = 1,5\n" * (1 << 16)
    assert [line.partition(" ")[0] for line in told(text)] == [
        *(f"{number}:5-{number}:8" for number in range(1, 9)),
        "9:5-9:8",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = " + "9" * 10**6, "1:5-1:1000005 this number is too large"),
        ("a = " + "%" * 10**6, "1:5-1:1000005 here stands something that cannot be read"),
        ("a = " + "=" * 10**6, "1:5-1:6 here stands something that cannot be read"),
        ("a = 1\n" * (1 << 16), "2:1-2:2 this key or table was given before"),
    ],
)
def test_a_line_of_any_length_is_told_at_once(text: str, expected: str) -> None:
    assert told(text)[0].partition(" | ")[0] == expected


SIX = 'a = 91,2\nb = 5.000.000\ntên = “x”\nc = 95%\nd = "x\ne = ~20 # ok\n'
"""As many faults: of four such texts the 21st finding says that there are others."""


@given(
    texts=st.lists(
        st.sampled_from(
            [
                *CASES,
                "a = 1",
                "[b]",
                "[[c]]",
                "d = {",
                "}",
                "e = [",
                "]",
                '"""',
                "'",
                "\r",
                "#",
                " ",
            ]
        ),
        min_size=1,
        max_size=5,
    ),
    joint=st.sampled_from(["\n", "", " ", "\r\n"]),
)
@example(texts=["a = 91,2", "a = 91,2", SIX, "a = 1\nb = 2 # \x00", SIX], joint="\n")
def test_any_mixture_of_faults_is_told_inside_the_text(texts: list[str], joint: str) -> None:
    text = joint.join(texts)
    found = toml.parse(text)
    if isinstance(found, dict):
        assert rtoml.loads(text) == found
        return
    places = [finding.place or (0, 0) for finding in found]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    # In a line behind two brackets that are not closed, each of them is told.
    told_at = {(finding.place, finding.related) for finding in found}
    assert 1 <= len(places) == len(told_at) <= MOST + 1
