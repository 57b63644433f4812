"""The whole recipe: a page becomes an article, and all that is not the article keeps a name and a reason."""

from articles.errors import InvalidArticle
from articles.model import Article, BlockKind, Removed
from crawler.separation.ads.groups import find_ad_groups
from crawler.separation.ads.lines import read_lines
from crawler.separation.ads.links import find_ad_url
from crawler.separation.ads.reading import read_ad
from crawler.separation.blocks import PageBlock
from crawler.separation.composing import compose_body
from crawler.separation.cut_html import cut_html
from crawler.separation.cut_text import cut_text
from crawler.separation.errors import NotAnArticle
from crawler.separation.judging import judge_blocks
from crawler.separation.languages import find_language
from crawler.separation.metadata import Facts, read_facts
from crawler.separation.metadata.people import find_persons
from crawler.separation.metadata.shown_authors import find_shown_authors
from crawler.separation.metadata.times import find_times
from crawler.separation.outcome import LabelledBlock, Separation
from crawler.separation.outline import read_outline
from crawler.separation.page import Page
from crawler.separation.titles import choose_title, claimed_titles, find_title_block, find_title_line
from crawler.separation.topics import find_sections, find_topics
from crawler.separation.tree import is_html, parse_tree
from crawler.separation.urls import find_url
from crawler.separation.verdict import Verdict


def separate_page(page: Page) -> Separation:
    """The article of a page, with every block of the page labelled.

    Raises: NotAnArticle, when the page holds none.
    """
    blocks, facts = _read(page)
    claimed = claimed_titles(facts, page.listing.title)
    sites = [name for name in (page.site.name, *facts.site_names) if name]
    title_index = (find_title_block if (blocks and blocks[0].runs) or facts.page_titles else find_title_line)(
        blocks, claimed
    )
    title = choose_title(blocks, title_index, claimed, sites)
    outline = read_outline(blocks, title_index)
    groups = find_ad_groups(blocks, outline)
    verdicts = judge_blocks(blocks, outline, groups, facts.descriptions)
    body = compose_body(blocks, verdicts, outline, page.url)
    if not title or not body.blocks:
        raise NotAnArticle(page.url, "no running text was found in it" if title else "it has no title")
    language = find_language(page, facts)
    times = find_times(page, facts, blocks, title_index, language)
    first = body.blocks[0]
    try:
        article = Article(
            title=title,
            blocks=body.blocks,
            lead=next((block.text for block in body.blocks if block.kind is not BlockKind.FIGURE), None)
            if first.kind in (BlockKind.PARAGRAPH, BlockKind.FIGURE)
            else None,
            summary=page.listing.summary or next(filter(None, facts.descriptions), None),
            html=body.html,
            language=language,
            topics=find_topics(blocks, verdicts, facts, page),
            sections=find_sections(blocks, verdicts, facts, page, title),
            authors=find_persons(facts.authors, sites) or find_persons(find_shown_authors(blocks, title_index), sites),
            published_at=times.published_at,
            modified_at=times.modified_at,
            images=body.images,
            ads=tuple(
                read_ad(group.kind, read_lines(part), find_ad_url(part, page.url))
                for group in groups
                for part in [blocks[group.start : group.stop]]
            ),
            removed=_removed(blocks, verdicts, {index for group in groups for index in range(group.start, group.stop)}),
            confidence=0.5,
            warnings=times.warnings,
        )
    except InvalidArticle as error:
        raise NotAnArticle(page.url, str(error)) from error
    return Separation(
        article=article,
        blocks=tuple(
            LabelledBlock(text=block.text, label=verdict.label, reason=verdict.reason, kept=verdict.kept)
            for block, verdict in zip(blocks, verdicts, strict=True)
            if block.text
        ),
        canonical_url=next(filter(None, (find_url(url, page.url) for url in facts.canonical)), None),
        robots=tuple(sorted(facts.robots)),
        tdm_reservation=facts.tdm_reservation,
    )


def _read(page: Page) -> tuple[list[PageBlock], Facts]:
    if page.tree is None and not is_html(page.content):
        return cut_text(page.content), Facts()
    tree = parse_tree(page)
    return cut_html(tree), read_facts(tree)


def _removed(blocks: list[PageBlock], verdicts: list[Verdict], in_ads: set[int]) -> tuple[Removed, ...]:
    return tuple(
        Removed(label=verdict.label, text=block.text)
        for index, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True))
        if block.text and not verdict.kept and index not in in_ads and verdict.label != "title"
    )
