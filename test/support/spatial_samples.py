"""Writes measured spots in the forms that others keep them in: an AnnData file, and folders of Space Ranger 1 and 2. Started by test/peers/spatial-files.e2e-spec.ts.

python spatial_samples.py COUNTS.tsv.gz SPOTS.tsv FOLDER
"""

import gzip
import json
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")

import anndata
import h5py
import numpy as np
import pandas
from scipy import sparse
from scipy.io import mmwrite

pandas.set_option("future.infer_string", False)
counts_file, spots_file, folder = sys.argv[1:4]
DIAMETER = 145.0
counts = pandas.read_csv(counts_file, sep="\t", index_col=0)
spots = pandas.read_csv(spots_file, sep="\t")
spots.index = [f"{x}x{y}" for x, y in zip(spots["x"], spots["y"])]
counts = counts.loc[[name for name in counts.index if name in spots.index]]
places = spots.loc[counts.index, ["pixel_x", "pixel_y"]].to_numpy(np.float64)
names, genes = list(counts.index), list(counts.columns)
matrix = sparse.csr_matrix(counts.to_numpy(np.float32))
out = Path(folder)

data = anndata.AnnData(matrix)
data.obs_names, data.var_names = names, genes
data.obsm["spatial"] = places
data.uns["spatial"] = {"C6": {"images": {}, "scalefactors": {"spot_diameter_fullres": DIAMETER, "tissue_hires_scalef": 0.1}}}
data.write_h5ad(out / "spots.h5ad")
data[:, [0, 0, 1]].copy().write_h5ad(out / "twice.h5ad")
small = anndata.AnnData(matrix[:, :20])
small.obs_names, small.var_names = names, [f"NOSUCH{i}" for i in range(20)]
small.obsm["spatial"] = places
small.write_h5ad(out / "strangers.h5ad")
small.obsm["spatial"] = places * 0.1
small.uns["spatial"] = data.uns["spatial"]
small.write_h5ad(out / "scaled.h5ad")
small.X = small.X * 0
small.obsm["spatial"] = places
small.write_h5ad(out / "empty.h5ad")
del small.obsm["spatial"]
small.write_h5ad(out / "nowhere.h5ad")

rows = [f"{name},1,0,0,{y!r},{x!r}" for name, (x, y) in zip(names, places.tolist())]
heading = "barcode,in_tissue,array_row,array_col,pxl_row_in_fullres,pxl_col_in_fullres"
for version, lines in {1: rows, 2: [heading, *rows]}.items():
    spatial = out / f"visium-{version}" / "spatial"
    spatial.mkdir(parents=True)
    (spatial / ("tissue_positions_list.csv" if version == 1 else "tissue_positions.csv")).write_text("\n".join(lines) + "\n")
    (spatial / "scalefactors_json.json").write_text(json.dumps({"spot_diameter_fullres": DIAMETER}))
by_barcode = sparse.csc_matrix(matrix.T).astype(np.int32)
with h5py.File(out / "visium-1/filtered_feature_bc_matrix.h5", "w") as file:
    group = file.create_group("matrix")
    for key, value in {
        "barcodes": np.array(names, "S"),
        "data": by_barcode.data,
        "indices": by_barcode.indices.astype(np.int64),
        "indptr": by_barcode.indptr.astype(np.int64),
        "shape": np.array(by_barcode.shape, np.int32),
    }.items():
        group.create_dataset(key, data=value, compression=None if key == "shape" else "gzip")
    features = group.create_group("features")
    for key, value in {"id": genes, "name": genes, "feature_type": ["Gene Expression"] * len(genes)}.items():
        features.create_dataset(key, data=np.array(value, "S"), compression="gzip")
later = out / "visium-2/filtered_feature_bc_matrix"
later.mkdir()
with gzip.open(later / "barcodes.tsv.gz", "wt") as file:
    file.writelines(f"{name}\n" for name in names)
with gzip.open(later / "features.tsv.gz", "wt") as file:
    file.writelines(f"{gene}\t{gene}\tGene Expression\n" for gene in genes)
with gzip.open(later / "matrix.mtx.gz", "wb") as file:
    mmwrite(file, by_barcode.tocoo(), field="integer")
print(json.dumps({"spots": len(names), "genes": len(genes)}))
