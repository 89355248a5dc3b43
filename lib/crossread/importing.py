"""Libraries without what takes seconds to import and is not used here."""

import sys
from functools import cache
from importlib import import_module
from threading import RLock
from types import ModuleType

_IMPORTING = RLock()


@cache
def import_without(library: str, *others: str) -> ModuleType:
    """Import a library as if others were not installed, but for those that are imported already.

    Args:
        library: What to import; it must do without the others.
        others: What to leave out.

    Returns:
        The module.
    """
    with _IMPORTING:  # notebooks run in threads of their own
        masked = [other for other in others if sys.modules.setdefault(other, None) is None]  # type: ignore[arg-type]
        try:
            return import_module(library)
        finally:
            for other in masked:
                del sys.modules[other]
