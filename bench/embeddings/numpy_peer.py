"""numpy's exact search, asked line by line: `python numpy_peer.py MATRIX.npy K`, then the file of a query a line; answers the milliseconds and the rows as JSON."""
import json
import sys
import time

import numpy

matrix = numpy.load(sys.argv[1])
k = int(sys.argv[2])
lengths = numpy.linalg.norm(matrix, axis=1)
print("ready", flush=True)
for line in sys.stdin:
    query = numpy.load(line.strip())
    started = time.perf_counter()
    cosine = (matrix @ query) / lengths
    best = numpy.argpartition(cosine, -k)[-k:]
    rows = best[numpy.argsort(-cosine[best])]
    took = (time.perf_counter() - started) * 1000
    print(json.dumps({"ms": took, "rows": rows.tolist()}), flush=True)
