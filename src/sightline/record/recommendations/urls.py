from django.urls import include, path

from .views import alike, answering, keeping, reading, regional

app_name = "recommendations"
of_one = [
    path("", reading.recommendation_page, name="recommendation"),
    path("correct", keeping.correct, name="correct"),
    path("remove", keeping.remove, name="remove"),
    path("themes", keeping.themes, name="themes"),
    path("addressee", keeping.addressee, name="addressee"),
    path("addressees/<int:addressee>/remove", keeping.remove_addressee, name="remove_addressee"),
    path("supersede", keeping.supersede, name="supersede"),
    path("restore", keeping.restore, name="restore"),
    path("answer", answering.respond, name="respond"),
    path("answers/<int:response>/undo", answering.undo_response, name="undo_response"),
    path("action", answering.answer_by_action, name="answer_by_action"),
    path("raise", answering.raise_action, name="raise_action"),
    path("actions/<int:link>/unlink", answering.unlink_action, name="unlink_action"),
    path("evidence", answering.add_evidence, name="add_evidence"),
    path("alike/<int:other>/", alike.pair, name="pair"),
    path("alike/<int:other>/say", alike.say, name="say"),
]
pages = [
    path("", reading.recommendation_list, name="list"),
    path("record", keeping.record, name="record"),
    path("repeated", alike.repeated, name="repeated"),
    path("<int:recommendation>/", include(of_one)),
]
regional_pages = [
    path("", regional.issued_list, name="regional"),
    path("issue", regional.issue, name="issue"),
    path("repeated", alike.repeated_in_region, name="repeated_in_region"),
    path("alike/<int:recommendation>/<int:other>/", alike.pair_in_region, name="pair_in_region"),
    path("alike/<int:recommendation>/<int:other>/say", alike.say_in_region, name="say_in_region"),
    path("<int:recommendation>/", regional.issued_page, name="issued"),
    path("<int:recommendation>/correct", regional.correct, name="correct_issued"),
    path("<int:recommendation>/more", regional.more, name="issue_to_more"),
    path("<int:recommendation>/share", regional.share, name="share_answers"),
    path("<int:recommendation>/withdraw/<int:issued>", regional.withdraw, name="take_back"),
]
urlpatterns = [
    path("p/<slug:partnership>/recommendations/", include(pages)),
    path("region/recommendations/", include(regional_pages)),
]
