"""From a specification to a page, a paper, figures and data, the same bytes every time."""

__all__: list[str] = []
