"""The coding kit: sentences for people to code without seeing what the tool found, and what their codes say of it."""

from .coded import CodedSample, coded_files, read_coded
from .kit import CodingKit, coding_kit
from .outcome import Coding, coding

__all__ = ["CodedSample", "Coding", "CodingKit", "coded_files", "coding", "coding_kit", "read_coded"]
