from sightline_reader.classify import kind_of
from sightline_reader.kinds import findings
from sightline_reader.kinds.learning import find
from sightline_reader.tests.papers import view_of, words_of


def read(text):
    view = view_of(text)
    found = find(view)
    assert all(c.fields["text"].split()[0] in words_of(view, c) for c in found)
    return [c.fields for c in found]


def texts(text):
    return [f["text"] for f in read(text)]


BRIEFING = (
    "Seven-minute briefing: rails and piers\n\n"
    "What happened\n\n- A rail gave way in winter and nobody was told.\n\n"
    "Key learning\n\n- Rails: wardens looked at the paint and not at the wood.\n- Each warden kept a book of their own.\n\n"
    "What to do differently\n\n1. Walk the whole pier together every spring.\n2. Tell the harbour office on the same day.\n\n"
    "Questions for your team\n\n- Where is the nearest rail to your office?\n"
)


def test_a_briefing_gives_what_was_learned_and_what_to_do_and_nothing_else():
    assert [(f["sort"], f["theme"], f["number"], f["text"][:12]) for f in read(BRIEFING)] == [
        ("learned", "Rails", None, "Rails: warde"),
        ("learned", None, None, "Each warden "),
        ("do", None, "1", "Walk the who"),
        ("do", None, "2", "Tell the har"),
    ]


def test_a_seven_minute_briefing_is_a_briefing_also_when_it_names_its_review():
    assert kind_of(view_of(BRIEFING)) == "briefing"
    assert kind_of(view_of("Learning bulletin\n\nOn a thematic review of rails\n\nKey messages\n")) == "briefing"
    assert kind_of(view_of("Thematic review of rails\n\nThe panel found much.\n")) == "review"


def test_learning_points_with_a_number_come_from_anywhere():
    text = (
        "Thematic review of rails\n\nLearning point 1: Wardens should walk the pier in pairs.\n\nThe panel met in spring.\n\n"
        "Lesson 2 – Books of wardens are to be read together.\n\nKey message 3:\n\nNobody waits for somebody else to ask.\n"
    )
    assert [(f["number"], f["text"]) for f in read(text)] == [
        ("1", "Wardens should walk the pier in pairs."),
        ("2", "Books of wardens are to be read together."),
        ("3", "Nobody waits for somebody else to ask."),
    ]


def test_key_messages_say_for_whom_and_small_headings_are_their_themes():
    text = (
        "Yearly report of Fenwick\n\nKey messages for schools\n\n- Ring the harbour before any walk.\n\n"
        "Key Messages for Practice\n\nWatching\n\nThe sea is wide. Wardens must look twice before they write. It rains.\n\n"
        "Training & Development\n\n- Forty wardens came to a day of training.\n"
    )
    assert [(f["audience"], f["theme"], f["text"]) for f in read(text)] == [
        ("schools", None, "Ring the harbour before any walk."),
        (None, "Watching", "Wardens must look twice before they write."),
    ]


def test_of_a_long_account_only_the_sentences_that_teach_are_taken():
    text = (
        "Fenwick report\n\nLEARNING\n\nThe pier was built in a hurry and nobody kept the plans of it. Practitioners should ask "
        "for plans before they build. The plans were found later in a chest.\n\nIMPACT\n\n- Wardens should be proud of it all.\n"
    )
    assert [(f["audience"], f["text"]) for f in read(text)] == [
        ("practitioners", "Practitioners should ask for plans before they build.")
    ]


def test_a_sentence_that_says_what_the_learning_is_gives_it():
    text = "Review of rails\n\nThe key learning from this review is that rails rot from within. It was long.\n"
    assert texts(text) == ["that rails rot from within."]


def test_a_table_gives_what_stands_beside_the_heading():
    text = (
        "Rails briefing\n\n| Part | Words |\n|---|---|\n| Background | A rail gave way in the winter. |\n"
        "| What did we learn? | Wardens looked at the paint only. |\n| What to do | Look at the wood every spring. |\n"
    )
    assert [(f["sort"], f["text"]) for f in read(text)] == [
        ("learned", "Wardens looked at the paint only."),
        ("do", "Look at the wood every spring."),
    ]


def test_findings_and_recommendations_under_a_heading_of_learning_stay_what_they_are():
    text = (
        "Thematic review of rails\n\nLearning\n\nFinding 1: Nobody should have painted over rot.\n\n"
        "Recommendation 1: Wardens should scrape the paint.\n"
    )
    assert texts(text) == []
    assert len(findings.find(view_of(text))) == 1


def test_learning_points_are_not_told_twice_as_findings():
    text = "Thematic review of rails\n\nLearning points\n\n- Each warden kept a book of their own.\n"
    assert texts(text) == ["Each warden kept a book of their own."]
    assert findings.find(view_of(text)) == []


def test_what_only_names_learning_gives_none():
    assert (
        texts("Report\n\nLearning and Development Subgroup\n\n- The subgroup should meet four times each year.\n") == []
    )
    assert texts("Report\n\nLearning outcomes\n\n- Wardens should know the names of all the piers.\n") == []
    assert texts("Minutes of the Board\n\nPresent: Ida Moss\n\nLearning\n\n- Wardens should look at the wood.\n") == []


def test_a_sentence_that_only_says_who_is_to_do_what_is_learning_too():
    text = (
        "Fenwick report\n\nLEARNING\n\nThe Harbour Steering Group to review the guidance on rails and on rot.\n\n"
        "The Harbour Steering Group met in spring and went home again.\n"
    )
    assert texts(text) == ["The Harbour Steering Group to review the guidance on rails and on rot."]
