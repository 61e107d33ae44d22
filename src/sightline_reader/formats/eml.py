"""E-mails: the headers people read, then the body. Attachments are named, not opened."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from sightline_reader.formats.building import Builder
from sightline_reader.formats.decoding import decode
from sightline_reader.formats.html import write_html
from sightline_reader.limits import DEFAULT, Limits
from sightline_reader.model import Document

HEADERS = ("Subject", "From", "To", "Cc", "Date")


def open_eml(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    message = BytesParser(policy=policy.default).parsebytes(data)
    builder = Builder(name, "message/rfc822", limits)
    for header in HEADERS:
        if message[header]:
            builder.line(f"{header}: {' '.join(str(message[header]).split())}")
            builder.properties[header.lower()] = str(message[header])
    builder.line()
    _write_body(builder, message)
    _name_attachments(builder, message)
    return builder.document()


def _write_body(builder: Builder, message: EmailMessage) -> None:
    body = message.get_body(("plain", "html"))
    if body is None:
        builder.warn("This e-mail has no text of its own.")
        return
    text = _text_of(body)
    if body.get_content_type() == "text/html":
        write_html(builder, text)
    else:
        for line in text.splitlines():
            builder.line(line.rstrip())


def _text_of(part: EmailMessage) -> str:
    data = part.get_payload(decode=True) or b""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(data)[0]


def _name_attachments(builder: Builder, message: EmailMessage) -> None:
    names = [part.get_filename() or "a file without a name" for part in message.iter_attachments()]
    if names:
        builder.properties["attachments"] = "\n".join(names)
        builder.warn(
            f"Attachments were not opened: {', '.join(names)}. Save those that matter and drop them in as well."
        )
