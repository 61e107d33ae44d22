"""What a file is, by its content. The name only settles what the content leaves open."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from sightline_reader.formats.decoding import decode, has_zeros_of_text

HEAD = 4096
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
OFFICE_PARTS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p|h1|meta)\b", re.IGNORECASE)
MAIL_HEADER = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|x-[\w-]+|content-type):",
    re.IGNORECASE | re.MULTILINE,
)

FAMILY = {
    "pdf": "pdf",
    "docx": "docx",
    "docm": "docx",
    "dotx": "docx",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "xlsb": "xlsx",
    "xls": "xls",
    "ods": "ods",
    "csv": "csv",
    "tsv": "csv",
    "tab": "csv",
    "htm": "html",
    "html": "html",
    "xhtml": "html",
    "txt": "text",
    "text": "text",
    "md": "text",
    "markdown": "text",
    "log": "text",
    "eml": "eml",
}
"""File extensions and the kind of file each promises."""


@dataclass(frozen=True, slots=True)
class Sniffed:
    """`kind` is one of the readable kinds, or of: doc, msg, encrypted, pptx, odt, odp, rtf, picture, zip, unknown, empty."""

    kind: str
    promised: str | None

    @property
    def is_misnamed(self) -> bool:
        return self.promised is not None and self.promised != self.kind


def sniff(data: bytes, name: str) -> Sniffed:
    promised = FAMILY.get(name.rpartition(".")[2].lower()) if "." in name else None
    return Sniffed(_kind(data, promised), promised)


def _kind(data: bytes, promised: str | None) -> str:
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if not head:
        return "empty"
    if b"%PDF-" in data[:HEAD] and not head.lower().startswith((b"from:", b"received:", b"return-path:", b"<")):
        return "pdf"
    if data.startswith(b"PK"):
        return _packed_kind(data, promised)
    if data.startswith(OLE):
        return _compound_kind(data)
    if head.startswith(rb"{\rtf"):
        return "rtf"
    if data.startswith(PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or data[4:12] == b"ftypheic":
        return "picture"
    if b"\x00" in data[:HEAD] and not has_zeros_of_text(data):
        return "unknown"
    return _written_kind(data, head, promised)


def _packed_kind(data: bytes, promised: str | None) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()
            if "mimetype" in names and packed.getinfo("mimetype").file_size < 200:
                return OPEN_DOCUMENT.get(packed.read("mimetype").strip(), "zip")
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return promised if promised in ("docx", "xlsx", "ods") else "zip"
    for part, kind in OFFICE_PARTS:
        if any(name.startswith(part) for name in names):
            return kind
    return "zip"


def _compound_kind(data: bytes) -> str:
    """The names of streams stand in the file as UTF-16."""
    for stream, kind in (
        ("EncryptedPackage", "encrypted"),
        ("WordDocument", "doc"),
        ("Workbook", "xls"),
        ("PowerPoint Document", "ppt"),
        ("__substg1.0", "msg"),
    ):
        if stream.encode("utf-16-le") in data:
            return kind
    return "xls" if "Book".encode("utf-16-le") in data else "unknown"


def _written_kind(data: bytes, head: bytes, promised: str | None) -> str:
    if promised == "text":
        return "text"  # for text files offsets are those of the file, whatever it holds
    if b"\x00" in data[:HEAD]:
        head = decode(data[:HEAD])[0].encode("utf-8", "replace").lstrip(b"\xef\xbb\xbf \t\r\n")
    if HTML.search(head[:1024]) and head.startswith(b"<"):
        return "html"
    lines = head.split(b"\n\n")[0].split(b"\r\n\r\n")[0]
    if len(MAIL_HEADER.findall(lines)) >= 3 and MAIL_HEADER.match(lines):
        return "eml"
    if promised in ("html", "eml", "csv"):
        return promised
    return "csv" if promised in ("xlsx", "xls", "ods") else "text"
