"""Knowledge about language, kept as data: one TOML file a subject, each entry with an example that tests it."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """Read one lexicon.

    Args:
        name: The file's name without its ending, such as "units".

    Returns:
        The parsed TOML. It is shared between callers: read it, do not change it.
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
