"""Pages of recommendations, shaped as they are shown."""

from .alike import AlikePanel, Href, PairHref, PairPage, RepeatedPage, alike_panel, pair_page, repeated_page
from .one import RecommendationPage, recommendation_page
from .regional import IssuedPage, issued_page, issued_table
from .register import recommendations_table, tabs

__all__ = [
    "AlikePanel",
    "Href",
    "IssuedPage",
    "PairHref",
    "PairPage",
    "RecommendationPage",
    "RepeatedPage",
    "alike_panel",
    "issued_page",
    "issued_table",
    "pair_page",
    "recommendation_page",
    "recommendations_table",
    "repeated_page",
    "tabs",
]
