# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .company import Company
from .company_alternative_names import CompanyAlternativeNames
from .company_images import CompanyImages


@frozen(kw_only=True)
class CompanyDetails:
    """A company, and where to find it."""

    name: str
    """The name."""
    id: int
    """TMDB's id of the company."""
    logo_path: str | None = None
    """The path of the logo below TMDB's image address, such as `/abc.png`. Null where TMDB has none."""
    origin_country: str = ""
    """The country of origin, such as `US`, often empty."""
    description: str = ""
    """What the company is, in English, often empty."""
    headquarters: str = ""
    """The place of the headquarters, such as `Culver City, California`, often empty."""
    homepage: str = ""
    """The address of the home page, often empty."""
    parent_company: Company | None = None
    """The company that this one belongs to. Null where TMDB knows none."""
    alternative_names: CompanyAlternativeNames | None = None
    """What `append_to_response` with `alternative_names` asked for; None where it was not asked for."""
    images: CompanyImages | None = None
    """What `append_to_response` with `images` asked for; None where it was not asked for."""
