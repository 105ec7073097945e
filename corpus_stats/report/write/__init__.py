"""From a report in memory to files: tables in two formats, and a folder that is replaced whole."""

from .folder import OWN_FILES, check_output, write_folder
from .tables import csv_bytes, parquet_bytes

__all__ = ["OWN_FILES", "check_output", "csv_bytes", "parquet_bytes", "write_folder"]
