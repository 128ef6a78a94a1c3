from __future__ import annotations

import pytest

from tmdb_async import _generated, models


def test_a_model_has_its_public_name() -> None:
    """It is the generated one; what there is not is Python's own error."""
    assert models.TvSeriesDetails is _generated.models.TvSeriesDetails
    assert "TvSeriesDetails" in dir(models)
    with pytest.raises(AttributeError, match="Nothing"):
        _ = models.Nothing  # type: ignore[attr-defined]
