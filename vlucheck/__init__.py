"""vlucheck checks letters to victims of crime before they are sent."""

from typing import Final

__version__: Final = "0.1.0"
