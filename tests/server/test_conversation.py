import pytest

from actors.messages import ORCHESTRATOR, Sending, StartJob
from pipeline.ids import JobId, MessageId, ProjectId
from pipeline.jobs import JobStatus
from server.conversation import handle_client_reconnection, process_user_message, resume_job
from server.problems import Problem
from tests.server.living import JOB, PROJECT, Site

pytestmark = pytest.mark.anyio


async def said(site: Site, content: str, *, key: str | None = None, message: str | None = None) -> tuple[str, str, str]:
    named = MessageId(message) if message else None
    accepted = await process_user_message(
        site.handles,
        PROJECT,
        "local",
        named,
        None,
        content,
        idempotency_key=key,
    )
    return accepted.job, accepted.user_message_id, accepted.assistant_message_id


async def test_the_job_is_started_once_it_is_stored(site: Site) -> None:
    site.begin()
    job = JobId((await said(site, "a teaser"))[0])
    assert site.journal.let_out == [Sending(ORCHESTRATOR, StartJob(job))]
    assert site.reader.open_jobs() == [JOB, job]


async def test_the_same_key_gives_the_same_job_and_messages(site: Site) -> None:
    site.begin()
    first, again, other = [await said(site, "a teaser", key=key) for key in ("k", "k", "l")]
    assert first == again != other
    assert len(site.reader.open_jobs()) == 3


async def test_the_same_message_id_gives_the_same_job(site: Site) -> None:
    site.begin()
    assert await said(site, "a teaser", message="m") == await said(site, "a teaser", message="m")


async def test_a_key_repeated_under_another_message_id_answers_as_the_first_time(site: Site) -> None:
    site.begin()
    assert await said(site, "a teaser", key="k", message="m") == await said(site, "a teaser", key="k", message="n")


async def test_given_ids_are_kept(site: Site) -> None:
    site.begin()
    accepted = await process_user_message(site.handles, PROJECT, "u", MessageId("m"), MessageId("a"), "a teaser")
    assert (accepted.user_message_id, accepted.assistant_message_id) == ("m", "a")


@pytest.mark.parametrize(("key", "message"), [("k", None), (None, "m")])
async def test_the_same_key_or_id_with_other_words_is_refused(site: Site, key: str | None, message: str | None) -> None:
    site.begin()
    await said(site, "a teaser", key=key, message=message)
    before = site.everything()
    with pytest.raises(Problem) as refused:
        await said(site, "an outro", key=key, message=message)
    assert (refused.value.status, refused.value.code) == (422, "idempotency.mismatch")
    assert site.everything() == before


async def test_a_key_of_another_project_is_another_key(site: Site) -> None:
    site.begin()
    site.begin(ProjectId("project_2"), JobId("job_2"))
    job, *_ = await said(site, "a teaser", key="k")
    elsewhere = await process_user_message(
        site.handles,
        ProjectId("project_2"),
        "local",
        None,
        None,
        "a teaser",
        idempotency_key="k",
    )
    assert elsewhere.job != job


async def test_a_job_is_resumed_by_its_id(site: Site) -> None:
    site.begin()
    site.happen(status=JobStatus.FAILED)
    assert (await resume_job(site.handles, JOB)).id == JOB
    assert site.journal.let_out == [Sending(ORCHESTRATOR, StartJob(JOB))]
    assert site.reader.job(JOB).status is JobStatus.RUNNING


@pytest.mark.parametrize(("seq", "snapshot"), [(2, False), (99, True)])
async def test_a_client_that_comes_back_is_told_where_to_go_on(site: Site, seq: int, *, snapshot: bool) -> None:
    site.begin()
    message, cursor = MessageId(f"answer_{PROJECT}"), f"{site.journal.epoch}.{seq}"
    found = await handle_client_reconnection(site.handles, "tab 1", message, cursor)
    after = "" if snapshot else f"&after={cursor}"
    assert found.events == f"/api/projects/{PROJECT}/events?client=tab+1{after}"
    assert found.snapshot is snapshot


async def test_a_client_that_watched_an_unknown_message_is_told_so(site: Site) -> None:
    with pytest.raises(Problem, match="there is no message") as refused:
        await handle_client_reconnection(site.handles, "tab", MessageId("x"), None)
    assert refused.value.code == "message.unknown"
