from email.message import EmailMessage

import pytest

from sightline_reader.model import CELL_BREAK, Unreadable
from sightline_reader.opening import open_document


def html(body: str, head: str = "") -> str:
    return open_document(
        f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html"
    ).text


def test_what_a_person_sees_of_a_page_is_read_and_scripts_are_not():
    text = html(
        "<nav>Home</nav><h1>Board</h1><p>Met <b>twice</b>\n a year<script>alert('x')</script></p><p hidden>no</p>"
    )
    assert text == "Board\n\nMet twice a year\n\n"


def test_cells_over_several_columns_and_rows_keep_their_places():
    document = open_document(
        b"<html><table><tr><th rowspan=2>Agency<th colspan=2>Attended<tr><th>May<th>July"
        b"<tr><td>Police<td><p>Yes</p><p>late</p><td>No</table></html>",
        "grid.htm",
    )
    assert [[c.text for c in row] for row in document.tables[0].rows] == [
        ["Agency", "Attended", ""],
        ["", "May", "July"],
        ["Police", "Yes late", "No"],
    ]
    assert f"Yes{CELL_BREAK}late" in document.text


def test_a_page_in_an_old_encoding_is_read_by_what_it_says_of_itself():
    data = '<html><head><meta charset="windows-1252"></head><body>Cost – £40</body></html>'.encode("cp1252")
    assert open_document(data, "page.html").text == "Cost – £40\n"


def test_a_page_of_endless_parts_within_parts_is_refused():
    with pytest.raises(Unreadable) as refusal:
        open_document(b"<html>" + b"<div>" * 3000 + b"x", "deep.html")
    assert refusal.value.code == "too-deep"


def mail(html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "Minutes of 4 May", "Board team <team@board.example>"
    message["To"], message["Date"] = "all@board.example", "Tue, 05 May 2026 10:00:00 +0000"
    message.set_content("Dear all\n\nThe minutes are attached.\n")
    if html:
        message.add_alternative(html, subtype="html")
    return message


def test_an_email_gives_its_headers_and_body_and_names_its_attachments():
    message = mail("<p>Dear all</p>")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="minutes.pdf")
    document = open_document(message.as_bytes(), "mail.eml")
    assert document.text.startswith("Subject: Minutes of 4 May\nFrom: Board team")
    assert "\n\nDear all\n\nThe minutes are attached.\n" in document.text
    assert document.properties["attachments"] == "minutes.pdf"
    assert "minutes.pdf" in document.warnings[0]


def test_an_email_of_html_alone_is_read():
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Actions", "a@b.example", "c@d.example"
    message.set_content("<table><tr><td>Chair<td>to write</table>", subtype="html")
    document = open_document(message.as_bytes(), "mail.eml")
    assert [cell.text for cell in document.tables[0].rows[0]] == ["Chair", "to write"]


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "old.doc", "old .doc form"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 20, "scan.png", "picture"),
        (rb"{\rtf1 minutes}", "minutes.rtf", "rich text"),
        (bytes(range(256)) * 20, "what.bin", "cannot be read"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "minutes.txt", "cannot be read"),
    ],
)
def test_a_kind_that_cannot_be_read_says_what_to_do(data, name, says):
    with pytest.raises(Unreadable, match=says) as refusal:
        open_document(data, name)
    assert refusal.value.code == "unsupported" and "drop" in refusal.value.message


def test_a_file_with_the_wrong_name_is_read_as_what_it_is():
    document = open_document(b"<!doctype html><p>Board</p>", "minutes.pdf")
    assert document.text == "Board\n\n"
    assert document.warnings[0].startswith("The name of this file says a PDF, but it is a web page.")
