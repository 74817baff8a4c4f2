"""Reads files of vectors with the readers that people use, and says what is in them as JSON: python read_vectors.py FOLDER."""
import json
import pathlib
import sys

import h5py
import numpy
import pandas
import polars
import pyarrow.ipc
import pyarrow.parquet
import safetensors
import safetensors.numpy

folder = pathlib.Path(sys.argv[1])


def told(values, ids=None, **more):
    """A matrix as its type, shape and the bytes of its numbers as float32, which holds every float16."""
    matrix = numpy.asarray(values)
    return {"dtype": str(matrix.dtype), "shape": matrix.shape, "bytes": matrix.astype("<f4").tobytes().hex(), "ids": ids, **more}


def ids_of(frame):
    return {name: [None if pandas.isna(value) else value for value in frame[name]] for name in frame.columns if name != "embedding"}


def read(path):
    if path.suffix == ".npy":
        return told(numpy.load(path))
    if path.suffix == ".safetensors":
        with safetensors.safe_open(path, "numpy") as file:
            return told(safetensors.numpy.load_file(path)["embeddings"], metadata=file.metadata())
    if path.suffix == ".arrow":
        table = pyarrow.ipc.open_stream(path).read_all()
        frame = table.to_pandas()
        column = table.column("embedding").combine_chunks()
        matrix = column.flatten().to_numpy(zero_copy_only=False).reshape(len(table), -1)
        polar = polars.read_ipc_stream(path)
        assert polar.height == len(table) and polar["item"].to_list() == list(frame["item"])
        metadata = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
        assert numpy.array_equal(numpy.stack(frame["embedding"]), matrix)
        return told(matrix, ids_of(frame), metadata=metadata)
    if path.suffix == ".parquet":
        frame = pandas.read_parquet(path)
        metadata = pyarrow.parquet.read_schema(path).metadata or {}
        kept = {key.decode(): value.decode() for key, value in metadata.items() if key not in (b"ARROW:schema", b"pandas")}
        return told(numpy.stack(frame["embedding"]), ids_of(frame), metadata=kept)
    with h5py.File(path) as file:
        names = {name: [one.decode() if isinstance(one, bytes) else int(one) for one in file[name][:]] for name in file if name not in ("features", "coords")}
        coords = file["coords"] if "coords" in file else None
        attributes = {} if coords is None else {name: value.item() if hasattr(value, "item") else value for name, value in coords.attrs.items()}
        more = {} if coords is None else {"coords": coords[:].tolist(), "coordsType": str(coords.dtype), "attributes": attributes}
        of_features = {name: value if isinstance(value, str) else value.item() for name, value in file["features"].attrs.items()}
        return told(file["features"][:], names, metadata=dict(file.attrs), features=of_features, **more)


print(json.dumps({path.name: read(path) for path in sorted(folder.iterdir())}))
