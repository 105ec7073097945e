"""Statistics: arrays in, arrays out, over a whole vocabulary at once; nothing here knows what a corpus is."""

__all__: list[str] = []
