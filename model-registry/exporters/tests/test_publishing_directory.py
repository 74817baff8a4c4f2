"""The command on a registry directory; run like test_publishing.py."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import shutil
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from publishing.cli import main

MODELS = Path(__file__).resolve().parents[2] / "models"
ID = "demo-dense-focus-1-platt-resection"


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


class Directory(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.registry, self.source = Path(temporary.name) / "registry", Path(temporary.name) / "source"
        shutil.copytree(MODELS / "demo-dense-focus" / "1", self.source)
        self.target = self.registry / "demo-dense-focus" / "1"

    def publish(self, *arguments: str | Path, command: str = "version") -> tuple[int, Any, str]:
        """Exit code, result, progress."""
        out, progress = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(progress):
            code = main([command, *map(str, arguments), "--to", str(self.registry)])
        return code, json.loads(out.getvalue() or "null"), progress.getvalue()

    def edit(self, name: str, **members: Any) -> Path:
        path = self.source / name
        path.write_text(json.dumps({**json.loads(path.read_text()), **members}))
        return path

    def test_writes_the_version_and_its_alias_and_nothing_twice(self) -> None:
        code, result, _ = self.publish(self.source, "--alias", "champion")
        self.assertEqual((code, result["version"], result["created"]), (0, "1", True))
        # The digest that the README of the project shows.
        self.assertTrue(result["digest"].startswith("6338dd30620e"))
        self.assertEqual(sorted(digests(self.target)), sorted(digests(self.source)))
        before = digests(self.registry)
        self.assertEqual(self.publish(self.source)[1]["created"], False)
        self.assertEqual(digests(self.registry), before)
        self.assertEqual(json.loads((self.target.parent / "aliases.json").read_text()), {"champion": "1"})

    def test_never_writes_over_a_version(self) -> None:
        self.publish(self.source)
        before = digests(self.registry)
        self.edit("model-card.json", spatial=[])
        code, _, progress = self.publish(self.source)
        self.assertEqual(code, 4)
        self.assertIn("a version never changes under its number", progress)
        self.assertEqual(digests(self.registry), before)
        self.assertEqual(self.publish(self.source, "--renumber")[1]["version"], "2")
        self.assertEqual(
            json.loads((self.registry / "demo-dense-focus/2/model-card.json").read_text())["identity"]["version"], "2"
        )

    def test_a_dry_run_and_a_refusal_write_nothing(self) -> None:
        self.assertEqual(self.publish(self.source, "--dry-run")[0], 0)
        (self.source / "model.onnx").write_bytes(b"other")
        code, result, progress = self.publish(self.source)
        self.assertEqual((code, result), (3, None))
        self.assertIn("/artifacts/1/sha256", progress)
        self.assertFalse(self.registry.exists())

    def test_a_version_that_cannot_be_read_is_not_written_over(self) -> None:
        self.target.mkdir(parents=True)
        (self.target / "model-card.json").write_text("{")
        code, _, progress = self.publish(self.source)
        self.assertEqual(code, 3, progress)
        self.assertEqual(sorted(digests(self.registry)), ["demo-dense-focus/1/model-card.json"])

    def test_takes_parts_from_anywhere(self) -> None:
        card = self.edit("model-card.json", artifacts=None)
        document = json.loads(card.read_text())
        del document["artifacts"]
        card.write_text(json.dumps(document))
        files = {"model.onnx": "model.onnx", "domain-reference.safetensors": "domain-reference.safetensors"}
        parts = [f"--artifact={path}={self.source / file}" for path, file in files.items()]
        record = self.source / "calibrations" / f"{ID}.json"
        code, result, progress = self.publish("--card", card, *parts, "--calibration", record)
        self.assertEqual(code, 0, progress)
        self.assertEqual(sorted(digests(self.target)), sorted(digests(self.source)))

    def test_a_record_can_come_later_and_is_never_edited(self) -> None:
        self.publish(self.source)
        late = self.edit(f"calibrations/{ID}.json", id="late")
        self.assertEqual(self.publish(late, command="calibration")[1]["created"], True)
        self.assertEqual(self.publish(late, command="calibration")[1]["created"], False)
        self.edit(f"calibrations/{ID}.json", statement="Another.")
        code, _, progress = self.publish(late, command="calibration")
        self.assertEqual(code, 4)
        self.assertIn("never edited", progress)
        self.assertEqual(json.loads((self.target / "calibrations/late.json").read_text())["id"], "late")

    def test_options_that_make_no_sense_end_with_2(self) -> None:
        for arguments in (
            [],
            [str(self.source), "--card", "x"],
            [str(self.source), "--alias", "v3"],
            [str(self.source), "--artifact", "x"],
        ):
            with self.assertRaises(SystemExit) as ended:
                self.publish(*arguments)
            self.assertEqual(ended.exception.code, 2)


if __name__ == "__main__":
    unittest.main()
