"""Files and cards of `demo-her2st-expr` and its five members."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch

from demo import cards
from demo.encoder import DIM
from demo.export import export
from demo.expression import ExpressionStudy
from demo.sections import TRAINING

NAME = "demo-her2st-expr"
UNIT = "log1p of counts per 10,000, at 4,000 UMI a spot"
COHORT = "C2-C5 out of fold"
GATE = "C2 to C5 (patient C), out of fold, spots thinned to 4,000 UMI"
C6 = "C6 (patient C, serial section of the training block, in no panel, standardisation, gate or member)"
B4 = "B4 (patient B)"
PROTOCOL = "her2st-equal-depth"
LIMITATIONS = [
    "Correlation and rank within a section, not level: levels shift between sections.",
    "Maps are smoother and flatter than measured ones: give each its own colour scale.",
    "Does not transfer to the other patient in the data: see the B4 records.",
    "Neighbouring spots are alike, so the p values of the gate are optimistic.",
    "Thinning to equal depth removes most of the effect of cell density on counts, not all of it.",
    "Several of the best genes are one signal (plasma cells).",
]


def write_ensemble(models: Path, encoder_digest: str, found: ExpressionStudy, features: np.ndarray) -> float:
    worst = 0.0
    for i, member in enumerate(found.members, start=1):
        home = models / f"{NAME}-m{i}" / "1"
        worst = max(
            worst,
            export(
                member,
                home / "model.onnx",
                {"features": torch.from_numpy(features[:16])},
                {"expression": ["tile", len(found.panel)]},
                {"features": {0: "tile"}},
                1e-4,
            ),
        )
        genes = _write_genes(home, found.panel)
        cards.write_json(home.parent / "aliases.json", {"prod": "1"})
        cards.write_card(home, _member_card(i, encoder_digest, found, genes))
    home = models / NAME / "1"
    genes = _write_genes(home, found.panel)
    _write_tables(home, found)
    cards.write_json(home.parent / "aliases.json", {"prod": "1"})
    cards.write_card(home, _ensemble_card(encoder_digest, found, genes))
    return worst


def _write_genes(home: Path, panel: list[str]) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    path = home / "genes.txt"
    path.write_text("\n".join(panel) + "\n", encoding="ascii")
    return path


def _write_tables(home: Path, found: ExpressionStudy) -> None:
    lines = ["term\tr\tp\tq\trmse\tn\tpassed\tcohort"]
    for i, gene in enumerate(found.panel):
        passed = "true" if found.passed[i] else "false"
        lines.append(
            f"{gene}\t{found.r[i]:.4f}\t{found.p[i]:.3e}\t{found.q[i]:.3e}\t{found.rmse[i]:.4f}\t{found.n}\t{passed}\t{COHORT}"
        )
    (home / "quality.tsv").write_text("\n".join(lines) + "\n", encoding="ascii")
    lines = ["term\tmean\tdeviation"]
    lines += [f"{g}\t{m:.5f}\t{d:.5f}" for g, m, d in zip(found.panel, found.means, found.deviations, strict=True)]
    (home / "reference-moments.tsv").write_text("\n".join(lines) + "\n", encoding="ascii")
    lines = ["set\tgenes\tr\trandom_95th\tpassed\tc6_r\tc6_random_95th"]
    for s in found.sets:
        passed = "true" if s.passed else "false"
        lines.append(
            f"{s.name}\t{len(s.columns)}\t{s.r:.4f}\t{s.random95:.4f}\t{passed}\t{s.held_r:.4f}\t{found.held_random95:.4f}"
        )
    (home / "pathway-quality.tsv").write_text("\n".join(lines) + "\n", encoding="ascii")


def _shape(found: ExpressionStudy) -> dict[str, Any]:
    return {
        "input": cards.inputs(
            "TILE_FEATURES", [cards.tensor("features", [-1, DIM], ["tile", "feature"])], tiles={"min": 1, "max": 4000}
        ),
        "output": cards.outputs(
            [cards.tensor("expression", [-1, len(found.panel)], ["tile", "gene"])],
            expression={"tensor": "expression", "unit": UNIT, "transform": "LOG1P_CP10K"},
        ),
        "task": {"kind": "EXPRESSION", "level": "TILE"},
        "spatial": [
            {
                "mode": "PER_TILE",
                "tensor": "expression",
                "normalisation": "NONE",
                "meaning": "Predicted expression of each tile by itself. Compare ranks within one section only.",
            }
        ],
        "serving": cards.serving(4000),
        "licence": cards.data_licence(),
    }


def _member_card(i: int, encoder_digest: str, found: ExpressionStudy, genes: Path) -> dict[str, Any]:
    left = TRAINING[i - 1] if i <= len(TRAINING) else None
    sections = [n for n in TRAINING if n != left]
    told = f"all of {', '.join(TRAINING)}" if left is None else f"{', '.join(sections)} ({left} left out)"
    return cards.assemble(
        **_shape(found),
        identity=cards.identity(
            f"{NAME}-m{i}",
            1,
            f"Expression of a tile, member {i} (demonstration)",
            f"Member {i} of {NAME}/1, fitted on {told}. Use the ensemble.",
        ),
        intendedUse=cards.intended_use("A member of an ensemble; not for use by itself.", LIMITATIONS),
        extractor=cards.extractor(encoder_digest),
        vocabulary=cards.vocabulary(genes, len(found.panel), None),
        provenance=cards.provenance(f"Sections {told} of patient C.", RECIPE, []),
    )


RECIPE = (
    "Spot-centred tile, demo-lite0/1, standardise, PCA 32, ridge with alpha 5,000 against log1p per 10,000 of counts thinned "
    "(binomial) to 4,000 UMI; spots below are dropped. Two linear layers."
)


def _ensemble_card(encoder_digest: str, found: ExpressionStudy, genes: Path) -> dict[str, Any]:
    members = [{"model": f"{NAME}-m{i}", "version": "1"} for i in range(1, len(found.members) + 1)]
    return cards.assemble(
        **_shape(found),
        identity=cards.identity(
            NAME,
            1,
            "Expression of a tile (demonstration)",
            f"Expression of {len(found.panel)} genes from one tile: mean of five ridge members. {int(found.passed.sum())} genes passed "
            "the quality gate; the others are carried so that the failure can be shown.",
            {"members": members, "combine": "MEAN_OF_VALUES"},
        ),
        intendedUse=cards.intended_use("Shows predicted genes beside measured spots of a public section.", LIMITATIONS),
        extractor=cards.extractor(encoder_digest),
        vocabulary=cards.vocabulary(genes, len(found.panel), "quality.tsv"),
        provenance=cards.provenance(
            "Sections C2, C3, C4 and C5 of patient C. " + cards.FLATTERY,
            RECIPE
            + " Members 1 to 4 leave one section out and give the out-of-fold figures; member 5 has all four. Panel: genes "
            "seen in over half of the spots of each training section, not MT-, RPL, RPS. Gate: Benjamini-Hochberg q < .05 "
            "(Fisher z over sections), mean r >= .2, RMSE below that of the training mean. reference-moments.tsv: mean and "
            "deviation of each gene over the training spots, for z scores.",
            _records(found),
        ),
    )


def _records(found: ExpressionStudy) -> list[dict[str, Any]]:
    passed = found.passed
    sets = [s for s in found.sets if s.passed]
    held_passed = found.held_r[passed]

    def row(cohort: str, metric: str, value: float, n: int, unit: str, note: str | None = None) -> dict[str, Any]:
        return cards.evaluation(cohort, metric, value, n, unit, PROTOCOL, None, note)

    return [
        row(
            GATE,
            "genes that passed the gate",
            int(passed.sum()),
            found.n,
            "spot",
            f"Of {len(found.panel)}; moves by about ten with the thinning draw.",
        ),
        row(GATE, "genes that passed with r >= .3", int((passed & (found.r >= 0.3)).sum()), found.n, "spot"),
        row(
            GATE, "median r, genes that passed", float(np.median(found.r[passed])), found.n, "spot", "Chosen on these same spots."
        ),
        row(GATE, "median r, features shuffled (control)", round(float(np.median(found.shuffled_r)), 4), found.n, "spot"),
        row(C6, "median r, genes that passed", float(np.median(held_passed)), found.held_n, "spot"),
        row(C6, "median r, genes that failed", float(np.median(found.held_r[~passed])), found.held_n, "spot"),
        row(C6, "share of passed genes with r above 0", float((held_passed > 0).mean()), found.held_n, "spot"),
        row(C6, "share of passed genes with r >= .2", float((held_passed >= 0.2).mean()), found.held_n, "spot"),
        row(
            C6,
            "share of passed genes with RMSE below the training mean's",
            found.held_better / int(passed.sum()),
            found.held_n,
            "spot",
            "Levels shift between sections.",
        ),
        row(
            B4,
            "median r, genes that passed",
            float(np.median(found.other_r[passed])),
            found.other_n,
            "spot",
            "Other patient, spots thinned to 400 UMI: no transfer.",
        ),
        row(
            GATE,
            "Hallmark sets above random sets",
            len(sets),
            found.n,
            "spot",
            f"Of {len(found.sets)} with 15 genes or more in the panel; bar: 95th percentile of random sets, r = {found.sets[0].random95:.3f}. See pathway-quality.tsv.",
        ),
        row(
            C6,
            "of those, sets above random sets on C6",
            sum(s.held_r > found.held_random95 for s in sets),
            found.held_n,
            "spot",
            f"Bar r = {found.held_random95:.3f}.",
        ),
    ]
