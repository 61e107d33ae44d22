from sightline_reader.model import CELL_BREAK
from sightline_reader.tasks.sentences import sentences_in


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences_in(text, 0, len(text))]


def test_lines_of_a_cell_are_sentences_of_their_own():
    assert texts(f"Violence plan{CELL_BREAK}The plan was agreed. It goes to Dr. Moss.") == [
        "Violence plan",
        "The plan was agreed.",
        "It goes to Dr. Moss.",
    ]


def test_a_numbered_paragraph_begins_a_sentence():
    assert texts("The hall is let\n2.1 The fee is small") == ["The hall is let", "The fee is small"]
