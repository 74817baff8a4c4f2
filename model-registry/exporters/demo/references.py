"""Expected values for the gateway's tests, from PyTorch and NumPy."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from demo import statistics as st
from demo.cards import write_json
from demo.dense_focus import Section, logit_of, tile_logits
from demo.dense_study import Domain, Study
from demo.export import sha256
from demo.expression import predict
from demo.region import Region, find_region
from demo.sections import Tiled
from demo.slides import MASK_MPP, read_slide
from demo.tiles import cut, round_half_up

CHOSEN = 8
SHOWN = 16


def write_references(
    folder: Path,
    demo: Path,
    tiff: Path,
    held: Tiled,
    cmu: Tiled | None,
    cmu_path: Path | None,
    studies: dict[int, Study],
    domain: Domain,
    dense: float,
    members: list[Any],
    panel: list[str],
) -> Region:
    region = find_region(held, studies, domain, dense)
    chosen = region.tiles(held.section, held.edge)
    whole = np.arange(len(held.section.coords))
    slide_answer = _answers(held.section, whole, studies, domain)
    region_answer = _answers(held.section, chosen, studies, domain)
    for version in studies:
        if slide_answer[f"v{version}"]["call"] != "POSITIVE" or region_answer[f"v{version}"]["call"] != "NEGATIVE":
            raise AssertionError("the demonstration needs a positive slide and a negative region")
    expected = {
        "slide": _slide_facts(tiff, held),
        "tiles": _tile_facts(tiff, held, studies),
        "meanEmbedding": _vector(held.section.features.mean(0, dtype=np.float64)),
        "wholeSlide": slide_answer,
        "region": {**vars(region), "tileIndices": chosen.tolist(), **region_answer},
        "calibration": {
            f"v{v}": {"a": s.a, "b": s.b, "youden": s.thresholds["youden"], "sensitivity90": s.thresholds["sensitivity-90"]}
            for v, s in studies.items()
        },
        "domainLimit": domain.limit,
        "expression": _expression(held.section, chosen[:4], members, panel),
        "coords": held.section.coords.tolist(),
    }
    write_json(folder / "c6-expected.json", _rounded(expected))
    if cmu is not None and cmu_path is not None:
        facts = {
            "slide": _slide_facts(cmu_path, cmu),
            "meanEmbedding": _vector(cmu.section.features.mean(0, dtype=np.float64)),
            "wholeSlide": _answers(cmu.section, np.arange(len(cmu.section.coords)), studies, domain),
            "coords": cmu.section.coords.tolist(),
        }
        write_json(folder / "cmu-1-small-region-expected.json", _rounded(facts))
    _write_trident(folder / "c6-features.trident.h5", held, chosen)
    write_json(demo / "C6.regions.json", [{"id": "quiet-corner", **vars(region), "why": _why(region_answer, slide_answer)}])
    return region


def _why(region: dict[str, Any], slide: dict[str, Any]) -> str:
    spoken = " and ".join(f"{region[v]['calibratedProbability']:.2f}" for v in ("v1", "v2"))
    whole = " and ".join(f"{slide[v]['calibratedProbability']:.2f}" for v in ("v1", "v2"))
    return (
        f"{region['tileCount']} tiles with few nuclei: demo-dense-focus 1 and 2 call it NEGATIVE at youden (probability {spoken}), "
        f"while they call the whole slide POSITIVE ({whole})."
    )


def _slide_facts(path: Path, tiled: Tiled) -> dict[str, Any]:
    return {
        "file": path.name,
        "sha256": sha256(path),
        "width": tiled.width,
        "height": tiled.height,
        "mpp": tiled.mpp,
        "tileEdgePx": tiled.edge,
        "stridePx": tiled.stride,
        "maskWidth": round_half_up(tiled.width * tiled.mpp / MASK_MPP),
        "maskHeight": round_half_up(tiled.height * tiled.mpp / MASK_MPP),
        "maskThreshold": tiled.mask_threshold,
        "tileCount": len(tiled.section.coords),
    }


def _tile_facts(tiff: Path, held: Tiled, studies: dict[int, Study]) -> list[dict[str, Any]]:
    section = held.section
    indices = np.linspace(0, len(section.coords) - 1, CHOSEN).round().astype(int)
    pixels = cut(read_slide(tiff), section.coords[indices], held.edge)
    attention = logit_of(studies[2].model, section.features)[1]
    scores = {v: tile_logits(s.model, section.features) for v, s in studies.items()}
    return [
        {
            "index": int(i),
            "x": int(section.coords[i][0]),
            "y": int(section.coords[i][1]),
            "resampledSha256": hashlib.sha256(tile.tobytes()).hexdigest(),
            "resampledMeanRgb": tile.mean((0, 1)).tolist(),
            "features": section.features[i][:SHOWN].tolist(),
            "attention": float(attention[i]),
            "tileLogit": {f"v{v}": float(s[i]) for v, s in scores.items()},
            "tileScore": {f"v{v}": float(st.sigmoid(s[i])) for v, s in scores.items()},
        }
        for i, tile in zip(indices, pixels, strict=True)
    ]


def _answers(section: Section, chosen: np.ndarray, studies: dict[int, Study], domain: Domain) -> dict[str, Any]:
    features = section.features[chosen]
    distance = float(domain.distance(features.mean(0, dtype=np.float64)))
    answer: dict[str, Any] = {
        "tileCount": len(chosen),
        "domainDistance": distance,
        "domainPercentile": domain.percentile(distance),
        "outOfDomain": distance > domain.limit,
    }
    for version, study in studies.items():
        logit = logit_of(study.model, features)[0]
        probability = float(study.probability(logit))
        positive = probability >= study.thresholds["youden"]
        answer[f"v{version}"] = {
            "logit": logit,
            "rawProbability": float(st.sigmoid(logit)),
            "calibratedProbability": probability,
            "call": "OUT_OF_DOMAIN" if answer["outOfDomain"] else "POSITIVE" if positive else "NEGATIVE",
        }
    return answer


def _expression(section: Section, indices: np.ndarray, members: list[Any], panel: list[str]) -> dict[str, Any]:
    """Mean of the five members on a few of the region's tiles, for the first genes of the panel."""
    values = predict(members, section.features[indices])[:, :CHOSEN]
    return {"tileIndices": indices.tolist(), "genes": panel[:CHOSEN], "values": values.tolist()}


def _vector(mean: np.ndarray) -> dict[str, Any]:
    return {"first": mean[:SHOWN].tolist(), "l2Norm": float(np.linalg.norm(mean))}


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return float(f"{value:.9g}") if isinstance(value, float) else value


def _write_trident(path: Path, held: Tiled, chosen: np.ndarray) -> None:
    """Features of the region's tiles in TRIDENT's layout: attributes of the coordinates lie on `coords`."""
    path.unlink(missing_ok=True)
    with h5py.File(path, "w") as file:
        features = file.create_dataset("features", data=held.section.features[chosen])
        features.attrs.update({"name": "C6", "savetodir": "", "encoder": "demo-lite0"})
        coords = file.create_dataset("coords", data=held.section.coords[chosen])
        coords.attrs.update(
            {
                "patch_size": 224,
                "patch_size_level0": held.edge,
                "level0_magnification": 10,
                "target_magnification": 10,
                "overlap": 112,
                "name": "C6",
                "savetodir": "",
                "level0_width": held.width,
                "level0_height": held.height,
            }
        )
