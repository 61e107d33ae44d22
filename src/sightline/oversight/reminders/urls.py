from django.urls import include, path

from . import views

app_name = "reminders"
of_a_partnership = [
    path("", views.who_gets_what, name="who"),
    path("who/<int:person>/", views.one, name="one"),
    path("nobody", views.nobody, name="nobody"),
    path("sent", views.sent, name="sent"),
    path("sent/<int:digest>/", views.digest_page, name="digest"),
    path("sent/<int:digest>/again", views.try_again, name="again"),
    path("links", views.links, name="links"),
    path("links/<int:link>/take-back", views.revoke, name="revoke"),
    path("answers", views.answers, name="answers"),
    path("answers/<int:answer>/take-up", views.take_up, name="take_up"),
    path("contacts", views.contacts, name="contacts"),
    path("contacts/add", views.add_contact, name="add_contact"),
    path("contacts/<int:contact>/remove", views.remove_contact, name="remove_contact"),
    path("settings", views.rhythm, name="rhythm"),
]
urlpatterns = [
    path("p/<slug:partnership>/reminders/", include(of_a_partnership)),
    path("answer/<str:secret>", views.answer, name="answer"),
    path("reminders/yours/<str:secret>", views.wishes, name="wishes"),
    path("reminders/mine", views.own, name="own"),
]
