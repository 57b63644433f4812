"""How an invented page is written down: with elements that mean something, in divisions, with line breaks, as text."""

from collections.abc import Callable
from html import escape

from tests.crawler.separation.invented.invented_page import InventedPage, link
from tests.crawler.separation.invented.offers import Offer


def semantic(page: InventedPage) -> str:
    """Headings, paragraphs and lists; advertisements in boxes, in links, or flat between the paragraphs."""
    story = page.story
    style = page.random.choice(("boxed", "headed", "linked", "flat"))
    parts = []
    for place, (kind, text) in enumerate(story.parts):
        if offer := page.offer_before(place):
            parts.append(_offer(page, offer, style))
        tag = {"p": "p", "h": "h2", "q": "blockquote", "li": "li"}[kind]
        parts.append(f"<{tag}>{escape(text)}</{tag}>")
    body = "".join(parts).replace("</p><li>", "</p><ul><li>").replace("</h2><li>", "</h2><ul><li>")
    body = body.replace("</li><p>", "</li></ul><p>")
    kicker = f"<span>{page.kicker}</span> " if page.kicker else ""
    signed = f"<p>{escape(' · '.join(filter(None, (page.byline, page.date))))}</p>"
    head = [f"<h1>{kicker}{escape(story.title)}</h1>", f"<p>{escape(page.lead)}</p>" if page.lead else "", signed]
    if page.random.random() < 0.5:
        head[1], head[2] = head[2], head[1]
    topics = ", ".join(link(topic, f"/thema/{topic.lower()}") for topic in story.topics)
    return page.wrap(
        f"<header>{_menu(page)}</header><main><article>{''.join(head)}{page.divide(body, 'body')}"
        f"<p>{page.topic_label} {topics}</p></article><aside>{_teasers(page)}</aside></main>"
        f"<footer>{_foot(page)}</footer>"
    )


def divisions(page: InventedPage) -> str:
    """Nothing but divisions; no heading is one."""
    story = page.story
    style = page.random.choice(("boxed", "linked"))
    parts = []
    for place, (kind, text) in enumerate(story.parts):
        if offer := page.offer_before(place):
            parts.append(_offer(page, offer, style))
        parts.append(page.divide(escape(text), "item" if kind == "li" else "text"))
    lines = [page.kicker, story.title, page.lead, page.byline, page.date]
    head = "".join(page.divide(escape(line), f"head {place}") for place, line in enumerate(lines) if line)
    tools = "".join(page.divide(word, "tool") for word in ("Teilen", "Drucken"))
    links = " ".join(link(topic, f"/thema/{topic.lower()}") for topic in story.topics)
    topics = page.divide(page.topic_label, "label") + page.divide(links, "topics")
    content = head + tools + page.divide("".join(parts), "body") + topics
    return page.wrap(page.divide(_menu(page), "top") + page.divide(content, "main") + _teasers(page) + _foot(page))


def line_breaks(page: InventedPage) -> str:
    """One cell of a table, parted by line breaks; advertisements between them."""
    story = page.story
    title = page.random.choice(("<h1>{}</h1>", "<font size=5><b>{}</b></font><br><br>", "<b>{}</b><br>"))
    signed = f"<font size=1>{escape(' · '.join(filter(None, (page.byline, page.date))))}</font><br><br>"
    parts = [title.format(escape(story.title)), signed, f"<i>{escape(page.lead)}</i><br><br>" if page.lead else ""]
    for place, (kind, text) in enumerate(story.parts):
        if offer := page.offer_before(place):
            parts.append("<br>".join(_lines(offer)) + "<br><br>")
        parts.append((f"<b>{escape(text)}</b>" if kind == "h" else escape(text)) + "<br><br>")
    topics = ", ".join(link(topic, f"/tag/{topic.lower()}") for topic in story.topics)
    return page.wrap(
        f"<table><tr><td colspan=2>{_menu(page)}</td></tr><tr><td>{''.join(parts)}{page.topic_label} {topics}</td>"
        f"<td>{_teasers(page)}</td></tr><tr><td colspan=2>{_foot(page)}</td></tr></table>"
    )


def plain_text(page: InventedPage) -> str:
    """What a text extractor saw of it, without a bullet or a blank line more than there has to be."""
    story = page.story
    lines = [page.site, *page.menu, page.kicker, story.title, page.lead, page.byline, page.date]
    for place, (kind, text) in enumerate(story.parts):
        if offer := page.offer_before(place):
            lines += offer.lines
        lines.append(f"- {text}" if kind == "li" else text)
    lines += [page.topic_label, *story.topics, page.teaser_label, *page.teasers, "Impressum", "Datenschutz"]
    return page.random.choice(("\n", "\n\n")).join(filter(None, lines))


LAYOUTS: tuple[Callable[[InventedPage], str], ...] = (semantic, divisions, line_breaks, plain_text)


def _lines(offer: Offer) -> list[str]:
    return [*map(escape, offer.lines[:-1]), link(offer.lines[-1], "https://angebot.example/")]


def _offer(page: InventedPage, offer: Offer, style: str) -> str:
    if style == "linked":
        inner = "".join(page.divide(escape(line), "offer line") for line in offer.lines)
        return f'<a href="https://angebot.example/">{page.divide(inner, "offer")}</a>'
    if style == "boxed":
        return page.divide("".join(page.divide(line, "offer line") for line in _lines(offer)), "offer")
    title = "h3" if style == "headed" else "p"
    inner = "".join(f"<{title}>{line}</{title}>" if line == offer.title else f"<p>{line}</p>" for line in _lines(offer))
    return page.divide(inner, "offer") if style == "headed" else inner


def _menu(page: InventedPage) -> str:
    return page.divide(link(page.site, "/"), "site") + page.divide(
        " ".join(link(name, f"/{name.lower()}") for name in page.menu), "menu"
    )


def _teasers(page: InventedPage) -> str:
    teasers = "".join(page.divide(link(text, f"/artikel/{place}"), "teaser") for place, text in enumerate(page.teasers))
    return page.divide(page.divide(page.teaser_label, "teasers") + teasers, "rail")


def _foot(page: InventedPage) -> str:
    links = " ".join(link(name, f"/{name.lower()}") for name in ("Impressum", "Datenschutz", "Kontakt"))
    return page.divide(links + page.divide(f"© 2026 {page.site}. Alle Rechte vorbehalten.", "rights"), "foot")
