"""Opens an AnnData file of a map as its readers do, and prints what they see. Started by test/peers/spatial-files.e2e-spec.ts."""

import json
import sys
import warnings

warnings.filterwarnings("ignore")

import anndata
import numpy as np
import scanpy
import squidpy

path, whole, gene = sys.argv[1:4]
plain = anndata.read_h5ad(path)
data = scanpy.read_h5ad(path)
[library] = data.uns["spatial"]
squidpy.gr.spatial_neighbors(data, coord_type="generic", n_neighs=4)
squidpy.gr.spatial_autocorr(data, mode="moran", genes=list(data.var_names), n_perms=None)
scanpy.pp.pca(data, n_comps=2)
print(
    json.dumps(
        {
            "shape": list(plain.shape),
            "all": list(anndata.read_h5ad(whole).shape),
            "dtype": str(plain.X.dtype),
            "obs": list(plain.obs_names),
            "corners": np.stack([plain.obs["x_px"], plain.obs["y_px"]], 1).tolist(),
            "centres": plain.obsm["spatial"].tolist(),
            "values": scanpy.get.obs_df(data, keys=[gene])[gene].astype(float).tolist(),
            "reliable": plain.var["reliable"].tolist(),
            "registered": [None if np.isnan(r) else float(r) for r in plain.var["registered_r"]],
            "moran": float(data.uns["moranI"].loc[gene, "I"]),
            "library": library,
            "spot": float(data.uns["spatial"][library]["scalefactors"]["spot_diameter_fullres"]),
            "tessera": {key: (value if isinstance(value, str) else float(value)) for key, value in plain.uns["tessera"].items()},
        }
    )
)
