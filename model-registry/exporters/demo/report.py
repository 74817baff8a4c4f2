"""Prints what was measured."""

from __future__ import annotations

import numpy as np

from demo import statistics as st
from demo.alignment import KS, AlignmentStudy, Ranks
from demo.dense_focus import EVAL_BAGS
from demo.dense_study import TESTS, Domain, Study
from demo.expression import ExpressionStudy
from demo.region import Region
from demo.sections import TRAINING, Tiled


def tiling(tiled: dict[str, Tiled]) -> None:
    for name, t in tiled.items():
        n = len(t.section.coords)
        print(f"{name}: {n} tiles, mask threshold {t.mask_threshold:.4f}, nuclear threshold {t.nuclear_threshold:.4f}")


def dense_focus(studies: dict[int, Study], domain: Domain, dense: float) -> None:
    print(f"dense from nuclear fraction {dense:.4f}; domain limit {domain.limit:.2f}")
    for s in studies.values():
        parts = [slice(i * EVAL_BAGS, (i + 1) * EVAL_BAGS) for i in range(len(TRAINING))]
        each = " ".join(f"{st.auc(s.oof_labels[p], s.oof[p]):.3f}" for p in parts)
        print(
            f"v{s.version}: out-of-fold AUC {st.auc(s.oof_labels, s.oof):.3f} ({each}), Platt {s.a:.3f} {s.b:.3f}, T {s.temperature:.2f}"
        )
        print(f"    thresholds {s.thresholds}; C6 AUC over seeds {np.round(s.seed_auc, 3)}")
        print(f"    AUC over draws of bags: { ({c: np.round(d, 3).tolist() for c, d in s.draw_auc.items()}) }")
        print(f"    Spearman with nuclei: tiles {s.tile_spearman:.2f}, attention {s.attention_spearman}")
        for cohort in TESTS:
            labels, logits = s.labels[cohort], s.logits[cohort]
            p = s.probability(logits)
            print(
                f"    {cohort}: AUC {st.auc(labels, logits):.3f}, Brier {st.brier(st.sigmoid(logits), labels):.3f} -> {st.brier(p, labels):.3f}, "
                f"ECE {st.calibration_error(st.sigmoid(logits), labels):.3f} -> {st.calibration_error(p, labels):.3f}, "
                f"tp fn tn fp {[s.counts(point, cohort) for point in s.thresholds]}"
            )


def expression(found: ExpressionStudy) -> None:
    passed = found.passed
    print(f"expression: panel {len(found.panel)}, {passed.sum()} pass, {(passed & (found.r >= 0.3)).sum()} with r >= .3")
    print(
        f"    C6 median r {np.median(found.held_r[passed]):.3f} (rest {np.median(found.held_r[~passed]):.3f}), B4 {np.median(found.other_r[passed]):.3f}"
    )
    print(
        f"    RMSE below the mean's on C6: {found.held_better}; sets above random {sum(s.passed for s in found.sets)} of {len(found.sets)}"
    )


def alignment(found: AlignmentStudy) -> None:
    rows = {
        "folds": found.folds,
        "C6": [found.held_ranks],
        "C6 seeds": found.held_seeds,
        "B4": [found.other_ranks],
        "training": found.training_ranks,
    }
    print(f"alignment: log scale {found.head.log_scale:.3f}")
    for name, ranks in rows.items():
        print(f"    {name}: {_recalls(ranks, 'I2G')} | {_recalls(ranks, 'G2I')}")


def _recalls(ranks: list[Ranks], way: str) -> str:
    values = [np.mean([r.recall(way, k) for r in ranks]) for k in KS]
    return f"{way} " + " ".join(f"{v:.3f}" for v in values) + f" median {np.mean([np.median(r.of(way)) for r in ranks]):.0f}"


def files(differences: dict[str, float], region: Region) -> None:
    print("largest difference between ONNX Runtime and PyTorch: " + ", ".join(f"{k} {v:.1e}" for k, v in differences.items()))
    print(f"region of interest: {region}")
