import re

from pipeline.jobs import JobView
from server.answers import ProjectOutline
from server.editor_routes import EDITOR_ROUTES
from server.routes import ROUTES


def test_the_table_holds_what_the_editor_does() -> None:
    assert set(EDITOR_ROUTES) <= set(ROUTES)


def test_every_change_of_a_project_names_it_and_answers_with_the_project_after_it() -> None:
    changes = [
        route for route in EDITOR_ROUTES if route.is_command and not re.search(r"/(messages/|assets$)", route.path)
    ]
    assert all(route.path.startswith("/api/projects/{project}") for route in changes)
    assert {route.gives for route in changes} == {ProjectOutline, JobView}
    assert all((404, "project.unknown") in route.refusals for route in changes)
