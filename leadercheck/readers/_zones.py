"""Which zone of the page an element makes: by its tag, its microdata, and the class names that editors write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_TAGS: Final = {
    "h1": "headline",
    "figcaption": "caption",
    "caption": "caption",
    "blockquote": "quote",
    "li": "list",
    "dd": "list",
    "address": "credit",
    "footer": "credit",
    "aside": "aside",
    "nav": "aside",
}
_PROPERTIES: Final = {
    "headline": "headline",
    "description": "lead",
    "author": "credit",
    "caption": "caption",
}
_CLASSES: Final = {
    **dict.fromkeys(
        ("entry-title", "wp-block-post-title", "article-title", "detail-title", "title-detail", "post-title", "headline"),
        "headline",
    ),
    **dict.fromkeys(
        ("sapo", "detail-sapo", "article-sapo", "lead", "lede", "chapeau", "entry-summary", "wp-block-post-excerpt"),
        "lead",
    ),
    **dict.fromkeys(
        ("wp-caption-text", "wp-element-caption", "caption", "image-caption", "photocms_caption", "figure-caption", "photo-caption"),
        "caption",
    ),
    **dict.fromkeys(
        ("author", "byline", "credit", "credits", "source", "signature", "detail-author", "article-author", "copyright",
         "wp-block-post-author", "wp-block-post-author-name"),
        "credit",
    ),
    **dict.fromkeys(
        ("related", "related-news", "related-posts", "tags", "tagcloud", "sidebar", "breadcrumb", "comments", "widget",
         "wp-block-latest-posts", "wp-block-post-terms", "wp-block-tag-cloud"),
        "aside",
    ),
}  # fmt: skip
"""Names of classes as WordPress, CKEditor, TinyMCE and the CMS of newsrooms write them."""
_KEPT: Final = frozenset(("aside", "credit", "caption"))
"""Zones that hold for all that stands in them."""


def of(tag: str, attributes: Mapping[str, str | None], around: str) -> str:
    """The zone of an element inside another; "" leaves it to be guessed."""
    if around in _KEPT:
        return around
    said = _PROPERTIES.get(attributes.get("itemprop") or "")
    if said:
        return said
    for name in (attributes.get("class") or "").lower().split():
        if name in _CLASSES:
            return _CLASSES[name]
    return _TAGS.get(tag, around)
