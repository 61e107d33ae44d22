"""Bytes of text to characters, whatever wrote them."""

import codecs

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 20_000
ZEROS_OF_UTF16 = 0.3  # of every other byte: Latin text in UTF-16 has nearly all


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. UTF-8 keeps its byte order mark, so that offsets stay those of the file."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = _unmarked_utf16(data) or _guess(data)
        return data.decode(encoding, "replace"), encoding


def has_zeros_of_text(data: bytes) -> bool:
    """Zero bytes mean a program's file, unless they are the halves of UTF-16 or UTF-32 letters."""
    return data.startswith(tuple(mark for mark, _ in MARKS)) or _unmarked_utf16(data) is not None


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[:SAMPLE]
    half = max(len(sample) // 2, 1)
    low, high = sample[1::2].count(0) / half, sample[0::2].count(0) / half
    if low > ZEROS_OF_UTF16 and high < low / 10:
        return "utf-16-le"
    if high > ZEROS_OF_UTF16 and low < high / 10:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> str:
    """Windows-1252 unless its five unused bytes occur: English office papers that are not Unicode are nearly all in it."""
    try:
        data.decode("cp1252")
        return "cp1252"
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data[:SAMPLE]).best()
        return best.encoding if best else "cp1252"
