from django.urls import include, path, re_path

from .views import briefings, issues, practice, regional, tracks, voice

app_name = "learning"

OF_BRIEFING = [
    path("", briefings.briefing_page, name="briefing"),
    path("correct", briefings.correct, name="correct"),
    path("parts", briefings.parts, name="parts"),
    path("findings/", briefings.findings, name="findings"),
    path("findings/<int:finding>/take-out", briefings.drop_finding, name="drop_finding"),
    path("findings/<int:finding>/release", briefings.release, name="release"),
    path("recommendations/add", briefings.carry, name="carry"),
    path("recommendations/<int:recommendation>/take-out", briefings.leave, name="leave"),
    path("approve", briefings.approve, name="approve"),
    path("issue", briefings.issue, name="issue"),
    path("send", issues.send, name="send"),
    path("revise", briefings.revise, name="revise"),
    path("retire", briefings.retire, name="retire"),
    path("remove", briefings.remove, name="remove"),
    re_path(r"^briefing\.(?P<form>docx|pdf)$", briefings.briefing_paper_page, name="briefing_paper"),
]
OF_ISSUE = [
    path("", issues.sent, name="sent"),
    path("receipt", issues.receipt, name="receipt"),
    path("passing-on", issues.cascade, name="cascade"),
    path("asked-again", issues.chase, name="chase"),
    path("contact", issues.contact, name="contact"),
]
OF_TRACK = [
    path("", tracks.track_page, name="track"),
    path("correct", tracks.correct, name="correct_track"),
    path("close", tracks.close, name="close_track"),
    path("evidence", tracks.evidence, name="track_evidence"),
    path("steps/add", tracks.add_step, name="add_step"),
    path("steps/<int:step>/", tracks.correct_step, name="correct_step"),
    path("steps/<int:step>/remove", tracks.remove_step, name="remove_step"),
]
OF_EXAMPLE = [
    path("", practice.example, name="example"),
    path("correct", practice.correct, name="correct_example"),
    path("evidence", practice.evidence, name="example_evidence"),
    path("share", practice.share, name="share_example"),
    path("withdraw", practice.withdraw, name="withdraw_example"),
]
OF_VOICE = [
    path("", voice.activity, name="activity"),
    path("correct", voice.correct, name="correct_voice"),
    path("remove", voice.remove, name="remove_voice"),
    path("said/add", voice.add_statement, name="add_statement"),
    path("said/<int:statement>/remove", voice.remove_statement, name="remove_statement"),
    path("changes/add", voice.add_change, name="add_change"),
    path("changes/<int:change>/remove", voice.remove_change, name="remove_change"),
    path("told", voice.feed_back, name="feed_back"),
]
LEARNING = [
    path("briefings/", briefings.briefing_list, name="briefings"),
    path("briefings/write", briefings.write, name="write"),
    path("briefings/<int:briefing>/", include(OF_BRIEFING)),
    path("sent/<int:issue>/", include(OF_ISSUE)),
    path("agencies/", issues.agencies, name="agencies"),
    path("agencies/<int:organisation>/", issues.agency, name="agency"),
    path("subscribers/", issues.subscribers, name="subscribers"),
    path("subscribers/add", issues.subscribe, name="subscribe"),
    path("subscribers/<int:subscriber>/end", issues.end_subscription, name="end_subscription"),
    path("tracker/", tracks.tracks, name="tracks"),
    path("tracker/start", tracks.start, name="start_track"),
    path("tracker/<int:track>/", include(OF_TRACK)),
    path("practice/", practice.practice, name="practice"),
    path("practice/record", practice.record, name="record_example"),
    path("practice/elsewhere/<int:example>/", practice.example_elsewhere, name="example_elsewhere"),
    path("practice/<int:example>/", include(OF_EXAMPLE)),
    path("voice/", voice.voice, name="voice"),
    path("voice/record", voice.record, name="record_voice"),
    path("voice/you-said-we-did/", voice.you_said, name="you_said"),
    path("voice/priorities/", voice.by_priority, name="voice_priorities"),
    path("voice/<int:activity>/", include(OF_VOICE)),
]
urlpatterns = [
    path("region/learning", regional.learning, name="region"),
    path("p/<slug:partnership>/learning/", include(LEARNING)),
    path("unsubscribe/<str:token>", issues.unsubscribe, name="unsubscribe"),
]
