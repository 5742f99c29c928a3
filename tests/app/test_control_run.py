from app.control_run import ControlRun, differences_between

SCENE = {"name": "Title", "duration_frames": 60, "bundle": "a" * 64}


def test_says_what_is_another() -> None:
    assert differences_between([SCENE], [SCENE]) == []
    assert differences_between([SCENE], [{**SCENE, "bundle": "b" * 64}]) == ["scene 1, Title: its bundle is another"]
    assert differences_between([SCENE], []) == ["there are 1 scenes, and 0 without the fault"]
    assert ControlRun("http://127.0.0.1:1", "x").url
