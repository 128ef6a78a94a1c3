"""The models that calls return, under their public names. Each is imported when it is first asked for."""

# Their names are the document's: listing them here would be one more place to change with it.
from ._generated.models import *  # noqa: F403
from ._generated.models import __all__ as __all__  # noqa: PLC0414 - the form that re-exports a name
