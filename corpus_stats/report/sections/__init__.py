"""One module a group of analyses: each turns a result into what the report says of it."""

from .checked import check_request
from .draft import Material
from .listed import refusals, report_sections

__all__ = ["Material", "check_request", "refusals", "report_sections"]
