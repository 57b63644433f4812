"""One night of the demo site: every story as it stands then.

A file in `articles/night-2` that has the name of an earlier one changes it: its header lines replace those of the
night before, and so does its body when it has one. That is how edits, withdrawals and a change of address are told.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from importlib.resources import files

from presseschau.demo.nights import NIGHTS, ZONE
from presseschau.demo.story import Story, StoryState
from presseschau.demo.story_file import StoryFile, UnreadableStoryError, parse_story_file

_WRITTEN = "%Y-%m-%d %H:%M"


@dataclass(frozen=True)
class Edition:
    """The site on one night."""

    night: int
    stories: tuple[Story, ...]
    """Newest first, by key within a minute; withdrawn ones included."""

    @cached_property
    def by_key(self) -> dict[str, Story]:
        """Each story under the name that it keeps from night to night."""
        return {story.key: story for story in self.stories}

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Present paths by former paths."""
        return {story.former_path: story.path for story in self.stories if story.former_path}

    def under(self, topic: str | None) -> tuple[Story, ...]:
        """What the listing of a topic or section shows, newest first; of everything when the topic is None."""
        listed = (story for story in self.stories if story.is_listed)
        return tuple(story for story in listed if topic is None or topic in story.topics + story.sections)


@lru_cache(maxsize=len(NIGHTS))
def load_edition(night: int) -> Edition:
    """The edition of a night.

    Raises: KeyError for a night there is none of; UnreadableStoryError for a story file that breaks the form.
    """
    NIGHTS[night]  # an unknown night ends here
    history: dict[str, list[tuple[int, StoryFile]]] = {}
    for past in range(1, night + 1):
        folder = files(__package__) / "articles" / f"night-{past}"
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
            key = file.name.removesuffix(".txt")
            parsed = parse_story_file(f"night-{past}/{file.name}", file.read_text(encoding="utf-8"))
            history.setdefault(key, []).append((past, parsed))
    stories = [_build_story(key, versions, night) for key, versions in history.items()]
    stories.sort(key=lambda story: story.key)
    stories.sort(key=lambda story: story.published_at, reverse=True)
    _check_paths(stories)
    return Edition(night, tuple(stories))


def _build_story(key: str, versions: list[tuple[int, StoryFile]], night: int) -> Story:
    first_night, last_night = versions[0][0], versions[-1][0]
    fields: dict[str, str] = {}
    for _, version in versions:
        fields |= version.fields
    passages = next(version.passages for _, version in reversed(versions) if version.passages)
    slug = fields.get("slug", key)
    former_slug = versions[0][1].fields.get("slug", key)
    changed = last_night > first_night and last_night == night
    try:
        return Story(
            key=key,
            state=_state(fields, text_changed=changed and _text(versions[0][1]) != (fields["title"], passages)),
            first_night=first_night,
            slug=slug,
            title=fields["title"],
            teaser=fields["teaser"],
            published_at=_moment(fields["date"]),
            modified_at=_moment(fields["modified"]) if "modified" in fields else None,
            topics=_slugs(fields["topics"]),
            sections=_slugs(fields["sections"]),
            author=fields.get("author"),
            markup=fields["markup"],
            passages=passages,
            withdrawn_status=int(fields["withdrawn"]) if "withdrawn" in fields else None,
            former_slug=former_slug if former_slug != slug else None,
            canonical=fields.get("canonical", "own"),
            only_in=fields.get("only"),
            mirrored=fields.get("mirrored") == "yes",
        )
    except KeyError as error:
        raise UnreadableStoryError(f"night-{first_night}/{key}.txt: the header lacks {error}") from error


def _text(version: StoryFile) -> tuple[str, object]:
    return version.fields["title"], version.passages


def _state(fields: dict[str, str], *, text_changed: bool) -> StoryState:
    if "withdrawn" in fields:
        return StoryState.WITHDRAWN
    if fields.get("fault") == "empty":
        return StoryState.BROKEN
    return StoryState.EDITED if text_changed else StoryState.LIVE


def _moment(written: str) -> datetime:
    return datetime.strptime(written, _WRITTEN).replace(tzinfo=ZONE)


def _slugs(written: str) -> tuple[str, ...]:
    return tuple(slug.strip() for slug in written.split(",") if slug.strip())


def _check_paths(stories: list[Story]) -> None:
    paths = [story.path for story in stories]
    doubled = {path for path in paths if paths.count(path) > 1}
    if doubled:
        raise UnreadableStoryError(f"two stories share {', '.join(sorted(doubled))}: give one of them another slug")
