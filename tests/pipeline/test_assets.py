import struct

import pytest

from pipeline.assets import Picture, file_name, numbered, picture_in
from tests.pipeline.pictures import GIF, JPEG, PNG, WEBP, WEBP_LOSSLESS, WEBP_LOSSY


@pytest.mark.parametrize(
    ("content", "picture"),
    [
        (PNG, ("image/png", 640, 480)),
        (GIF, ("image/gif", 320, 200)),
        (JPEG, ("image/jpeg", 300, 150)),
        (WEBP, ("image/webp", 1000, 500)),
        (WEBP_LOSSY, ("image/webp", 64, 32)),
        (WEBP_LOSSLESS, ("image/webp", 100, 50)),
    ],
)
def test_a_picture_says_itself_what_it_is(content: bytes, picture: tuple[str, int, int]) -> None:
    media_type, width, height = picture
    assert picture_in(content) == Picture.model_validate({"media_type": media_type, "width": width, "height": height})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        PNG[:20],
        JPEG[:12],
        WEBP[:20],
        GIF[:8],
        b"\xff\xd8\xff\xe0\x00\x00" * 3,
        PNG[:16] + struct.pack(">II", 0, 5),
        b"RIFF\x00\x00\x00\x00WEBPVP9 " + bytes(20),
    ],
)
def test_what_is_none_or_cut_short_is_no_picture(content: bytes) -> None:
    assert picture_in(content) is None


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("logo.PNG", "logo.png"),
        ("../../etc/pass wd.jpeg", "pass-wd.png"),
        ("", "picture.png"),
        ("...", "picture.png"),
        ("日本.png", "png.png"),
        ("our logo (final).v2.png", "our-logo-final-.v2.png"),
        ("x" * 300, "x" * 80 + ".png"),
    ],
)
def test_a_name_is_safe_and_ends_as_the_file_is(given: str, name: str) -> None:
    assert file_name(given, "image/png") == name


def test_one_more_of_a_name_has_a_number() -> None:
    assert numbered("logo.png", 2) == "logo-2.png"
