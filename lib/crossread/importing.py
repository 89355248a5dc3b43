"""Libraries without what takes seconds to import and is not used here."""

import sys
from functools import cache
from importlib import import_module
from threading import RLock
from types import ModuleType

_IMPORTING = RLock()


@cache
def import_without(library: str, other: str) -> ModuleType:
    """Import a library as if another were not installed, unless that is imported already.

    Args:
        library: What to import; it must do without the other.
        other: What to leave out.

    Returns:
        The module.
    """
    with _IMPORTING:  # notebooks run in threads of their own
        masked = sys.modules.setdefault(other, None) is None  # type: ignore[arg-type]
        try:
            return import_module(library)
        finally:
            if masked:
                del sys.modules[other]
