from pathlib import Path
from typing import Any, cast

from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from server.handles import HANDLES, Handles, handles_of
from server.streams.hub import Hub
from storage.condition import Condition


def test_every_handler_gets_what_the_application_was_given() -> None:
    given = Handles(
        journal=cast("Any", None),
        reader=cast("Any", None),
        artifacts=cast("Any", None),
        hub=Hub(),
        token="secret",
        operator_token="secret too",
        allowed_hosts=frozenset(),
        pages=Path(),
        model={},
        condition=Condition(),
        keeper=cast("Any", None),
        readiness=dict,
        metrics=bytes,
        ids=str,
        clock=float,
    )
    app = web.Application()
    app[HANDLES] = given
    assert handles_of(make_mocked_request("GET", "/", app=app)) is given
    assert "secret" not in repr(given)
