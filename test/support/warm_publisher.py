"""
Runs publish.py for tests: each time in a process of its own, which begins with MLflow loaded.

Loading it takes longer than publishing does. A line of standard input names the arguments and the environment of a run, a line of
standard output tells what it came to. The first argument is the folder of publish.py.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

PUBLISH = Path(sys.argv[1]) / "publish.py"
sys.path.insert(0, sys.argv[1])

import publishing.late_record  # noqa: E402, F401
import publishing.to_mlflow  # noqa: E402, F401


def run(arguments: list[str], environment: dict[str, str]) -> dict[str, Any]:
    with TemporaryFile() as output, TemporaryFile() as progress:
        child = os.fork()
        if child == 0:
            become_publisher(arguments, environment, output, progress)
        _, status = os.waitpid(child, 0)
        output.seek(0)
        progress.seek(0)
        texts = {"output": output.read().decode(), "progress": progress.read().decode()}
        return {"code": os.waitstatus_to_exitcode(status), **texts}


def become_publisher(arguments: list[str], environment: dict[str, str], output: IO[bytes], progress: IO[bytes]) -> None:
    code = 1
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(output.fileno(), 1)
        os.dup2(progress.fileno(), 2)
        os.environ.update(environment)
        sys.argv = [str(PUBLISH), *arguments]
        runpy.run_path(str(PUBLISH), run_name="__main__")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException as error:
        print(repr(error), file=sys.stderr)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


for line in sys.stdin:
    call = json.loads(line)
    print(json.dumps(run(call["arguments"], call["environment"])), flush=True)
