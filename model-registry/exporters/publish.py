"""Publishes versions and calibration records into a registry directory or an MLflow server: publish.py --help."""

from __future__ import annotations

import sys

from publishing.cli import main

if __name__ == "__main__":
    sys.exit(main())
