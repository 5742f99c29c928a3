"""Who performs which command."""

from actors.messages import BUILD_WORKER, INSPECTOR, JOURNAL, LLM, TOOL_EXECUTOR, Perform, Sending, Write
from pipeline.commands import Act, AskModel, Build, Inspect, Publish, Recall, RenderCheck
from storage.entries import PublishRevision

PERFORMERS = {
    AskModel: LLM,
    Act: TOOL_EXECUTOR,
    Recall: TOOL_EXECUTOR,
    Build: BUILD_WORKER,
    RenderCheck: BUILD_WORKER,
    Inspect: INSPECTOR,
}


def sending(work: Perform) -> Sending:
    """The message that gets this work done, and to whom it goes; a publish is a write."""
    if isinstance(work.command, Publish):
        return Sending(JOURNAL, Write(PublishRevision(work.job, work.epoch, work.key, work.attempt, work.command)))
    return Sending(PERFORMERS[type(work.command)], work)
