# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class MovieTranslationData:
    """Texts of a film. Each is empty where there is no translation, or where it is the original's."""

    title: str = ""
    """The title of the film."""
    overview: str = ""
    """What the film is about."""
    tagline: str = ""
    """The tagline. Missing in bodies from before 2021."""
    homepage: str = ""
    """The address of the home page."""
    runtime: int = 0
    """The length in this language, in minutes; 0 where none is given. Missing in bodies from before 2021."""
