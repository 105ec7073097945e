"""Numbers of bits, one a token, taken apart into bytes.

Words are asked about by the hundred, all tokens of a corpus at once: a question then reads one byte a token.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["any_bit", "by_bytes"]


def by_bytes(bits: NDArray[np.unsignedinteger[Any]]) -> list[NDArray[np.uint8]]:
    """The numbers' bytes, the lowest first; each is an array of its own."""
    size = bits.dtype.itemsize
    single = np.ascontiguousarray(bits, dtype=f"<u{size}").view(np.uint8).reshape(-1, size)
    return [np.ascontiguousarray(single[:, i]) for i in range(size)]


def any_bit(columns: Sequence[NDArray[np.uint8]], bits: int) -> NDArray[np.bool_]:
    """Which of the numbers taken apart have one of some bits: only the bytes of those bits are read."""
    parts = ((column, bits >> 8 * i & 255) for i, column in enumerate(columns))
    return np.asarray(reduce(np.bitwise_or, [column & np.uint8(part) for column, part in parts if part]) != 0)
