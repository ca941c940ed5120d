"""What tests share: the book of the real data, and a copy of the data to edit."""

import shutil
from pathlib import Path

import pytest

from quote_engine import load_book

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="session")
def book():
    """The book of data/ as it stands."""
    return load_book(str(DATA))


@pytest.fixture
def data_copy(tmp_path):
    """A copy of data/ that a test may edit."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))
