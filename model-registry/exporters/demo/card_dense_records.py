"""What the cards and calibration records of `demo-dense-focus` say was measured."""

from __future__ import annotations

from typing import Any

import numpy as np

from demo import cards
from demo import statistics as st
from demo.dense_focus import EVAL_BAGS, Section, logit_of
from demo.dense_study import LIMIT_PERCENTILE, TESTS, Domain, Study
from demo.sections import TRAINING

NAME = "demo-dense-focus"
PROTOCOL = "dense-focus-bags-400"
COHORTS = {
    "C6": "C6 (patient C, serial section of the training block, not trained on)",
    "B4": "B4 (patient B, not trained on)",
}
OOF = "C2 to C5 (patient C), leave one section out"


def groups(found: Study) -> list[tuple[str, np.ndarray, np.ndarray]]:
    return [(OOF, found.oof, found.oof_labels), *((COHORTS[c], found.logits[c], found.labels[c]) for c in TESTS)]


def calibration_metrics(found: Study) -> list[dict[str, Any]]:
    rows = []
    for cohort, logits, labels in groups(found):
        for name, p in (("raw", st.sigmoid(logits)), ("calibrated", found.probability(logits))):
            rows.append((f"Brier score, {name}", cohort, st.brier(p, labels)))
            rows.append((f"expected calibration error (15 equal-mass bins), {name}", cohort, st.calibration_error(p, labels)))
    return [{"name": name, "cohort": cohort, "value": value, "interval": None} for name, cohort, value in rows]


def verdict(studies: dict[int, Study]) -> tuple[str, dict[str, tuple[float, float]]]:
    """Whether v2 beats v1, in words that follow from the figures, with difference and DeLong's p for each test."""
    table = {}
    for cohort in TESTS:
        one, two = studies[1].logits[cohort], studies[2].logits[cohort]
        labels = studies[1].labels[cohort]
        table[cohort] = (st.auc(labels, two) - st.auc(labels, one), st.delong_p(labels, two, one))
    if any(difference > 0 and p < 0.05 for difference, p in table.values()):
        raise AssertionError("version 2 beats version 1 in a test: its card's wording must be written anew")
    spoken = "; ".join(f"{c} {d:+.3f} (DeLong p = {p:.2g})" for c, (d, p) in table.items())
    seeds = (
        f"mean over seeds on C6 {np.mean(studies[1].seed_auc):.3f} (version 1) and {np.mean(studies[2].seed_auc):.3f} (version 2)"
    )
    return f"Version 2 is NOT better than version 1. AUC of version 2 minus version 1: {spoken}; {seeds}.", table


def records(found: Study, studies: dict[int, Study], domain: Domain, sections: dict[str, Section]) -> list[dict[str, Any]]:
    target = "dense-focus"
    rows = []
    for cohort, logits, labels in groups(found):
        rows.append(
            cards.evaluation(
                cohort,
                "AUC",
                st.auc(labels, logits),
                len(labels),
                "bag",
                PROTOCOL,
                st.auc_interval(labels, logits),
                cards.OVERLAP,
                target,
            )
        )
    for i, name in enumerate(TRAINING):
        part = slice(i * EVAL_BAGS, (i + 1) * EVAL_BAGS)
        labels = found.oof_labels[part]
        note = f"Share of positive bags {labels.mean():.2f}."
        rows.append(
            cards.evaluation(
                f"{name} (patient C), left out",
                "AUC",
                st.auc(labels, found.oof[part]),
                EVAL_BAGS,
                "bag",
                PROTOCOL,
                None,
                note,
                target,
            )
        )
    rows.append(
        cards.evaluation(
            COHORTS["C6"],
            f"AUC, mean of {len(found.seed_auc)} training seeds",
            float(np.mean(found.seed_auc)),
            EVAL_BAGS,
            "bag",
            PROTOCOL,
            (min(found.seed_auc), max(found.seed_auc)),
            "The interval is lowest to highest seed.",
            target,
        )
    )
    for cohort in TESTS:
        draws = found.draw_auc[cohort]
        note = "The interval is lowest to highest draw: that much of the figure above is the draw of bags."
        metric, span = f"AUC, mean of {len(draws)} other draws of 400 bags", (min(draws), max(draws))
        rows.append(
            cards.evaluation(COHORTS[cohort], metric, float(np.mean(draws)), EVAL_BAGS, "bag", PROTOCOL, span, note, target)
        )
    for cohort in TESTS:
        logit = logit_of(found.model, sections[cohort].features)[0]
        note = "All tiles of the slide as one bag; n = 1, so no statistics."
        rows.append(
            cards.evaluation(
                COHORTS[cohort],
                "calibrated probability of the whole slide",
                float(found.probability(logit)),
                1,
                "slide",
                "whole-slide",
                None,
                note,
                target,
            )
        )
        distance = float(domain.distance(sections[cohort].features.mean(0, dtype=np.float64)))
        note = (
            f"Limit {domain.limit:.3g}, the {LIMIT_PERCENTILE}th percentile of 1,600 bags of C2 to C5. Distance, not its square."
        )
        rows.append(
            cards.evaluation(
                COHORTS[cohort], "Mahalanobis distance of the whole slide", distance, 1, "slide", "domain-reference", None, note
            )
        )
    rows.append(_map_record("tile scores", found.tile_spearman, len(sections["C6"].coords)))
    if found.attention_spearman is not None:
        rows.append(_map_record("attention", found.attention_spearman, len(sections["C6"].coords)))
    if found.version == 2:
        rows.extend(_comparison(studies, target))
    return rows


def _map_record(name: str, value: float, n: int) -> dict[str, Any]:
    return cards.evaluation(
        COHORTS["C6"],
        f"Spearman of {name} with nuclear area fraction",
        value,
        n,
        "tile",
        "map-against-nuclei",
        None,
        "Tiles overlap by half.",
    )


def _comparison(studies: dict[int, Study], target: str) -> list[dict[str, Any]]:
    rows = []
    for cohort, (difference, p) in verdict(studies)[1].items():
        note = f"Version 2 is not better. DeLong, paired, two-sided p = {p:.3g}; {cards.OVERLAP}"
        rows.append(
            cards.evaluation(
                COHORTS[cohort], f"AUC minus that of {NAME}/1", difference, EVAL_BAGS, "bag", PROTOCOL, None, note, target
            )
        )
    return rows
