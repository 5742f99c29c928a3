import pytest
from aiohttp import ClientSession, CookieJar

from pipeline.events import JobResumed, ToolStart
from pipeline.ids import JobId, MessageId, ProjectId
from server.door import COOKIE_LIFE_S
from storage.entries import AcceptMessage
from tests.server.blocks import stream
from tests.server.living import PROJECT, TOKEN, Site
from tests.server.streams.asked import events_of, until_left, until_live

pytestmark = pytest.mark.anyio


async def test_one_job_is_followed_alone_and_resumes_by_the_numbers_of_its_project(site: Site) -> None:
    site.begin()
    other = JobId("job_2")
    site.write(AcceptMessage(PROJECT, "local", MessageId("said_2"), MessageId("answer_2"), "another", other))
    address = f"{site.url}/api/jobs/{other}/events"
    async with stream(site.session, address) as blocks:
        snapshot = await blocks.event()
        assert [job["id"] for job in snapshot.data["jobs"]] == [other]
        await blocks.live()
        site.happen(JobResumed())
        site.happen(ToolStart(call="c", name="mine"), job=other)
        assert (await blocks.event()).data["name"] == "mine"
    site.happen(JobResumed())
    site.happen(ToolStart(call="d", name="next"), job=other)
    async with stream(site.session, address, headers={"Last-Event-ID": str(blocks.last_id)}) as again:
        assert (await again.event()).data["name"] == "next"
        assert (await again.live()).data["seq"] == 10


async def test_a_job_that_nobody_knows_is_refused(site: Site) -> None:
    async with site.session.get(f"{site.url}/api/jobs/job_x/events") as response:
        assert (response.status, (await response.json())["code"]) == (404, "job.unknown")


async def test_several_projects_come_on_one_connection_and_resume_by_the_vector_of_their_cursors(site: Site) -> None:
    two, job = ProjectId("project_2"), JobId("job_2")
    site.begin()
    site.begin(two, job)
    asked = {"projects": f"{PROJECT},{two}"}
    async with stream(site.session, f"{site.url}/api/events", params=asked) as blocks:
        began = await blocks.events(2)
        assert {block.data["project"] for block in began} == {PROJECT, two}
        await until_live(site.hub, 2)
        site.happen(ToolStart(call="c", name="two"), job=job)
        assert (await blocks.event()).data["project"] == two
    assert blocks.last_id == f"{site.journal.epoch}.{PROJECT}=3,{two}=4"
    site.happen(ToolStart(call="c", name="one"))
    site.happen(ToolStart(call="c", name="three"), job=job)
    headers = {"Last-Event-ID": blocks.last_id}
    async with stream(site.session, f"{site.url}/api/events", params=asked, headers=headers) as again:
        assert (await again.next()).retry
        assert (await again.next()).id == blocks.last_id
        found = await again.events(2)
    assert {block.data["name"] for block in found} == {"one", "three"}
    assert again.last_id == f"{site.journal.epoch}.{PROJECT}=4,{two}=5"


async def test_a_project_that_was_not_followed_before_comes_with_a_snapshot(site: Site) -> None:
    site.begin()
    site.begin(ProjectId("project_2"), JobId("job_2"))
    asked = {"projects": f"{PROJECT},project_2", "after": f"{site.journal.epoch}.{PROJECT}=2"}
    async with stream(site.session, f"{site.url}/api/events", params=asked) as blocks:
        names = {(block.data["project"], block.event) for block in await blocks.events(2)}
    assert names == {(PROJECT, "job.queued"), ("project_2", "snapshot")}


@pytest.mark.parametrize("projects", ["", ",", ",".join(f"p{number}" for number in range(33))])
async def test_to_follow_none_or_too_many_is_refused(site: Site, projects: str) -> None:
    async with site.session.get(f"{site.url}/api/events", params={"projects": projects}) as response:
        assert (response.status, (await response.json())["code"]) == (422, "request.invalid")


async def test_the_same_client_that_comes_again_replaces_its_older_stream(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site), params={"client": "tab"}) as old:
        await old.live()
        async with stream(site.session, events_of(site), params={"client": "tab"}) as new:
            await new.live()
            assert (await old.event()).event == "replaced"
            assert await old.response.content.read() == b""
            site.happen(JobResumed())
            assert (await new.event()).seq == 4


async def test_a_stream_ends_with_the_cookie_it_was_opened_with_and_says_so(site: Site) -> None:
    site.begin()
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        async with browser.get(f"{site.url}/login", params={"token": TOKEN}, allow_redirects=False):
            pass
        async with stream(browser, events_of(site)) as blocks:
            await blocks.live()
            site.hub.beat(site.handles.clock() + COOKIE_LIFE_S - 1)
            site.hub.beat(site.handles.clock() + COOKIE_LIFE_S)
            ended = await blocks.event()
    assert (ended.event, ended.data["code"]) == ("error", "token.ended")


async def test_a_store_that_cannot_be_read_any_more_ends_the_stream_and_the_client_comes_back(site: Site) -> None:
    site.begin()
    async with stream(site.session, events_of(site)) as blocks:
        await blocks.live()
        site.reader.close()
        site.hub.catch_up()
        assert await blocks.response.content.read() == b""
    await until_left(site.hub, 0)
