from django.urls import path

from . import views

app_name = "design"

urlpatterns = [
    path("gallery", views.gallery, name="gallery"),
    path("words", views.check_words, name="check_words"),
]
