from django.urls import include, path

from . import views

app_name = "accounts"

partnership = [
    path("people-who-sign-in", views.people, name="people"),
    path("people-who-sign-in/invite", views.invite_person, name="invite"),
    path("people-who-sign-in/roles/<int:grant>/end", views.end_a_role, name="end_role"),
    path("people-who-sign-in/invitations/<int:invitation>/send-again", views.send_invitation_again, name="send_again"),
    path("people-who-sign-in/invitations/<int:invitation>/withdraw", views.withdraw, name="withdraw"),
    path("sharing", views.sharing, name="sharing"),
    path("changes", views.changes, name="changes"),
    path("changes/<slug:table>/<int:row>", views.history, name="history"),
]

urlpatterns = [
    path("roles", views.roles, name="roles"),
    path("account", views.own_account, name="own"),
    path("invitation/<str:secret>", views.accept, name="accept"),
    path("accounts", views.all_accounts, name="all"),
    path("accounts/partnerships", views.partnerships, name="partnerships"),
    path("accounts/partnerships/new", views.add_partnership, name="add_partnership"),
    path("accounts/invite", views.invite_administrator, name="invite_anywhere"),
    path("accounts/<int:user>", views.account_of, name="account_of"),
    path("accounts/<int:user>/close", views.close, name="close"),
    path("accounts/<int:user>/reopen", views.reopen, name="reopen"),
    path("accounts/roles/<int:grant>/end", views.end_a_role_anywhere, name="end_role_anywhere"),
    path("accounts/invitations/<int:invitation>/send-again", views.send_again_anywhere, name="send_again_anywhere"),
    path("accounts/invitations/<int:invitation>/withdraw", views.withdraw_anywhere, name="withdraw_anywhere"),
    path("accounts/changes", views.changes_anywhere, name="changes_anywhere"),
    path("p/<slug:partnership>/", include(partnership)),
]
