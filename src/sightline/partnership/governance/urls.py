from django.urls import include, path

from .views import (
    arrangements,
    boards,
    edit_boards,
    edit_responsibilities,
    edit_seats,
    edit_terms,
    landscape,
    structure,
)

app_name = "governance"

partnership = [
    path("structure", structure.structure, name="structure"),
    path("structure.svg", structure.structure_svg, name="structure_svg"),
    path("arrangements", arrangements.arrangements, name="arrangements"),
    path("arrangements/areas/new", arrangements.cover, name="cover_area"),
    path("arrangements/areas/<int:covered>/end", arrangements.stop, name="stop_covering_area"),
    path("boards", structure.board_list, name="boards"),
    path("boards/new", edit_boards.create, name="create_board"),
    path("boards/<int:board>", boards.seats, name="board"),
    path("boards/<int:board>/terms", boards.terms, name="terms"),
    path("boards/<int:board>/terms/compare", boards.compare_terms, name="compare_terms"),
    path("boards/<int:board>/lines", boards.lines, name="lines"),
    path("boards/<int:board>/responsibilities", boards.responsibilities, name="board_responsibilities"),
    path("boards/<int:board>/correct", edit_boards.correct, name="correct_board"),
    path("boards/<int:board>/rename", edit_boards.rename, name="rename_board"),
    path("boards/<int:board>/also", edit_boards.also, name="name_board_also"),
    path("boards/<int:board>/end", edit_boards.end, name="end_board"),
    path("boards/<int:board>/lines/new", edit_boards.draw, name="draw_line"),
    path("lines/<int:line>/end", edit_boards.end_a_line, name="end_line"),
    path("boards/<int:board>/terms/draft", edit_terms.draft, name="draft_terms"),
    path("boards/<int:board>/terms/approve", edit_terms.approve, name="approve_terms"),
    path("boards/<int:board>/terms/end", edit_terms.end, name="end_terms"),
    path("boards/<int:board>/seats/new", edit_seats.create, name="create_seat"),
    path("boards/<int:board>/seats/<int:seat>", edit_seats.seat, name="seat"),
    path("boards/<int:board>/seats/<int:seat>/correct", edit_seats.correct, name="correct_seat"),
    path("boards/<int:board>/seats/<int:seat>/end", edit_seats.end, name="end_seat"),
    path("boards/<int:board>/seats/<int:seat>/member", edit_seats.seat_member, name="seat_person"),
    path("boards/<int:board>/seats/<int:seat>/deputy", edit_seats.seat_deputy, name="name_deputy"),
    path("memberships/<int:membership>/end", edit_seats.leave, name="end_membership"),
    path("people/<int:person>/seats", landscape.seats_of_person, name="seats_of_person"),
    path("roles", landscape.roles, name="roles"),
    path("areas", landscape.areas, name="areas"),
    path("responsibilities", structure.responsibilities, name="responsibilities"),
    path("responsibilities/new", edit_responsibilities.state, name="state_responsibility"),
    path("responsibilities/<int:responsibility>", edit_responsibilities.one, name="responsibility"),
    path("responsibilities/<int:responsibility>/hold", edit_responsibilities.hold, name="hold_responsibility"),
    path("responsibilities/held/<int:held>/end", edit_responsibilities.end, name="end_responsibility_held"),
]

urlpatterns = [path("p/<slug:partnership>/", include(partnership))]
