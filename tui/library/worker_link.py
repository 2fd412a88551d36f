"""The pipe between the reader and its worker: messages with their length before them, over two anonymous pipes.

The standard library's spawned processes need a second helper process and fail inside a running terminal interface,
whose standard error has no file descriptor; plain pipes need neither, on all three systems.
"""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any

_LENGTH = struct.Struct(">Q")


def send(pipe: IO[bytes], message: Any) -> None:
    """Write one message.

    Raises:
        OSError: The other side is gone.
    """
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """Read one message; both sides are this program, so unpickling is safe.

    Raises:
        EOFError: The other side is gone.
    """
    try:
        head = pipe.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            raise EOFError
        (length,) = _LENGTH.unpack(head)
        data = pipe.read(length)
    except (OSError, ValueError):
        raise EOFError from None
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)
