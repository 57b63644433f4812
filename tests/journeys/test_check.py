"""`presseschau check`: little is asked, nothing is kept, and the status says how the publisher is."""

from tests.crawler.crawling.news_site import LISTINGS, Answer, NewsSite, listing_page, stories
from tests.journeys.program import Program


def check(program: Program, origin: str, *options: object) -> tuple[int, str, str]:
    done = program("check", "kettner", "--origin", origin, "--rate", 0, *options)
    assert not list(program.directory.iterdir()), "nothing is kept"
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_publisher_that_is_well(program: Program) -> None:
    with NewsSite(stories(30)) as site:
        status, shown, said = check(program, site.origin, "--articles", 2)
        assert sorted(site.asked_listings()) == sorted(LISTINGS), "the first page of each listing"
        assert len(site.asked_articles()) == 2
    assert (status, said) == (0, "")
    assert shown.count("listing ") == len(LISTINGS)
    assert "floor      5; all first pages together show 10 articles" in shown
    assert shown.count("article  geschichte-nummer-") == 2


def test_a_publisher_under_its_floor(program: Program) -> None:
    with NewsSite(stories(3)) as site:
        status, _, said = check(program, site.origin)
    assert status == 3
    assert "under its floor of 5" in said


def test_pages_that_hold_no_article(program: Program) -> None:
    with NewsSite(stories(12)) as site:
        for story in site.stories:
            site.answers[story.path] = lambda _: Answer(body=listing_page(site.stories, next_path=None))
        status, _, said = check(program, site.origin)
    assert status == 3
    assert site.stories[0].url in said


def test_nobody_answers(program: Program) -> None:
    assert check(program, "http://127.0.0.1:9")[0] == 69


def test_wrong_usage(program: Program) -> None:
    done = program("check", "nobody", "--origin", "http://127.0.0.1:9")
    assert done.returncode == 2
    assert b"kettner" in done.stderr
    assert program("check", "kettner").returncode == 2
