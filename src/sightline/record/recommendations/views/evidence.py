"""The evidence of a recommendation: what bears on it, and on the actions of this partnership that answer it."""

from django.http import HttpRequest
from django.urls import reverse

from sightline.kernel.references import Reference
from sightline.record.evidence.presenters import EvidencePanel
from sightline.record.evidence.presenters import panel_of as evidence_panel_of
from sightline.record.evidence.queries import evidence_of

from ..models import Recommendation
from ..queries.register import ACTION, SUBJECT


def subject_of(found: Recommendation) -> Reference:
    return Reference(SUBJECT, found.pk)


def panel_of(request: HttpRequest, found: Recommendation, may_add: bool) -> EvidencePanel:
    """Only this partnership's: a recommendation that a region issued has the evidence of others too."""
    about = [subject_of(found), *(Reference(ACTION, link.action_id) for link in found.answering.all())]
    pieces = [one for some in evidence_of(about, request.as_at).values() for one in some]
    own = {one.pk: one for one in pieces if one.partnership_id == request.scope.pk}
    add = {"partnership": request.scope.slug, "recommendation": found.pk}
    return evidence_panel_of(
        own.values(),
        slug=request.scope.slug,
        on=request.as_at,
        add_href=reverse("recommendations:add_evidence", kwargs=add) if may_add else "",
    )
