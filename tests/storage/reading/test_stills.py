from pipeline.ids import Sha256
from pipeline.project import Still
from storage.reading.stills import stills_in


def test_the_pictures_of_a_row_are_in_their_order() -> None:
    row = {"stills": '[{"frame": 18, "sha256": "one"}, {"frame": 44, "sha256": "two"}]'}
    assert stills_in(row) == (Still(frame=18, sha256=Sha256("one")), Still(frame=44, sha256=Sha256("two")))


def test_a_revision_that_nobody_looked_at_has_none() -> None:
    assert stills_in({"stills": "[]"}) == ()
