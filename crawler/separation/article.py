"""The whole recipe: a page becomes an article, and all that is not the article keeps a name and a reason."""

from dataclasses import replace

from articles.errors import InvalidArticle
from articles.model import Article, BlockKind, Removed
from crawler.separation.ads.groups import find_ad_groups
from crawler.separation.ads.lines import read_lines
from crawler.separation.ads.links import find_ad_url
from crawler.separation.ads.reading import read_ad
from crawler.separation.best_effort import MAX_CONFIDENCE, WARNING, take_running_text
from crawler.separation.blocks import PageBlock
from crawler.separation.claimed_body import cut_claimed_text, find_claimed_body, with_claimed_html
from crawler.separation.composing import compose_body
from crawler.separation.confidence import MAX_TEXT_CONFIDENCE, judge_confidence
from crawler.separation.cut_html import cut_html
from crawler.separation.cut_text import cut_text
from crawler.separation.errors import NotAnArticle
from crawler.separation.evidence import Evidence
from crawler.separation.furniture import Furniture
from crawler.separation.judging import judge_blocks
from crawler.separation.judging_text import judge_lines
from crawler.separation.languages import find_language
from crawler.separation.metadata import Facts, read_facts
from crawler.separation.metadata.authors import find_authors
from crawler.separation.metadata.keywords import find_keywords
from crawler.separation.metadata.times import find_times
from crawler.separation.outcome import Separation, label_blocks
from crawler.separation.outline import read_outline
from crawler.separation.page import Page
from crawler.separation.refusal import find_refusal
from crawler.separation.repetition import take_out_furniture
from crawler.separation.title_lines import find_title_line
from crawler.separation.titles import (
    choose_title,
    claimed_titles,
    find_names_apart,
    find_title_block,
    host_names,
    make_title,
    strip_site_name,
)
from crawler.separation.topics import find_named_crumbs, find_sections, find_topics
from crawler.separation.trails import find_trail, name_trail
from crawler.separation.tree import is_html, parse_tree
from crawler.separation.urls import find_base, find_url
from crawler.separation.verdict import Verdict
from crawler.separation.without_scripts import holds_the_text


def separate_page(page: Page, *, furniture: Furniture | None = None) -> Separation:
    """The article of a page, with every block of the page labelled.

    Args: furniture: what the publisher is known to repeat. It is read, never changed: learning is the caller's, by
    `Furniture.learn`, with `Page.identity` and `Separation.lesson`.

    Raises: NotAnArticle, when the page holds none.
    """
    blocks, facts, is_text = _read(page)
    page = replace(page, base_url=find_base(facts.base, page.url))
    claimed = claimed_titles(facts, page.listing.title)
    known_names = [name for name in (page.site.name, *facts.site_names, *host_names(page.url)) if name]
    sites = list(known_names)
    sites += find_names_apart(blocks, claimed)
    claimed += [bare for each in claimed if (bare := strip_site_name(each, sites)) != each]
    find_title = find_title_line if is_text else find_title_block
    title_index = find_title(blocks, claimed, sites)
    title = choose_title(blocks, title_index, facts, page.listing.title, sites)
    outline = read_outline(blocks, title_index)
    groups = find_ad_groups(blocks, outline)
    if is_text:
        verdicts = judge_lines(blocks, outline, groups)
    else:
        verdicts = judge_blocks(blocks, outline, groups, Evidence(blocks, outline, facts, title))
    repetition = None
    if furniture is not None:
        repetition = take_out_furniture(page.identity, blocks, outline, (verdicts, groups), furniture)
        verdicts, groups = repetition.verdicts, repetition.groups
    trail = None if is_text else find_trail(blocks, title_index, facts, page, title)
    verdicts = name_trail(verdicts, trail)
    body = compose_body(blocks, verdicts, outline, page.base)
    doubtful = not facts.is_listing and not any(block.text for block in body.blocks)
    if doubtful:
        verdicts = take_running_text(blocks, verdicts, outline)
        body = compose_body(blocks, verdicts, outline, page.base)
    if not any(block.text for block in body.blocks):
        raise NotAnArticle(page.url, "no running text was found in it", label_blocks(blocks, verdicts))
    title = title or make_title(body.blocks)
    refusal = None if is_text else find_refusal((title, body.blocks), blocks, verdicts, outline, facts)
    if refusal:
        raise NotAnArticle(page.url, refusal, label_blocks(blocks, verdicts))
    language = find_language(page, facts)
    authors = find_authors(facts, blocks, verdicts, title_index, sites)
    keywords = find_keywords(facts, (*known_names, *authors))
    times = find_times(page, facts, blocks, verdicts, title_index=title_index, language=language)
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
            topics=find_topics(blocks, verdicts, keywords, page),
            sections=find_sections(trail, find_named_crumbs(blocks, verdicts, page), facts, page, title),
            authors=authors,
            published_at=times.published_at,
            modified_at=times.modified_at,
            images=body.images,
            ads=tuple(
                read_ad(group.kind, read_lines(part), find_ad_url(part, page.base))
                for group in groups
                for part in [blocks[group.start : group.stop]]
            ),
            removed=_removed(blocks, verdicts, {index for group in groups for index in range(group.start, group.stop)}),
            confidence=min(
                judge_confidence([len(block.text) for block in blocks], verdicts),
                MAX_CONFIDENCE if doubtful else MAX_TEXT_CONFIDENCE if is_text else 1.0,
            ),
            warnings=(*times.warnings, WARNING) if doubtful else times.warnings,
        )
    except InvalidArticle as error:
        raise NotAnArticle(page.url, str(error), label_blocks(blocks, verdicts)) from error.with_traceback(None)
    return Separation(
        article=article,
        page_blocks=blocks,
        verdicts=verdicts,
        facts=facts,
        witnesses=times.witnesses,
        canonical_url=next(filter(None, (find_url(url, page.base) for url in facts.canonical)), None),
        robots=tuple(sorted(facts.robots)),
        tdm_reservation=facts.tdm_reservation,
        lesson=repetition.lesson if repetition else None,
    )


def _read(page: Page) -> tuple[list[PageBlock], Facts, bool]:
    """The page's blocks and claims, and whether the blocks are mere lines of text."""
    if page.tree is None and not is_html(page.content):
        return cut_text(page.content), Facts(), True
    tree = parse_tree(page)
    facts = read_facts(tree)
    titles = claimed_titles(facts, page.listing.title)
    blocks = cut_html(tree, titles=titles)
    if holds_the_text(tree, blocks):
        blocks = cut_html(tree, titles=titles, without_scripts=True)
    claimed = find_claimed_body(blocks, facts, tree)
    if claimed is None:
        return blocks, facts, False
    if is_html(claimed):
        return cut_html(with_claimed_html(tree, claimed), titles=titles), facts, False
    return cut_claimed_text(blocks, claimed), facts, True


def _removed(blocks: list[PageBlock], verdicts: list[Verdict], in_ads: set[int]) -> tuple[Removed, ...]:
    return tuple(
        Removed(label=verdict.label, text=block.text)
        for index, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True))
        if block.text and not verdict.kept and index not in in_ads and verdict.label != "title"
    )
