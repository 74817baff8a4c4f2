"""Reference sets of `demo-her2st-align`: pairs of both towers for C6 and B4, and what retrieval from them is worth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from demo.alignment import KS, AlignmentStudy, Ranks
from demo.export import save_tensors


def write_reference_sets(home: Path, found: AlignmentStudy) -> None:
    """Row i of every tensor is line i of the list of spots beside it."""
    sets = {"c6": (found.held, found.held_ids, found.held_input), "b4": (found.other, found.other_ids, found.other_input)}
    for name, (pairs, ids, expression) in sets.items():
        save_tensors(
            home / f"reference-{name}.safetensors",
            {
                "image": pairs.image,
                "transcriptome": pairs.gene,
                "coords": pairs.centres.astype(np.float32),
                "expression": expression,
            },
        )
        (home / f"reference-{name}-spots.txt").write_text("\n".join(ids) + "\n", encoding="ascii")


def reference_sets(found: AlignmentStudy) -> list[dict[str, Any]]:
    size = len(found.held_ids)
    return [
        {
            "id": "c6",
            "path": "reference-c6.safetensors",
            "size": size,
            "description": f"{size} spots of C6 with 4,000 UMI or more. image and transcriptome: embeddings [{size}, 128]; "
            f"coords [{size}, 2]: spot centre in level-0 pixels of C6.tiff; expression [{size}, 256]: what went into the "
            "gene tower, thinned to 4,000 UMI. Spot names, row by row, in reference-c6-spots.txt.",
            "rowsPath": "reference-c6-spots.txt",
        },
        {
            "id": "b4",
            "path": "reference-b4.safetensors",
            "size": len(found.other_ids),
            "description": f"{len(found.other_ids)} spots of B4, the other patient, with 400 UMI or more; image, transcriptome, coords "
            "(level-0 pixels of the deposit's B4 image) and expression as in c6, thinned to 400 UMI. It shows that the head "
            "does not transfer.",
            "rowsPath": "reference-b4-spots.txt",
        },
    ]


def retrieval(found: AlignmentStudy) -> list[dict[str, Any]]:
    return [
        *_retrieval("c6", found.held_ranks, "C6: a section that was not trained on, of the patient that was"),
        *_retrieval("b4", found.other_ranks, "B4: another patient than the one that was trained on"),
    ]


def _retrieval(reference: str, ranks: Ranks, split: str) -> list[dict[str, Any]]:
    size = len(ranks.image_to_gene)
    return [
        {
            "referenceSet": reference,
            "direction": way,
            "k": k,
            "value": ranks.recall(way, k),
            "gallerySize": size,
            "chance": k / size,
            "split": split,
        }
        for way in ("I2G", "G2I")
        for k in KS
    ]
