"""Ctrl-C, which is kept in mind when it comes: the exception alone gets lost where code written in C clears it."""

import signal
from types import FrameType

INTERRUPTED = 130
_requests: list[int] = []


def listen() -> None:
    """From now on remember that Ctrl-C came, and raise KeyboardInterrupt as Python does. A process that was started to
    ignore it (in the background of a script) goes on ignoring it."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _remember)


def asked_to_stop() -> bool:
    """Whether Ctrl-C came since `listen`."""
    return bool(_requests)


def stop_if_asked() -> None:
    """Raise KeyboardInterrupt if Ctrl-C came and whatever ran then went on all the same."""
    if _requests:
        raise KeyboardInterrupt


def _remember(number: int, frame: FrameType | None) -> None:
    _requests.append(number)
    raise KeyboardInterrupt
