from django.urls import include, path

from . import views

app_name = "library"
pages = [
    path("documents/", views.documents, name="documents"),
    path("documents/a-to-z", views.a_to_z, name="a_to_z"),
    path("documents/<int:pk>/", views.document, name="document"),
    path("documents/<int:pk>/change", views.change, name="change"),
    path("documents/<int:pk>/v<int:version>/original", views.original, name="original"),
    path("documents/<int:pk>/v<int:version>/page/<int:number>", views.page, name="page"),
    path("documents/<int:pk>/v<int:version>/page/<int:number>/picture", views.picture, name="picture"),
]
urlpatterns = [path("p/<slug:partnership>/", include(pages))]
