"""Security headers: on every answer, stricter where generated code is served."""

from aiohttp import web

from server.gate import is_preview

API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
_PAGE_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; "
    "frame-src {origin}/preview/frame.html; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


async def secure(request: web.Request, response: web.StreamResponse) -> None:
    """Complete the headers of an answer just before they are sent; what a handler has set, stays."""
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers.setdefault("Cache-Control", "no-store")
    if not is_preview(request):
        # A page of another port of this machine is the same site to a cookie: it may embed nothing of ours.
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    is_page = response.content_type == "text/html"
    response.headers.setdefault("Content-Security-Policy", page_policy(request) if is_page else API_POLICY)


def page_policy(request: web.Request) -> str:
    """What our own pages may do; the only frame they may show is the exact page of the preview."""
    return _PAGE_POLICY.format(origin=request.url.origin())
