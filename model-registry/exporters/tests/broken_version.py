"""A good version of which a test breaks one thing."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from publishing.refusals import BadInput
from publishing.release import release_from_directory

MODELS = Path(__file__).resolve().parents[2] / "models"


class Broken(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name) / "1"
        shutil.copytree(MODELS / "demo-dense-focus" / "1", self.folder)

    def refusal(self) -> BadInput:
        with self.assertRaises(BadInput) as caught:
            release_from_directory(self.folder)
        return caught.exception


def edit(folder: Path, change: Any) -> None:
    path = folder / "model-card.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    change(card)
    path.write_text(json.dumps(card), encoding="utf-8")
