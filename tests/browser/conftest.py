"""The browser that stands on this machine."""

from pathlib import Path

import pytest

from crossread.reporting.pdf import BrowserError, find_browser


@pytest.fixture(scope="session")
def program() -> Path:
    """An installed Chromium; without one, what needs it is skipped."""
    try:
        return find_browser()
    except BrowserError as error:
        pytest.skip(str(error))
