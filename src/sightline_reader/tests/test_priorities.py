from sightline_reader.kinds.priorities import find
from sightline_reader.tests.papers import view_of


def read(text):
    return [(c.fields["number"], c.fields["title"], c.fields["scope"]) for c in find(view_of(text))]


def test_priorities_behind_the_word_take_the_outcome_under_them():
    text = "Priority 1: Safe at home\n\nOutcome: Babies live in safe homes.\n\nPRIORITY 2b Early help\n"
    found = [c.fields for c in find(view_of(text))]
    assert [(f["number"], f["title"]) for f in found] == [("1", "Safe at home"), ("2b", "Early help")]
    assert found[0]["outcome"] == "Babies live in safe homes."


def test_a_list_under_a_heading_takes_its_scope_from_it():
    text = "Children’s Priority Areas\n- Neglect\n- Safe travel\nAdults’ Priority Areas\n- Self-neglect\nStructure\n- Board\n"
    assert read(text) == [
        (None, "Neglect", "children"),
        (None, "Safe travel", "children"),
        (None, "Self-neglect", "adults"),
    ]


def test_aims_that_lost_their_bullets_begin_with_to():
    text = "Our aims:\n   To make homes safe and\n   warm for babies;\n   To hear young people.\n\nOur vision:\n   A town that cares.\n"
    assert [title for _, title, _ in read(text)] == ["To make homes safe and warm for babies;", "To hear young people"]


def test_numbers_that_came_apart_from_their_titles_are_paired_in_order():
    text = (
        "Ridley Board Plan Overarching Themes 1. 2. 3. Early Help Voice of the Child Learning from Reviews "
        "Areas of interest 4. Gangs 5. Missing from Care The plan is read each year.\n"
    )
    assert read(text) == [
        ("1", "Early Help", None),
        ("2", "Voice of the Child", None),
        ("3", "Learning from Reviews", None),
        ("4", "Gangs", None),
        ("5", "Missing from Care", None),
    ]


def test_a_table_of_areas_gives_each_area_its_own():
    text = (
        "We spoke to Moor and Dale. In Moor and Dale much was done.\n\nPriority area\tBorough\t\n"
        "Knives\tAshby\tBrook\nSafe streets\tAshby Moor and Da\tBrook le\nGames\tAshby\t\n"
    )
    assert [(title, scope) for _, title, scope in read(text)] == [
        ("Knives", "Ashby"),
        ("Knives", "Brook"),
        ("Safe streets", "Ashby"),
        ("Safe streets", "Moor and Dale"),
        ("Safe streets", "Brook"),
        ("Games", "Ashby"),
    ]


def test_a_sentence_that_lists_priorities():
    assert [t for _, t, _ in read("The three Fenwick priorities: safe travel, sleep, and early words.")] == [
        "safe travel",
        "sleep",
        "early words",
    ]


def test_talk_of_priorities_is_no_list():
    assert read("The priorities are agreed each year by the Board, which meets in spring.") == []


def test_short_lines_under_an_announcement_are_the_list():
    text = "The partnership agreed the following priorities:\nSafe sleep\nOnline harm\n\nMembers were thanked for all their work.\n"
    assert [title for _, title, _ in read(text)] == ["Safe sleep", "Online harm"]


def test_the_next_chapter_is_no_entry_of_a_chapter_called_priorities():
    text = "1. Attendance\nMembers came.\n\n2. Priorities\nMembers spoke of them.\n\n3. Deputies\nThere are few.\n\n4. Training\n"
    assert read(text) == []
