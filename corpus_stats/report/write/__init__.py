"""From a report in memory to files: tables in two formats, a folder that is replaced whole, a kit that is not."""

from .folder import OWN_FILES, check_output, write_folder
from .kits import check_kit_folder, write_coding_kit
from .tables import csv_bytes, parquet_bytes

__all__ = [
    "OWN_FILES",
    "check_kit_folder",
    "check_output",
    "csv_bytes",
    "parquet_bytes",
    "write_coding_kit",
    "write_folder",
]
