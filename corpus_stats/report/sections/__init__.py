"""One module a group of analyses: each turns a result into what the report says of it."""

from .checked import check_request
from .draft import Material
from .listed import report_sections

__all__ = ["Material", "check_request", "report_sections"]
