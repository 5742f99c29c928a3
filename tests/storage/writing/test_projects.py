from pipeline.project import Video
from storage.entries import CreateProject, Written
from storage.errors import ConflictError
from tests.storage.opened import PROJECT, Store


def test_a_project_is_stored_with_its_settings(store: Store) -> None:
    video = Video(name="Nimbus", width=1080, height=1920, palette=("#000080", "#ff7f50"))
    store.write(CreateProject(PROJECT, video))
    assert store.reader.project(PROJECT).video == video
    assert store.reader.last_seq(PROJECT) == 0


def test_the_same_project_again_is_answered_as_the_first_time(store: Store) -> None:
    entry = CreateProject(PROJECT, Video())
    assert store.write(entry) == store.write(entry) == Written()
    assert store.count("project") == 1


def test_the_same_id_with_other_settings_is_a_conflict(store: Store) -> None:
    store.write(CreateProject(PROJECT, Video()))
    error = store.refusal(CreateProject(PROJECT, Video(fps=60)), ConflictError)
    assert str(error) == "project prj_1 was made with other settings: choose another id, or change it"
