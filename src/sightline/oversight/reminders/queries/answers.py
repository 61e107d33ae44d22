"""What people said by links."""

from django.db.models import QuerySet

from sightline.foundation.accounts.models import Partnership

from ..models import Answer, Link


def answers_of(link: Link) -> QuerySet[Answer]:
    return link.answers.order_by("-at", "-pk")


def waiting_answers(partnership: Partnership) -> QuerySet[Answer]:
    """What the team is to take up, the oldest first."""
    waiting = Answer.objects.filter(link__partnership=partnership, waits=True, taken_up_at=None)
    return waiting.select_related("link__person").order_by("at", "pk")


def answer_in(partnership: Partnership, pk: int) -> Answer | None:
    return Answer.objects.filter(link__partnership=partnership, pk=pk).select_related("link__person").first()
