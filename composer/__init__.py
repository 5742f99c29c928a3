"""The demo composer: an author by rules behind the wire of Chat Completions.

It stands where a model's vendor would stand. No AI and no key: the same request gets the same answer.
It imports nothing of the rest of the project.
"""

from composer.server import Running, application, start
from composer.wire import MODEL

__all__ = ["MODEL", "Running", "application", "start"]
