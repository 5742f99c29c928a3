import pytest
from pydantic import JsonValue

from pipeline.commands import Publish
from pipeline.declared import DeclaredProp
from pipeline.ids import RevisionId, SceneId
from storage.errors import NotFoundError
from tests.storage.opened import BUNDLE, SCENE, Store, publish


def test_lists_the_revisions_of_a_scene_the_last_first(store: Store) -> None:
    job = store.begin_scene()
    key = publish(job).key
    for ordinal in range(2):
        store.write(publish(job, key=key._replace(ordinal=ordinal)))
    assert [(entry.number, entry.current) for entry in store.reader.revisions(SCENE)] == [(2, True), (1, False)]


def test_a_revision_says_what_can_be_set_in_it(store: Store) -> None:
    title = DeclaredProp(name="title", kind="text", default="Ship it")
    report: dict[str, JsonValue] = {"build": {"props": [title.model_dump(mode="json")]}}
    asked = Publish(scene=SCENE, generation=1, source="", bundle=BUNDLE, report=report)
    store.write(publish(store.begin_scene(), publish=asked))
    (entry,) = store.reader.revisions(SCENE)
    assert entry.props == (title,)


def test_an_unknown_scene_or_revision_is_said_to_be(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.reader.revisions(SceneId("nothing"))
    with pytest.raises(NotFoundError):
        store.reader.revision(RevisionId("nothing"))
