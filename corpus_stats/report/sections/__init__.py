"""One module a group of analyses: each turns a result into what the report says of it."""

from .draft import Material
from .listed import report_sections

__all__ = ["Material", "report_sections"]
