"""The doors of pages: each view says which deed opens it. What you may not know exists is 404, not 403."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from .domain import Deed

View = Callable[..., HttpResponse]


def opens_with(deed: Deed, *, or_to_overseers: bool = False) -> Callable[[View], View]:
    """For pages of one partnership (`/p/<partnership>/…`): the middleware has put it in `request.scope`.

    `or_to_overseers` also lets the region's overseers in, to a view that shows them only what is shared with them.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.viewer.is_signed_in:
                return redirect_to_login(request.get_full_path())
            if or_to_overseers and _oversees(request):
                _refuse_the_past(request)
                return view(request, *args, **kwargs)
            if request.scope is None or not _may_know(request):
                raise Http404
            if not request.viewer.may(deed, request.scope.pk):
                raise PermissionDenied("Your role in this partnership does not include this. Ask the business manager.")
            _refuse_the_past(request)
            return view(request, *args, **kwargs)

        guarded.access = f"{deed} or shared" if or_to_overseers else deed
        return guarded

    return mark


def _refuse_the_past(request: HttpRequest) -> None:
    if request.method not in ("GET", "HEAD") and request.as_at != request.today:
        raise PermissionDenied("You are looking at a past date. Return to today to change the record.")


def _may_know(request: HttpRequest) -> bool:
    return any(h.partnership_id in (None, request.scope.pk) for h in request.viewer.held)


def _oversees(request: HttpRequest) -> bool:
    """Whether the partnership in scope belongs to a region that the viewer oversees, and they hold no role in it."""
    if request.scope is None or _may_know(request):
        return False
    return request.scope.overseen_by_id in request.viewer.partnerships(Deed.OVERSEE)


def opens_signed_in(view: View) -> View:
    """For pages that belong to no partnership and show each person only their own."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.viewer.is_signed_in:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    guarded.access = "signed in"
    return guarded


def opens_anywhere_with(deed: Deed) -> Callable[[View], View]:
    """For pages outside a partnership that need a deed somewhere (the region, the installation's accounts)."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.viewer.is_signed_in:
                return redirect_to_login(request.get_full_path())
            if not any(request.viewer.may(deed, h.partnership_id) for h in request.viewer.held):
                raise Http404
            _refuse_the_past(request)
            return view(request, *args, **kwargs)

        guarded.access = deed
        return guarded

    return mark


def opens_everywhere_with(deed: Deed) -> Callable[[View], View]:
    """For pages of the whole installation: the deed must be held in it, not in one partnership."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.viewer.is_signed_in:
                return redirect_to_login(request.get_full_path())
            if not request.viewer.may(deed, None):
                raise Http404
            return view(request, *args, **kwargs)

        guarded.access = f"{deed} everywhere"
        return guarded

    return mark


def opens_to_everyone(view: View) -> View:
    """For public pages: sign-in, health, the accessibility statement."""
    view.access = "everyone"
    return view
