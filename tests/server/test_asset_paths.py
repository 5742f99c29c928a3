from dataclasses import replace

import pytest

from pipeline.ids import ProjectId
from server.asset_paths import asset_root
from tests.server.living import PROJECT, TOKEN, Site

pytestmark = pytest.mark.anyio


async def test_the_path_is_one_of_the_project_and_of_the_token_and_tells_neither(site: Site) -> None:
    path = asset_root(site.handles, PROJECT)
    others = [asset_root(site.handles, ProjectId("other")), asset_root(replace(site.handles, token="x"), PROJECT)]
    assert path.startswith("/preview/assets/")
    assert path not in others
    assert TOKEN not in path
