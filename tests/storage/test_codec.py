import pytest

from pipeline.chat import ModelAnswer
from pipeline.commands import Act, AskModel, Build, Publish, Published, Recall, RenderCheck
from pipeline.findings import Verdict
from pipeline.ids import RevisionId, SceneId
from storage.codec import REPLIES, decode, decode_reply
from storage.errors import DefinitionMismatchError


def test_a_reply_comes_back_as_it_was() -> None:
    reply = Published(revision=RevisionId("rev_1"), scene=SceneId("scn_1"), shown=True)
    assert decode_reply("Published", reply.model_dump_json()) == reply


@pytest.mark.parametrize("command", [Recall, AskModel, Act, Build, RenderCheck, Publish])
def test_every_commands_reply_can_be_stored(command: type[Recall]) -> None:
    assert REPLIES[command.reply_type.__name__] is command.reply_type


def test_a_reply_of_an_unknown_type_is_a_definition_mismatch() -> None:
    with pytest.raises(DefinitionMismatchError, match="is a Hologram, which this version does not know"):
        decode_reply("Hologram", "{}")


def test_a_reply_that_does_not_fit_its_type_is_a_definition_mismatch() -> None:
    with pytest.raises(DefinitionMismatchError, match="a stored Verdict does not fit this version"):
        decode_reply("Verdict", '{"judgement": true}')


def test_text_that_is_no_json_is_a_definition_mismatch() -> None:
    with pytest.raises(DefinitionMismatchError):
        decode(ModelAnswer, "{")


def test_decoding_keeps_the_type() -> None:
    assert decode(Verdict, '{"accepted":true}').accepted
