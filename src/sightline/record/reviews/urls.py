from django.urls import URLPattern, URLResolver, include, path

app_name = "reviews"

# Serious incidents and rapid reviews.
of_incidents: list[URLPattern | URLResolver] = []
of_rapid: list[URLPattern | URLResolver] = []

# Practice reviews, findings and themes.
of_practice: list[URLPattern | URLResolver] = []
of_themes: list[URLPattern | URLResolver] = []

urlpatterns = [path("p/<slug:partnership>/", include(of_incidents + of_rapid + of_practice + of_themes))]
