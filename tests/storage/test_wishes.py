from typing import get_args

from pipeline.ids import JobId
from pipeline.resuming import Fork, Resumption
from storage.entries import Entry
from storage.wishes import ForkJob, HurryJob, PutJobFirst, ResumeJob, WishJob

WISHES = (
    WishJob(JobId("j"), "cancel"),
    ResumeJob(JobId("j"), Resumption()),
    ForkJob(JobId("j"), JobId("k"), Fork()),
    HurryJob(JobId("j")),
    PutJobFirst(JobId("j")),
)


def test_every_wish_is_an_entry_of_the_writer() -> None:
    assert {type(wish) for wish in WISHES} <= set(get_args(Entry))
