import pytest

from sightline_reader.model import Unreadable
from sightline_reader.opening import open_document


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_is_read_whatever_encoding_wrote_it(encoding):
    text = "Minutes – the Board’s café meeting cost £40\r\nPresent: Zoë Ng\r\n"
    assert open_document(text.encode(encoding), "minutes.txt").text == text


def test_offsets_into_a_utf_8_text_are_those_of_the_file_with_its_mark_and_line_ends():
    data = "\ufeffAgenda\r\n\fItem 1\n".encode()
    document = open_document(data, "agenda.txt")
    assert document.text == data.decode("utf-8")
    assert [(page.start, page.end) for page in document.pages] == [(0, 9), (10, 17)]


def test_headings_of_markdown_are_kept_with_their_level():
    document = open_document(b"# Board minutes\n\nText\n\n### Actions ###\n", "notes.md")
    assert [(document.text[h.start : h.end], h.level) for h in document.headings] == [
        ("Board minutes", 1),
        ("Actions", 3),
    ]


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty(data):
    with pytest.raises(Unreadable, match="empty") as refusal:
        open_document(data, "minutes.txt")
    assert refusal.value.code == "empty"
