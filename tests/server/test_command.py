import pytest

from pipeline.project import Video
from server.command import Command, in_hand, keyed, new_id
from storage.entries import CreateProject, Keyed
from tests.server.living import PROJECT, Site

pytestmark = pytest.mark.anyio

ENTRY = CreateProject(PROJECT, Video())


def test_without_a_key_an_entry_is_written_as_it_is() -> None:
    assert keyed(ENTRY) is ENTRY


async def test_without_a_key_every_id_is_new(site: Site) -> None:
    assert new_id(site.handles, "scene") != new_id(site.handles, "scene")


def test_the_writes_of_a_command_are_counted() -> None:
    with in_hand(Command("k", "digest")):
        assert [keyed(ENTRY), keyed(ENTRY)] == [Keyed(ENTRY, "k", "digest", 0), Keyed(ENTRY, "k", "digest", 1)]


async def test_a_repeated_command_gives_the_same_ids(site: Site) -> None:
    def two_ids() -> list[str]:
        with in_hand(Command("k", "digest")):
            return [new_id(site.handles, "scene") for _ in range(2)]

    assert two_ids() == two_ids()
    assert len(set(two_ids())) == 2
