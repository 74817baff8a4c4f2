"""Files and cards of `demo-her2st-align` and its two towers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from demo import cards
from demo import statistics as st
from demo.alignment import EMBED, GENES, AlignmentStudy, Ranks
from demo.card_reference_sets import reference_sets, retrieval, write_reference_sets
from demo.encoder import DIM
from demo.export import export

NAME = "demo-her2st-align"
PROTOCOL = "her2st-spot-retrieval"
LIMITATIONS = [
    "Weak within the patient, near chance on the other patient: see the records.",
    "It memorises: on its training pairs recall is far higher.",
    "Not fit for predicting expression.",
    "Recall means nothing without the gallery's size; the reference set is one section of the training patient.",
]
RECIPE = (
    "Image: standardise, dropout .5, Linear 1280-128, L2. Gene: 256 genes (largest variance above the trend at equal depth, "
    "training sections only), counts thinned to 4,000 UMI anew each step, log1p per 10,000 of all genes, standardise, dropout .3, "
    "Linear 256-256 GELU dropout .3, Linear 128, L2. Symmetric InfoNCE, one section a batch, temperature learned from .1, "
    "AdamW 1e-3 one-cycle, weight decay 1e-2, 40 epochs."
)
TRAINED = "Sections C2, C3, C4 and C5 of patient C. "


def write_head(models: Path, encoder_digest: str, found: AlignmentStudy, features: np.ndarray) -> float:
    image = _write_tower(models, "image", encoder_digest, found, features)
    worst = max(image, _write_tower(models, "gene", encoder_digest, found, found.held_input))
    home = models / NAME / "1"
    genes = _write_genes(home, found.head.panel)
    write_reference_sets(home, found)
    cards.write_json(home.parent / "aliases.json", {"prod": "1"})
    cards.write_card(home, _head_card(encoder_digest, found, genes))
    return worst


def _write_genes(home: Path, panel: list[str]) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    path = home / "genes.txt"
    path.write_text("\n".join(panel) + "\n", encoding="ascii")
    return path


def _tower(kind: str, found: AlignmentStudy) -> tuple[nn.Module, str, int]:
    return (found.head.gene, "expression", GENES) if kind == "gene" else (found.head.image, "features", DIM)


def _write_tower(models: Path, kind: str, encoder_digest: str, found: AlignmentStudy, sample: np.ndarray) -> float:
    model, name, width = _tower(kind, found)
    home = models / f"{NAME}-{kind}" / "1"
    axis = "tile" if kind == "image" else "spot"
    worst = export(
        model, home / "model.onnx", {name: torch.from_numpy(sample[:16])}, {"embedding": [axis, EMBED]}, {name: {0: axis}}, 1e-5
    )
    genes = _write_genes(home, found.head.panel) if kind == "gene" else None
    words = {
        "image": "Tile features into the space that tiles and spot expression share.",
        "gene": "Expression of 256 genes (log1p of counts per 10,000) into the space that tiles and spot expression share.",
    }
    unit = "TILE_FEATURES" if kind == "image" else "GENE_VECTOR"
    cards.write_json(home.parent / "aliases.json", {"prod": "1"})
    card = cards.assemble(
        identity=cards.identity(f"{NAME}-{kind}", 1, f"Alignment head, {kind} tower (demonstration)", words[kind]),
        task={"kind": "EMBEDDING", "level": "TILE"},
        intendedUse=cards.intended_use("One tower of demo-her2st-align/1.", LIMITATIONS),
        licence=cards.data_licence(),
        extractor=cards.extractor(encoder_digest) if kind == "image" else None,
        input=cards.inputs(
            unit,
            [cards.tensor(name, [-1, width], [axis, "feature" if kind == "image" else "gene"])],
            coordsUnit="PX_LEVEL0" if kind == "image" else "NONE",
            transform=[] if kind == "image" else [{"op": "LOG1P_CP10K", "args": {"librarySize": "all genes of the table"}}],
        ),
        output=cards.outputs(
            [cards.tensor("embedding", [-1, EMBED], [axis, "feature"])],
            embedding=cards.embedding(EMBED, "PROJECTED", True, "embedding"),
        ),
        vocabulary=cards.vocabulary(genes, GENES, None) if genes else None,
        provenance=cards.provenance(TRAINED + cards.FLATTERY, RECIPE, []),
        serving=cards.serving(4000),
    )
    cards.write_card(home, card)
    return worst


def _head_card(encoder_digest: str, found: AlignmentStudy, genes: Path) -> dict[str, Any]:
    return cards.assemble(
        identity=cards.identity(
            NAME,
            1,
            "Tiles and spot expression in one space (demonstration)",
            "Alignment head: an image tower and a transcriptome tower into 128 dimensions. Weak but above chance within the "
            "patient, near chance across patients.",
        ),
        task={"kind": "ALIGNMENT", "level": "TILE"},
        intendedUse=cards.intended_use("Shows retrieval with its gallery size and its chance.", LIMITATIONS),
        licence=cards.data_licence(),
        extractor=cards.extractor(encoder_digest),
        input=cards.inputs(
            "TILE_FEATURES",
            [
                cards.tensor("features", [-1, DIM], ["tile", "feature"]),
                cards.tensor("expression", [-1, GENES], ["spot", "gene"]),
            ],
        ),
        output=cards.outputs(
            [cards.tensor("embedding", [-1, EMBED], ["item", "feature"])],
            embedding=cards.embedding(EMBED, "PROJECTED", True, "embedding"),
        ),
        vocabulary=cards.vocabulary(genes, GENES, None),
        alignment={
            "towers": [
                {"modality": "IMAGE", "model": {"model": f"{NAME}-image", "version": "1"}, "dim": EMBED},
                {"modality": "TRANSCRIPTOME", "model": {"model": f"{NAME}-gene", "version": "1"}, "dim": EMBED},
            ],
            "embedDim": EMBED,
            "l2Normalised": True,
            "loss": "CLIP",
            "logitScale": {"value": found.head.log_scale, "space": "LOG"},
            "logitBias": None,
            "referenceSets": reference_sets(found),
            "retrieval": retrieval(found),
            "cautions": ["DEGRADES_EXPRESSION", "SAME_PATIENT", "MEMORISES", "NOT_TRANSFERABLE"],
        },
        provenance=cards.provenance(
            TRAINED + "C6 and B4 were in no training or choice of genes. " + cards.FLATTERY, RECIPE, _records(found)
        ),
        serving=cards.serving(4000),
    )


def _records(found: AlignmentStudy) -> list[dict[str, Any]]:
    held, other = len(found.held.image), len(found.other_ranks.image_to_gene)
    sizes = [len(r.image_to_gene) for r in found.folds]
    rows = []
    for way in ("I2G", "G2I"):
        hits = round(found.held_ranks.recall(way, 5) * held)
        interval = st.wilson(hits, held)
        note = f"Chance {5 / held:.3f}; partners drawn at random give {found.shuffled[way]:.3f}."
        rows.append(
            cards.evaluation(
                "C6 (patient C), the shipped head", f"{way} R@5", hits / held, held, "spot", PROTOCOL, interval, note
            )
        )
        rows.append(_mean("C6 (patient C), mean of 5 seeds", way, found.held_seeds, held))
        rows.append(
            _mean(
                f"C2 to C5, each left out, mean of 2 seeds, galleries of {min(sizes)} to {max(sizes)}",
                way,
                found.folds,
                sum(sizes) // 2,
            )
        )
        rows.append(_mean("B4 (patient B), 400 UMI a spot", way, [found.other_ranks], other))
        rows.append(
            _mean(
                "training pairs of C2 to C5", way, found.training_ranks, sum(len(r.image_to_gene) for r in found.training_ranks)
            )
        )
        median = float(np.median(found.held_ranks.of(way)))
        rows.append(
            cards.evaluation(
                "C6 (patient C), the shipped head", f"{way} median rank", median, held, "spot", PROTOCOL, None, f"Of {held}."
            )
        )
    return rows


def _mean(cohort: str, way: str, ranks: list[Ranks], n: int) -> dict[str, Any]:
    chance = np.mean([5 / len(r.of(way)) for r in ranks])
    value = float(np.mean([r.recall(way, 5) for r in ranks]))
    return cards.evaluation(cohort, f"{way} R@5", value, n, "spot", PROTOCOL, None, f"Chance {chance:.3f}.")
