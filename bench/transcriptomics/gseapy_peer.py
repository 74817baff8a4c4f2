"""GSEApy, asked over and over. A line of standard input is a matrix's folder, a method and a number of threads; the answer is a line with the seconds that it took."""

import sys
from pathlib import Path

import gseapy
import numpy
import pandas

from time import perf_counter

known = {}


def read(folder: str) -> tuple:
    if folder not in known:
        place = Path(folder)
        genes, samples = ((place / name).read_text().splitlines() for name in ("genes.txt", "samples.txt"))
        values = numpy.fromfile(place / "values.f64").reshape(len(genes), len(samples))
        sets = {name: members for name, _, *members in map(lambda line: line.split("\t"), (place / "sets.gmt").read_text().splitlines())}
        known[folder] = pandas.DataFrame(values, index=genes, columns=samples), sets
    return known[folder]


def score(table: pandas.DataFrame, sets: dict, method: str, threads: int):
    bounds = dict(min_size=10, max_size=500, threads=threads, outdir=None, verbose=False)
    if method == "GSVA":
        return gseapy.gsva(data=table, gene_sets=sets, kcdf="Gaussian", mx_diff=True, weight=1.0, **bounds)
    return gseapy.ssgsea(data=table, gene_sets=sets, sample_norm_method="rank", weight=0.25, no_plot=True, **bounds)


print(f"GSEApy {gseapy.__version__}", flush=True)
for line in sys.stdin:
    folder, method, threads = line.split()
    data = read(folder)
    begin = perf_counter()
    result = score(*data, method, int(threads)).res2d
    print(perf_counter() - begin, len(result), flush=True)
