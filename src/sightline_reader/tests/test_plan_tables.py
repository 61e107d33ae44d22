from sightline_reader.kinds import actions, priorities
from sightline_reader.tests.papers import view_of

PLAN = (
    "Fenwick plan\n\n"
    "| Priority | Outcome for children | Our pledge | Objectives |\n|---|---|---|---|\n"
    "| 1. Safe piers | Fewer children fall | We walk each pier | Rails on every pier |\n"
    "| | | | Lamps at every step |\n"
    "| 2. Ferries on time | Nobody waits in the dark | | A shelter at each stop |\n"
)


def test_a_priority_of_a_table_has_its_outcome_pledge_and_objectives():
    found = [c.fields for c in priorities.find(view_of(PLAN))]
    assert [(f["number"], f["title"], f["outcome"], f.get("pledge"), f["objectives"]) for f in found] == [
        ("1", "Safe piers", "Fewer children fall", "We walk each pier", "Rails on every pier\nLamps at every step"),
        ("2", "Ferries on time", "Nobody waits in the dark", None, "A shelter at each stop"),
    ]


def test_how_pressing_an_action_is_is_no_priority():
    text = (
        "Fenwick plan\n\n| Action | Owner | Priority |\n|---|---|---|\n"
        "| Paint the pier | Harbour office | High |\n| Sweep the pier | Harbour office | Low |\n"
    )
    assert priorities.find(view_of(text)) == []


def test_an_action_says_which_objective_it_serves_also_where_the_cell_is_left_empty():
    text = (
        "Fenwick action plan\n\n| Objective | Action | Owner | By when |\n|---|---|---|---|\n"
        "| Rails on every pier | Order the rails | Harbour office | May 2026 |\n"
        "| | Fix the rails in place | Harbour office | June 2026 |\n"
    )
    found = [c.fields for c in actions.find(view_of(text))]
    assert [f["issue"] or f["objective"] for f in found] == ["Rails on every pier", "Rails on every pier"]


def test_a_heading_over_a_table_names_what_its_actions_serve():
    table = "| Action | Owner | By when |\n|---|---|---|\n| Order the rails | Harbour office | May 2026 |\n"
    text = f"Fenwick action plan\n\nPriority 1: Safe piers\n\n{table}\nPriority 2: Ferries on time\n\n{table.replace('rails', 'lamps')}"
    assert [c.fields["objective"] for c in actions.find(view_of(text))] == ["Safe piers", "Ferries on time"]
