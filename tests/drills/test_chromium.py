import pytest

from drills.chromium import chromium


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.anyio
@pytest.mark.browser
@pytest.mark.slow
async def test_starts_one_that_draws() -> None:
    async with chromium() as browser:
        page = await browser.new_page(viewport={"width": 64, "height": 64})
        await page.set_content("<p>drawn</p>")
        assert (await page.screenshot()).startswith(b"\x89PNG")
