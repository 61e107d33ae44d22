from django.urls import include, path

from .views import changing, comparing, plans, priorities, regional, vocabulary

app_name = "plan"

of_priority = [
    path("", priorities.priority_page, name="priority"),
    path("correct", changing.correct_priority, name="correct_priority"),
    path("end", changing.end_priority, name="end_priority"),
    path("carry-on", changing.carry_on, name="carry_on"),
    path("remove", changing.remove_priority, name="remove_priority"),
    path("objectives/set", changing.set_objective, name="set_objective"),
    path("themes/add", changing.add_theme, name="add_theme"),
    path("themes/propose", changing.propose_themes, name="propose_themes"),
    path("themes/<int:link>/confirm", changing.confirm_theme, name="confirm_theme"),
    path("themes/<int:link>/remove", changing.remove_theme, name="remove_theme"),
]
of_objective = [
    path("", priorities.objective_page, name="objective"),
    path("correct", changing.correct_objective, name="correct_objective"),
    path("end", changing.end_objective, name="end_objective"),
    path("reopen", changing.reopen_objective, name="reopen_objective"),
    path("remove", changing.remove_objective, name="remove_objective"),
]
of_format = [
    path("", plans.plans_of, name="plans_of"),
    path("submit", plans.submit_plan, name="submit_plan"),
    path("not-needed", plans.say_not_needed, name="say_not_needed"),
    path("needed", plans.say_needed, name="say_needed"),
]
of_plan = [
    path("", plans.plan_page, name="plan"),
    path("correct", plans.correct_plan, name="correct_plan"),
    path("sections", plans.mark_sections, name="mark_sections"),
    path("review", plans.review_plan, name="review_plan"),
    path("reviews/<int:review>/remove", plans.remove_review, name="remove_review"),
    path("remove", plans.remove_plan, name="remove_plan"),
]
of_partnership = [
    path("priorities/", priorities.priority_list, name="priorities"),
    path("priorities/set", changing.set_priority, name="set_priority"),
    path("priorities/years", priorities.history, name="history"),
    path("priorities/themes", priorities.by_theme, name="by_theme"),
    path("priorities/vocabulary", priorities.themes, name="themes"),
    path("priorities/<int:priority>/", include(of_priority)),
    path("objectives/<int:objective>/", include(of_objective)),
    path("plans/", plans.register, name="plans"),
    path("plans/formats/<int:format>/", include(of_format)),
    path("plans/<int:plan>/", include(of_plan)),
]
of_theme = [
    path("", vocabulary.theme_page, name="theme"),
    path("replace", vocabulary.replace_theme, name="replace_theme"),
    path("end", vocabulary.end_theme, name="end_theme"),
    path("words/add", vocabulary.add_words, name="add_words"),
    path("words/<int:word>/remove", vocabulary.drop_word, name="drop_word"),
]
of_regional_format = [
    path("", regional.format_page, name="format"),
    path("correct", regional.correct_format, name="correct_format"),
    path("version", regional.new_version, name="new_version"),
    path("end", regional.end_format, name="end_format"),
    path("sections/add", regional.add_section, name="add_section"),
    path("sections/<int:section>/remove", regional.drop_section, name="drop_section"),
]
of_region = [
    path("priorities/", comparing.themes, name="region_themes"),
    path("priorities/changes", comparing.changes, name="region_changes"),
    path("priorities/of/<slug:slug>/", comparing.of_partnership, name="region_partnership"),
    path("themes/", vocabulary.vocabulary, name="vocabulary"),
    path("themes/add", vocabulary.add_theme, name="add_region_theme"),
    path("themes/<int:theme>/", include(of_theme)),
    path("plans/", regional.plans, name="region_plans"),
    path("plans/<int:plan>/", regional.plan_page, name="region_plan"),
    path("plans/<int:plan>/review", regional.review_plan, name="region_review"),
    path("plans/<int:plan>/reviews/<int:review>/remove", regional.remove_review, name="region_remove_review"),
    path("plans/formats/", regional.formats, name="formats"),
    path("plans/formats/add", regional.add_format, name="add_format"),
    path("plans/formats/<int:format>/", include(of_regional_format)),
]
urlpatterns = [path("region/", include(of_region)), path("p/<slug:partnership>/", include(of_partnership))]
