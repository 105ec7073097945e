"""The picture in the README is the report's own."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path


def test_the_picture_in_the_readme_is_the_one_that_the_report_draws(repository: Path):
    lock = json.loads((repository / "reports" / "libya.lock.json").read_text(encoding="utf-8"))
    picture = (repository / "reports" / "libya-labels.svg").read_bytes()

    assert hashlib.sha256(picture).hexdigest() == lock["outputs"]["figures/01-labels.svg"]
