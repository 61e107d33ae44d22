from django.urls import include, path

from .views import edit_organisations, edit_people, organisations, people, shared

app_name = "directory"

partnership = [
    path("people", people.people, name="people"),
    path("people/new", edit_people.create, name="create_person"),
    path("people/<int:person>", people.person, name="person"),
    path("people/<int:person>/correct", edit_people.correct, name="correct_person"),
    path("people/<int:person>/appoint", edit_people.appoint, name="appoint"),
    path("posts/<int:post>", people.post, name="post"),
    path("posts/<int:post>/correct", edit_people.correct_a_post, name="correct_post"),
    path("posts/<int:post>/fill", edit_people.fill, name="fill_post"),
    path("posts/<int:post>/end", edit_people.end_a_post, name="end_post"),
    path("holdings/<int:holding>", edit_people.correct_a_holding, name="correct_holding"),
    path("organisations", organisations.organisations, name="organisations"),
    path("organisations/new", edit_organisations.create, name="create_organisation"),
    path("organisations/<int:organisation>", organisations.organisation, name="organisation"),
    path("organisations/<int:organisation>/posts/new", edit_people.create_a_post, name="create_post"),
    path("organisations/<int:organisation>/correct", edit_organisations.correct, name="correct_organisation"),
    path("organisations/<int:organisation>/rename", edit_organisations.rename, name="rename_organisation"),
    path("organisations/<int:organisation>/also", edit_organisations.also, name="name_also"),
    path("organisations/<int:organisation>/end", edit_organisations.end, name="end_organisation"),
    path("organisations/<int:organisation>/standing", edit_organisations.standing, name="state_standing"),
    path("organisations/<int:organisation>/number", edit_organisations.number, name="record_identifier"),
    path("organisations/<int:organisation>/areas/new", edit_organisations.serves, name="record_service_area"),
    path("standings/<int:standing>/end", edit_organisations.end_a_standing, name="end_standing"),
    path("areas-served/<int:serves>/end", edit_organisations.end_an_area, name="end_service_area"),
]

shared_by_all = [
    path("organisations", shared.organisations, name="shared_organisations"),
    path("organisations/new", shared.add, name="add_shared_organisation"),
    path("organisations/<int:organisation>", shared.organisation, name="shared_organisation"),
    path("organisations/<int:organisation>/correct", shared.correct, name="correct_shared_organisation"),
    path("organisations/<int:organisation>/rename", shared.rename, name="rename_shared_organisation"),
    path("organisations/<int:organisation>/also", shared.also, name="name_shared_organisation_also"),
    path("organisations/<int:organisation>/number", shared.number, name="number_shared_organisation"),
    path("organisations/<int:organisation>/areas/new", shared.serves, name="shared_organisation_serves"),
    path("organisations/<int:organisation>/after", shared.succeed, name="succeed_shared_organisation"),
    path("organisations/<int:organisation>/end", shared.end, name="end_shared_organisation"),
    path("areas", shared.areas, name="shared_areas"),
    path("areas/new", shared.add_area, name="add_area"),
    path("areas/<int:area>", shared.area, name="shared_area"),
    path("areas/<int:area>/place", shared.place, name="place_area"),
    path("areas/placings/<int:placing>/end", shared.take_out, name="take_area_out"),
]

urlpatterns = [path("p/<slug:partnership>/", include(partnership)), path("shared/", include(shared_by_all))]
