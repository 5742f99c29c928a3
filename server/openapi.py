"""The OpenAPI document, made from the route table and from the models that check requests and write answers."""

import re
from collections.abc import Iterable

from aiohttp import web
from pydantic import BaseModel, JsonValue
from pydantic.json_schema import models_json_schema

from server.problems import MEDIA_TYPE, ProblemDetails
from server.route import Route

Json = dict[str, JsonValue]

DOCUMENT = web.AppKey("openapi", bytes)
VERSION = "1"
_PARAMETER = re.compile(r"\{(\w+)\}")
_REF = "#/components/schemas/{model}"


def document(routes: tuple[Route, ...]) -> Json:
    """The whole document."""
    paths: dict[str, JsonValue] = {}
    for path in dict.fromkeys(route.path for route in routes):
        paths[path] = {route.method.lower(): _operation(route) for route in routes if route.path == path}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Bazaar", "version": VERSION, "description": "A conversation into motion graphics."},
        "security": [{"bearer": []}],
        "paths": paths,
        "components": {
            "schemas": _schemas(routes),
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


async def get_openapi(request: web.Request) -> web.Response:
    """The OpenAPI document, as it was made at start."""
    return web.Response(body=request.app[DOCUMENT], content_type="application/json")


def _operation(route: Route) -> Json:
    name = getattr(route.handler, "__name__", "")
    told: Json = {
        "operationId": name,
        "summary": (route.handler.__doc__ or name).strip().split("\n")[0],
        "parameters": _parameters(route),
        "responses": {str(route.status): _given(route), **_refusals(route)},
    }
    if route.takes:
        told["requestBody"] = {"content": _content(route.takes)}
    if route.takes_file:
        told["requestBody"] = {"content": {"application/x-tar": {}}}
    if route.takes_media:
        told["requestBody"] = {"content": {route.takes_media: {}}}
    if route.is_open:
        told["security"] = []
    if route.is_deprecated:
        told["deprecated"] = True
    return told


def _parameters(route: Route) -> list[JsonValue]:
    in_path = [_parameter("path", name, required=True) for name in _PARAMETER.findall(route.path)]
    in_header = [_parameter("header", name, required=False) for name in route.request_headers]
    in_query = [_parameter("query", name, required=False) for name in route.query]
    return [*in_path, *in_header, *in_query]


def _parameter(place: str, name: str, *, required: bool) -> JsonValue:
    return {"name": name, "in": place, "required": required, "schema": {"type": "string"}}


def _given(route: Route) -> JsonValue:
    if isinstance(route.gives, str):
        return {"description": route.gives, "content": {route.gives: {}}}
    return {"description": (route.gives.__doc__ or "").strip().split("\n")[0], "content": _content(route.gives)}


def _refusals(route: Route) -> Json:
    codes: dict[int, list[str]] = {}
    for status, code in route.refusals:
        codes.setdefault(status, []).append(code)
    return {str(status): _refusal(of_it) for status, of_it in sorted(codes.items())}


def _refusal(codes: Iterable[str]) -> JsonValue:
    schema: Json = {"$ref": _REF.format(model=ProblemDetails.__name__)}
    return {"description": ", ".join(codes), "content": {MEDIA_TYPE: {"schema": schema}}}


def _content(model: type[BaseModel]) -> Json:
    return {"application/json": {"schema": {"$ref": _REF.format(model=model.__name__)}}}


def _schemas(routes: tuple[Route, ...]) -> JsonValue:
    models: set[type[BaseModel]] = {ProblemDetails}
    models.update(route.takes for route in routes if route.takes)
    models.update(route.gives for route in routes if not isinstance(route.gives, str))
    named = sorted(models, key=lambda model: model.__name__)
    _, schemas = models_json_schema([(model, "validation") for model in named], ref_template=_REF)
    found: JsonValue = schemas["$defs"]
    return found
