from pipeline.changes import SetVideo
from storage.edits import EditProject
from storage.reader import Reader
from storage.video_reader import VideoReader
from tests.storage.opened import PROJECT, Store


def test_an_outline_is_of_one_moment(store: Store) -> None:
    store.begin()
    written = store.write(EditProject(PROJECT, (SetVideo(name="A"),)))
    outline = store.reader.outline(PROJECT)
    assert (outline.seq, outline.project.video.name) == (written.events[-1].seq, "A")
    assert outline.history.undo == store.reader.edits(PROJECT, 1)[0]


def test_the_stores_reader_answers_for_videos_too() -> None:
    assert issubclass(Reader, VideoReader)
