"""The models that calls return, under their public names. Each is imported when it is first asked for."""

from typing import TYPE_CHECKING

from ._generated import models as _models
from ._generated.models import __all__ as __all__  # noqa: PLC0414 - the form that re-exports a name

if TYPE_CHECKING:
    # Their names are the document's: listing them here would be one more place to change with it.
    from ._generated.models import *  # noqa: F403
else:  # which type checkers would take for a module that has every name

    def __getattr__(name: str) -> object:
        return getattr(_models, name)


def __dir__() -> list[str]:
    return [*__all__]
