"""python -m unittest discover model-registry/exporters/tests: the numbers against other people's, or against plain arithmetic."""

from __future__ import annotations

import sys
import tempfile
import unittest
from fractions import Fraction
from math import ceil, floor
from pathlib import Path

import numpy as np
import torch
from scipy import stats
from skimage.filters import threshold_otsu
from sklearn.metrics import roc_auc_score

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from demo import cards, dense_focus, export, tiles
from demo import statistics as st


def area_by_fractions(row: np.ndarray, target: int) -> list[Fraction]:
    """The mean over each output pixel of one row, in exact arithmetic, pixel by pixel."""
    step = Fraction(len(row), target)
    out = []
    for i in range(target):
        low, high = i * step, (i + 1) * step
        covered = range(floor(low), ceil(high))
        out.append(sum(int(row[j]) * (min(j + 1, high) - max(j, low)) for j in covered) / step)
    return out


class ExactArea(unittest.TestCase):
    def test_equals_exact_fractions_in_both_directions(self) -> None:
        rng = np.random.default_rng(1)
        for source, target in ((326, 224), (449, 224), (13, 5), (12, 8)):
            row = rng.integers(0, 256, source)
            want = [floor(v + Fraction(1, 2)) for v in area_by_fractions(row, target)]
            wide = np.repeat(row[None, :, None], 7, axis=0).astype(np.uint8)
            self.assertEqual(tiles.exact_area(wide, target, 7)[3, :, 0].tolist(), want)
            self.assertEqual(tiles.exact_area(wide.transpose(1, 0, 2), 7, target)[:, 3, 0].tolist(), want)

    def test_rounds_a_half_up(self) -> None:
        self.assertEqual(tiles.exact_area(np.array([[[2], [3]]], np.uint8), 1, 1)[0, 0, 0], 3)


class Otsu(unittest.TestCase):
    def test_equals_scikit_image_where_the_values_span_the_bins(self) -> None:
        rng = np.random.default_rng(2)
        values = np.clip(np.concatenate([rng.normal(0.2, 0.05, 5000), rng.normal(0.6, 0.1, 3000), [0.0, 1.0]]), 0, 1)
        self.assertAlmostEqual(tiles.otsu(values), float(threshold_otsu(values, nbins=256)), places=12)

    def test_empty_bins_at_the_ends_do_not_matter(self) -> None:
        self.assertEqual(tiles.otsu(np.array([0.3, 0.3, 0.7, 0.7])), (76 + 0.5) / 256)


class Statistics(unittest.TestCase):
    def test_auc_equals_scikit_learn_with_ties(self) -> None:
        rng = np.random.default_rng(3)
        labels, scores = rng.random(200) < 0.4, rng.integers(0, 12, 200).astype(float)
        self.assertAlmostEqual(st.auc(labels, scores), roc_auc_score(labels, scores), places=12)
        self.assertAlmostEqual(st.delong(labels, [scores])[0][0], roc_auc_score(labels, scores), places=12)

    def test_delong_variance_equals_its_definition(self) -> None:
        rng = np.random.default_rng(4)
        labels = np.arange(40) < 15
        scores = rng.integers(0, 9, 40).astype(float)
        wins = np.sign(scores[labels][:, None] - scores[~labels][None, :]) / 2 + 0.5
        want = wins.mean(1).var(ddof=1) / 15 + wins.mean(0).var(ddof=1) / 25
        self.assertAlmostEqual(st.delong(labels, [scores])[1][0, 0], want, places=12)

    def test_correlation_equals_scipy(self) -> None:
        rng = np.random.default_rng(5)
        a, b = rng.random((30, 3)), rng.random((30, 3))
        want = [stats.pearsonr(a[:, i], b[:, i]).statistic for i in range(3)]
        np.testing.assert_allclose(st.column_correlation(a, b), want, atol=1e-12)


class Rollout(unittest.TestCase):
    def test_equals_the_product_of_whole_matrices(self) -> None:
        torch.manual_seed(6)
        layers = [torch.softmax(torch.randn(2, 9, 9), dim=-1) for _ in range(2)]
        halves = [(a + torch.eye(9)) / 2 for a in layers]
        row = (halves[1] @ halves[0])[:, 0, 1:]
        want = row / row.sum(dim=1, keepdim=True)
        torch.testing.assert_close(dense_focus.rollout(layers), want)


class Tensors(unittest.TestCase):
    def test_a_transposed_array_is_read_back_as_it_was(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.safetensors"
            value = np.asfortranarray(np.arange(6.0).reshape(2, 3))
            export.save_tensors(path, {"a": value})
            np.testing.assert_array_equal(np.frombuffer(path.read_bytes()[-48:]), np.arange(6.0))


class CanonicalJson(unittest.TestCase):
    def test_writes_what_rfc_8785_asks_for(self) -> None:
        value = cards.clean({"b": [1.0, 0.00001, 333333.4444, True, None], "\u20ac": 'a"\n', "a": 4.5})
        self.assertEqual(cards.canonical(value), '{"a":4.5,"b":[1,0.00001,333333,true,null],"€":"a\\"\\n"}')


if __name__ == "__main__":
    unittest.main()
