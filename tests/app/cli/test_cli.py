import pytest

from app.cli import COMMANDS, main
from app.setup.door import OWN_WORDS


def test_help_names_every_word_also_those_of_set_up(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    assert all(word in said for word in COMMANDS)
    assert f"words of its own: {', '.join(OWN_WORDS)}." in said


def test_an_unknown_word_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["mkae", "a title"])
    assert refused.value.code == 2
    said = capsys.readouterr().err
    assert "mkae" in said
    assert all(word in said for word in COMMANDS)
