"""python -m unittest discover -s model-registry/exporters/tests -p "test_publishing*.py", with requirements-publish.txt alone."""

from __future__ import annotations

import json
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "model-registry" / "exporters"))

from broken_version import Broken, edit

from publishing import strict_json
from publishing.refusals import BadInput
from publishing.release import release_from_directory

MODELS = ROOT / "model-registry" / "models"
RECORD = "demo-dense-focus-1-platt-resection.json"


class Json(unittest.TestCase):
    def test_canonical_form_is_that_of_the_rfc(self) -> None:
        # RFC 8785, sections 3.2.2 and 3.2.3.
        numbers = b'{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]}'
        self.assertEqual(
            strict_json.canonical(strict_json.parse(numbers)), b'{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}'
        )
        order = rb'{"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7}'
        self.assertEqual(
            re.findall(rb":(\d)", strict_json.canonical(strict_json.parse(order))), [b"2", b"4", b"6", b"7", b"1", b"5", b"3"]
        )

    def test_digest_is_the_one_that_the_guide_states(self) -> None:
        guide = (ROOT / "docs" / "model-card.md").read_text(encoding="utf-8")
        card = re.findall(r"```json\n(.*?)```", guide, re.DOTALL)[0]
        self.assertIn(f"`{strict_json.digest(json.loads(card))}`", guide)

    def test_what_readers_would_read_differently_is_refused(self) -> None:
        cases = {
            b'{"a": 1, "a": 2}': "twice",
            b"\xef\xbb\xbf{}": "byte order mark",
            b"\xff": "UTF-8",
            b"[" * 65 + b"]" * 65: "nested",
            b"[" + b"1," * 20_000 + b"1]": "20000",
            b"[NaN]": "NaN",
            b"{": "line 1",
            b" " * (2**20 + 1): "bytes",
        }
        for text, reason in cases.items():
            with self.assertRaisesRegex(BadInput, reason):
                strict_json.parse(text)
        with self.assertRaisesRegex(BadInput, "canonical"):
            strict_json.canonical([2**53 + 1])


class Checked(Broken):
    def test_the_shipped_models_are_good_and_have_the_digests_that_cards_state(self) -> None:
        encoder = release_from_directory(MODELS / "demo-lite0" / "1")
        self.assertEqual(release_from_directory(self.folder).card["extractor"]["digest"], encoder.digest_as("1"))
        for card in sorted(MODELS.glob("*/*/model-card.json")):
            self.assertEqual(release_from_directory(card.parent).name, card.parent.parent.name)

    def test_pointers_say_where_and_nothing_repeats_a_value(self) -> None:
        edit(self.folder, lambda card: card["identity"].update(title=7, patient="Jane Doe"))
        edit(self.folder, lambda card: card["task"].update(kind="GUESS"))
        edit(self.folder, lambda card: card["licence"].pop("gated"))
        self.assertEqual(
            self.refusal().problems,
            (
                "/identity: has members that the format does not know, at position 7",
                "/identity/title: must be of the type string",
                "/licence: lacks gated",
                "/task/kind: must be one of BIOMARKER, REGRESSION, EXPRESSION, PATHWAY, EMBEDDING, ALIGNMENT",
            ),
        )

    def test_a_group_that_may_be_null_is_judged_by_the_form_that_it_has(self) -> None:
        edit(self.folder, lambda card: card["extractor"].update(dim="1280"))
        self.assertEqual(self.refusal().problems, ("/extractor/dim: must be of the type integer",))

    def test_artifacts_must_be_the_bytes_of_the_card(self) -> None:
        with (self.folder / "domain-reference.safetensors").open("ab") as file:
            file.write(b"x")
        edit(self.folder, lambda card: card["artifacts"].append({"path": "gone.bin", "role": "OTHER"}))
        edit(self.folder, lambda card: card["artifacts"].append({"path": "MLmodel", "role": "OTHER"}))
        edit(self.folder, lambda card: card["artifacts"].append({"path": "../1/model.onnx", "role": "OTHER"}))
        problems = [problem.split(":")[0] for problem in self.refusal().problems]
        self.assertEqual(
            problems,
            [
                "/artifacts/0/sizeBytes",
                "/artifacts/0/sha256",
                "/artifacts/2/path",
                "/artifacts/3/path",
                "/artifacts/3/path",
                "/artifacts/4/path",
            ],
        )

    def test_artifacts_that_the_card_leaves_out_are_filled_in(self) -> None:
        stated = release_from_directory(self.folder)
        edit(self.folder, lambda card: card.pop("artifacts"))
        filled = release_from_directory(self.folder)
        self.assertEqual(filled.card["artifacts"], stated.card["artifacts"])
        self.assertEqual(filled.digest_as("1"), stated.digest_as("1"))

    def test_files_that_the_card_refers_to_are_its_artifacts(self) -> None:
        edit(self.folder, lambda card: card["domain"].update(path="model.onnx"))
        self.assertEqual(
            self.refusal().problems, ("/domain/path: must be the path of an artifact with the role DOMAIN_REFERENCE",)
        )
        edit(self.folder, lambda card: card.update(artifacts=[]))
        self.assertEqual(len(self.refusal().problems), 2)

    def test_records_belong_to_the_card(self) -> None:
        path = self.folder / "calibrations" / RECORD
        record = json.loads(path.read_text())
        path.write_text(json.dumps({**record, "model": "another", "version": "7", "target": "none", "id": "a.retired"}))
        self.assertEqual([line.split(":")[0] for line in self.refusal().problems], ["/model", "/version", "/target", "/id"])
        path.write_text(json.dumps({**record, "map": {"method": "platt", "a": "1", "b": 0}}))
        self.assertEqual(self.refusal().problems, ("/map/a: must be of the type number",))

    def test_the_number_is_no_part_of_the_content(self) -> None:
        numbered = release_from_directory(self.folder)
        edit(self.folder, lambda card: card["identity"].pop("version"))
        path = self.folder / "calibrations" / RECORD
        path.write_text(json.dumps({key: value for key, value in json.loads(path.read_text()).items() if key != "version"}))
        free = release_from_directory(self.folder)
        self.assertIsNone(free.stated_version)
        self.assertEqual((free.content_digest, free.digest_as("1")), (numbered.content_digest, numbered.digest_as("1")))
        self.assertNotEqual(free.digest_as("2"), free.digest_as("1"))
        self.assertEqual([record["version"] for record in free.records_as("4")], ["4"])


if __name__ == "__main__":
    unittest.main()
