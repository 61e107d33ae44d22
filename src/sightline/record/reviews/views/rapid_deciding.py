"""Pages on which a rapid review is decided, ratified, sent and answered."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation

from .. import commands
from ..domain.rapid import Ratified, Reply, lacks_words
from ..forms import rapid as forms
from ..queries import rapid as queries
from .rapid import ask_about
from .rapid_loading import address, confirming, rapid_or_404


@opens_with(Deed.KEEP_REVIEWS)
def decide(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    words = {True: "yes", False: "no", None: ""}
    initial = {
        "on": found.decided_on or request.today,
        "does_practice_review": words[found.does_practice_review],
        "suggests_national": words[found.suggests_national],
        "criteria": found.criteria,
        "reasons": found.reasons,
    }

    def do(data: dict[str, Any]) -> Any:
        answer = {"yes": True, "no": False}
        values = data | {
            "does_practice_review": answer[data["does_practice_review"]],
            "suggests_national": answer.get(data["suggests_national"]),
        }
        return commands.decide_rapid_review(rapid=found, by=request.user, **values)

    again = " A changed decision takes its ratifications back." if found.ratifications.all() else ""
    return ask_about(
        request,
        found,
        forms.DecideForm(request.POST or None, initial=initial),
        "#decision",
        title="Record the decision",
        button="Save the decision",
        hint=f"Whether a practice review follows, with the reasons either way.{again}",
        do=do,
        said="The decision is recorded.",
    )


def _partner(request: HttpRequest, pk: int) -> Organisation:
    found = queries.partner_in(request.scope, pk, request.today)
    if found is None:
        raise Http404
    return found


@opens_with(Deed.RATIFY_REVIEWS)
def ratify(request: HttpRequest, rapid: int, organisation: int) -> HttpResponse:
    """A partner's own word: given by someone who holds a post there."""
    found, body = rapid_or_404(request, rapid), _partner(request, organisation)

    def do(data: dict[str, Any]) -> Any:
        if not queries.speaks_for(request.user.pk, body, request.today):
            raise Refused(
                f"The directory shows no post that you hold at {body}. Ask the partnership’s team to record its word."
            )
        return commands.ratify(
            rapid=found,
            organisation=body,
            answer=Ratified(data["answer"]),
            why=data["why"],
            on=request.today,
            by=request.user,
        )

    return ask_about(
        request,
        found,
        forms.RatifyForm(request.POST or None),
        "#ratification",
        title=f"Ratify the decision for {body}",
        button="Give this answer",
        text=found.reasons,
        do=do,
        said="Your answer is recorded.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def record_ratification(request: HttpRequest, rapid: int, organisation: int) -> HttpResponse:
    """A partner's word, written down by the team, on whose word."""
    found, body = rapid_or_404(request, rapid), _partner(request, organisation)
    return ask_about(
        request,
        found,
        forms.RecordRatificationForm(request.POST or None, initial={"on": request.today}),
        "#ratification",
        title=f"Record the word of {body}",
        button="Save",
        do=lambda data: commands.ratify(
            rapid=found, organisation=body, by=request.user, **(data | {"answer": Ratified(data["answer"])})
        ),
        said="The ratification is recorded.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def remove_ratification(request: HttpRequest, rapid: int, ratification: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    one = found.ratifications.filter(pk=ratification).first()
    if one is None:
        raise Http404
    return ask_about(
        request,
        found,
        confirming(request),
        "#ratification",
        title=f"Take back the word of {one.organisation}",
        button="Take it back",
        hint="Only when it was entered by mistake.",
        do=lambda data: commands.remove_ratification(ratification=one, by=request.user),
        said="The ratification is taken back.",
        warning=True,
    )


@opens_with(Deed.KEEP_REVIEWS)
def send(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    initial = {"on": found.sent_on or request.today, "despite": found.sent_despite}
    return ask_about(
        request,
        found,
        forms.SendForm(request.POST or None, initial=initial),
        "#panel",
        title="Record that it was sent to the Panel",
        button="Save",
        hint=lacks_words(queries.standing_of(found, request.today)),
        do=lambda data: commands.send_to_panel(rapid=found, by=request.user, **data),
        said="The day of sending is recorded.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def take_back_sending(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    return ask_about(
        request,
        found,
        confirming(request),
        "#panel",
        title="It was not sent after all",
        button="Take the day of sending back",
        do=lambda data: commands.take_back_sending(rapid=found, by=request.user),
        said="The day of sending is taken back.",
        warning=True,
    )


@opens_with(Deed.KEEP_REVIEWS)
def reply(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    initial = {
        "on": found.replied_on or request.today,
        "reply": found.reply or Reply.AGREES,
        "words": found.reply_words,
        "asks_for_more": found.asks_for_more,
    }
    return ask_about(
        request,
        found,
        forms.ReplyForm(request.POST or None, initial=initial),
        "#panel",
        title="Record the Panel’s reply",
        button="Save the reply",
        do=lambda data: commands.record_reply(rapid=found, by=request.user, **(data | {"reply": Reply(data["reply"])})),
        said="The reply is recorded.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def respond(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    initial = {"on": found.responded_on or request.today, "response": found.response}
    return ask_about(
        request,
        found,
        forms.RespondForm(request.POST or None, initial=initial),
        "#panel",
        title="Record your response to the Panel",
        button="Save the response",
        text=found.reply_words,
        do=lambda data: commands.respond_to_reply(rapid=found, by=request.user, **data),
        said="The response is recorded.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def stop(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    return ask_about(
        request,
        found,
        forms.WhyForm(request.POST or None, initial={"on": request.today}),
        title="Stop this rapid review",
        button="Stop the review",
        hint="When it is found that the criteria were not met after all. Its record stays.",
        do=lambda data: commands.stop_rapid_review(rapid=found, by=request.user, **data),
        said="The review is stopped.",
        warning=True,
    )


@opens_with(Deed.KEEP_REVIEWS)
def resume(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    return ask_about(
        request,
        found,
        confirming(request),
        title="Take this rapid review up again",
        button="Take it up again",
        do=lambda data: commands.resume_rapid_review(rapid=found, by=request.user),
        said="The review runs again.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def remove(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    return ask(
        request,
        confirming(request),
        title=f"Remove {found.review.reference}",
        button="Remove it",
        hint="Only for a review that was opened by mistake and on which nothing hangs.",
        do=lambda data: commands.remove_rapid_review(rapid=found, by=request.user),
        to=lambda done: address(request, "rapid_reviews"),
        back=address(request, "rapid", rapid=found.pk),
        said="The rapid review is removed.",
        warning=True,
    )
