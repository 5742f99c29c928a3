"""The step that has the oldest part of a long conversation put in short."""

from pipeline.chat import Summary
from pipeline.commands import AskModel, Recollection
from pipeline.flow import step
from pipeline.prompts.remembering import fits, newest, summary_prompt


async def summarise(recollection: Recollection) -> Recollection:
    """The same while it fits into a prompt; else its newest part, and a summary of what came before."""
    if fits(recollection):
        return recollection
    place = newest(recollection.history)
    ask = AskModel(role="title", messages=summary_prompt(recollection.summary, recollection.history[:place]))
    text = (await step("summarise", ask)).text.strip()
    summary = Summary(until=recollection.ids[place - 1], text=text) if text else recollection.summary
    kept = {"history": recollection.history[place:], "ids": recollection.ids[place:], "summary": summary}
    return recollection.model_copy(update=kept)
