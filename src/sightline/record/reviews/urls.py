from django.urls import URLPattern, URLResolver, include, path, re_path

from .views import (
    clocks,
    findings,
    incidents,
    practice,
    practice_template,
    publication,
    rapid,
    rapid_deciding,
    returns,
    themes,
)

app_name = "reviews"

# Serious incidents and rapid reviews.
of_one_incident = [
    path("", incidents.incident_page, name="incident"),
    path("correct", incidents.correct, name="correct_incident"),
    path("notify", incidents.notify, name="notify_incident"),
    path("close", incidents.end, name="end_incident"),
    path("open-again", incidents.reopen, name="reopen_incident"),
    path("remove", incidents.remove, name="remove_incident"),
    path("rapid-review", incidents.open_rapid, name="open_rapid"),
]
of_incidents: list[URLPattern | URLResolver] = [
    path("incidents/", incidents.incident_register, name="incidents"),
    path("incidents/log", incidents.log, name="log_incident"),
    path("incidents/<int:incident>/", include(of_one_incident)),
]
of_return = [
    path("", returns.receive, name="receive_return"),
    path("remind", returns.chase, name="chase_return"),
    path("change", returns.change, name="change_return"),
    path("take-back", returns.take_back, name="take_back_return"),
    path("remove", returns.remove, name="remove_return"),
]
of_step = [
    path("", rapid.change_step, name="change_step"),
    path("mark", rapid.mark_step, name="mark_step"),
    path("remove", rapid.remove_step, name="remove_step"),
]
of_one_rapid = [
    path("", rapid.rapid_page, name="rapid"),
    re_path(r"^record\.(?P<form>pdf|docx)$", rapid.rapid_file, name="rapid_file"),
    path("start", rapid.change_start, name="change_start"),
    path("steps/add", rapid.add_step, name="add_step"),
    path("steps/<int:step>/", include(of_step)),
    path("returns/ask", returns.ask_agencies, name="ask_agencies"),
    path("returns/<int:agency_return>/", include(of_return)),
    path("checklist", rapid.checklist, name="checklist"),
    path("meetings/add", rapid.add_meeting, name="add_rapid_meeting"),
    path("meetings/<int:meeting>/remove", rapid.remove_meeting, name="remove_rapid_meeting"),
    path("actions/raise", rapid.raise_action, name="raise_rapid_action"),
    path("findings/add", rapid.add_finding, name="add_rapid_finding"),
    path("decision", rapid_deciding.decide, name="decide_rapid"),
    path("ratify/<int:organisation>", rapid_deciding.ratify, name="ratify"),
    path("ratify/<int:organisation>/record", rapid_deciding.record_ratification, name="record_ratification"),
    path("ratifications/<int:ratification>/remove", rapid_deciding.remove_ratification, name="remove_ratification"),
    path("sending", rapid_deciding.send, name="send_rapid"),
    path("sending/take-back", rapid_deciding.take_back_sending, name="take_back_sending"),
    path("reply", rapid_deciding.reply, name="rapid_reply"),
    path("response", rapid_deciding.respond, name="rapid_response"),
    path("stop", rapid_deciding.stop, name="stop_rapid"),
    path("take-up", rapid_deciding.resume, name="resume_rapid"),
    path("remove", rapid_deciding.remove, name="remove_rapid"),
]
of_clock = [
    path("", clocks.clock_page, name="clock"),
    path("start", clocks.choose, name="choose_clock"),
    path("steps/add", clocks.add_template_step, name="add_template_step"),
    path("steps/<int:template_step>", clocks.change_template_step, name="change_template_step"),
    path("steps/<int:template_step>/remove", clocks.remove_template_step, name="remove_template_step"),
]
of_rapid: list[URLPattern | URLResolver] = [
    path("rapid-reviews/", rapid.rapid_register, name="rapid_reviews"),
    path("rapid-reviews/record", rapid.record, name="record_rapid"),
    path("rapid-reviews/days/", include(of_clock)),
    path("rapid-reviews/<int:rapid>/", include(of_one_rapid)),
]

# Practice reviews, findings and themes.
form = r"(?P<form>pdf|docx)"
of_review: list[URLPattern | URLResolver] = [
    path("", practice.review, name="review"),
    path("correct", practice.correct, name="correct"),
    path("remove", practice.remove, name="remove"),
    re_path(rf"^paper\.{form}$", practice.paper, name="paper"),
    path("findings/add", findings.add_finding, name="add_finding"),
    path("findings/<int:finding>/", findings.correct_finding, name="correct_finding"),
    path("findings/<int:finding>/remove", findings.remove_finding, name="remove_finding"),
    path("findings/<int:finding>/themes", findings.finding_themes, name="finding_themes"),
    path("recommendations/add", findings.recommend, name="recommend"),
    path("recommendations/<int:made>/action", findings.answer, name="answer"),
    path("recommendations/<int:made>/remove", findings.take_back, name="take_back"),
    path("figures/add", findings.add_figure, name="add_figure"),
    path("figures/<int:figure>/remove", findings.remove_figure, name="remove_figure"),
]
of_template: list[URLPattern | URLResolver] = [
    path("", practice_template.template, name="template"),
    path("open", practice_template.open_template, name="open_template"),
    path("decision", practice_template.decision, name="decision"),
    path("reviewers/add", practice_template.appoint, name="appoint"),
    path("reviewers/<int:reviewer>/remove", practice_template.take_off_reviewer, name="take_off_reviewer"),
    path("panel/add", practice_template.put_on_panel, name="put_on_panel"),
    path("panel/<int:seat>/remove", practice_template.take_off_panel, name="take_off_panel"),
    path("parts/<slug:section>", practice_template.section, name="section"),
    path("parts/<slug:section>/does-not-apply", practice_template.not_applicable, name="not_applicable"),
]
of_publication: list[URLPattern | URLResolver] = [
    path("", publication.publication, name="publication"),
    path("plan", publication.plan, name="plan"),
    re_path(rf"^letters/(?P<kind>[a-z_]+)\.{form}$", publication.letter, name="letter"),
    path("letters/<int:letter>/remove", publication.remove_letter, name="remove_letter"),
    path("letters/<slug:kind>/sent", publication.record_letter, name="record_letter"),
    path("publish", publication.publish, name="publish"),
    path("withdraw", publication.withdraw, name="withdraw"),
    path("update/due", publication.expect_update, name="expect_update"),
    path("update/received", publication.receive_update, name="receive_update"),
]
of_practice: list[URLPattern | URLResolver] = [
    path("reviews/", practice.register, name="register"),
    path("reviews/record", practice.record, name="record"),
    path("reviews/<int:review>/", include(of_review)),
    path("reviews/<int:review>/template/", include(of_template)),
    path("reviews/<int:review>/publication/", include(of_publication)),
]
of_themes: list[URLPattern | URLResolver] = [
    path("reviews/themes/", themes.themes, name="themes"),
    path("reviews/themes/proposed", themes.proposed, name="proposed"),
    path("reviews/themes/<int:theme>/", themes.theme, name="theme"),
]
of_region: list[URLPattern | URLResolver] = [
    path("region/reviews/themes/", themes.regional_themes, name="regional_themes"),
    path("region/reviews/themes/<int:theme>/", themes.regional_theme, name="regional_theme"),
]

urlpatterns = [
    path("p/<slug:partnership>/", include(of_incidents + of_rapid + of_practice + of_themes)),
    *of_region,
]
