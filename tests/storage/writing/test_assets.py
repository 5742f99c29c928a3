import pytest

from pipeline.assets import Asset
from pipeline.errors import ChangeRefusedError
from pipeline.ids import AssetId, ProjectId, Sha256
from pipeline.jobs import TurnBrief
from storage.edits import AddAsset
from storage.entries import Written
from storage.errors import NotFoundError
from tests.storage.opened import PROJECT, TURN, Store, message


def asset(number: int = 1, name: str = "logo.png") -> Asset:
    digits = Sha256(f"{number:064x}")
    return Asset(
        id=AssetId(f"asset_{number}"), name=name, sha256=digits, media_type="image/png", width=4, height=2, bytes=9
    )


def names(store: Store) -> list[str]:
    return [one.name for one in store.reader.snapshot(PROJECT).assets]


def test_a_file_is_kept_told_and_part_of_the_project(store: Store) -> None:
    store.begin()
    [told] = store.write(AddAsset(PROJECT, asset())).events
    assert told.event.wire_name() == "asset.added"
    assert store.reader.project(PROJECT).assets == store.reader.snapshot(PROJECT).assets
    assert store.reader.asset(PROJECT, "logo.png").sha256 == asset().sha256
    assert store.reader.names_artifact(asset().sha256)


def test_another_file_of_the_same_name_gets_a_number_and_the_same_bytes_again_change_nothing(store: Store) -> None:
    store.begin()
    for number in (1, 2, 3):
        store.write(AddAsset(PROJECT, asset(number)))
    assert names(store) == ["logo.png", "logo-2.png", "logo-3.png"]
    again = asset(2).model_copy(update={"id": AssetId("asset_other")})
    assert store.write(AddAsset(PROJECT, again)) == Written()
    assert len(names(store)) == 3


def test_a_project_has_so_many_files_and_no_more(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.writing.assets.MOST_ASSETS", 1)
    store.begin()
    store.write(AddAsset(PROJECT, asset()))
    assert "may have 1" in str(store.refusal(AddAsset(PROJECT, asset(2, "b.png")), ChangeRefusedError))
    store.refusal(AddAsset(ProjectId("other"), asset()), NotFoundError)
    with pytest.raises(NotFoundError):
        store.reader.asset(PROJECT, "b.png")


def test_a_message_carries_the_files_that_were_attached(store: Store) -> None:
    store.begin()
    store.write(AddAsset(PROJECT, asset()))
    store.write(message("with our logo", suffix="_2", attachments=(AssetId("asset_1"),)))
    brief = store.reader.job(TURN + "_2").brief()  # type: ignore[arg-type]
    assert isinstance(brief, TurnBrief)
    assert [one.name for one in brief.attachments] == ["logo.png"]
    assert store.reader.snapshot(PROJECT).messages[2].attachments == ("asset_1",)
    refused = store.refusal(message("x", suffix="_3", attachments=(AssetId("no"),)), ChangeRefusedError)
    assert "no is not a file of this project" in str(refused)
