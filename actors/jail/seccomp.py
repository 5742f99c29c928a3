"""The filter of system calls: what a program never needs is refused, whatever it has become.

Threads may be made and processes not; signals reach the program alone. A refused call gets an error and goes on.
Source: seccomp(2), and Documentation/userspace-api/seccomp_filter.rst of the kernel.
"""

import ctypes
import errno
import struct
from collections.abc import Iterable, Sequence

from actors.jail import syscalls
from actors.jail.libc import prctl
from actors.jail.syscalls import Processor

_LOAD, _EQUAL, _AT_LEAST, _HAS_BITS, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _ARCH = 0, 4
_FIRST_ARGUMENT, _SECOND_ARGUMENT = 16, 24
_CLONE_THREAD = 0x00010000
_CLONE_NAMESPACES = 0x7E020000
"""The flags of clone(2) for a namespace of any kind."""
_TERMINAL_INPUT = (0x5412, 0x541C)
"""TIOCSTI and TIOCLINUX put words into a terminal, as if its owner had typed them."""
_UNIX, _STREAM, _PACKETS_IN_ORDER, _KIND_OF_SOCKET = 1, 1, 5, 0xF
"""Kinds of sockets that must be connected before they say anything; SOCK_DGRAM is none."""
_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 22, 2

Instruction = tuple[int, int, int, int]


def install(instructions: Sequence[Instruction]) -> None:
    """Filter what this process does from now on. Raises OSError."""
    packed = b"".join(struct.pack("=HBBI", *instruction) for instruction in instructions)
    code = ctypes.create_string_buffer(packed, len(packed))
    filtered = _Program(len(instructions), ctypes.addressof(code))
    prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(filtered))


def lone(processor: Processor, pid: int) -> list[Instruction]:
    """The filter of a program that is alone: process `pid`, its own, is all that it may signal."""
    column = processor.column
    return [
        *_opening(processor),
        *_refused(syscalls.REFUSED.values(), column),
        *_unless(syscalls.CLONE[column], [(_HAS_BITS, 1, 0, _CLONE_THREAD)]),
        *_unless(syscalls.KILL[column], [(_EQUAL, 1, 0, pid)]),
        *_unless(syscalls.TGKILL[column], [(_EQUAL, 1, 0, pid)]),
        *_unless(syscalls.PRLIMIT[column], [(_EQUAL, 2, 0, 0), (_EQUAL, 1, 0, pid)]),
        *_no_words_into_a_terminal(syscalls.IOCTL[column]),
        (_RETURN, 0, 0, _ALLOW),
    ]


def family(processor: Processor) -> list[Instruction]:
    """The filter of a program that starts processes of its own: signals are Landlock's part then."""
    column = processor.column
    refused = [numbers for name, numbers in syscalls.REFUSED.items() if name not in syscalls.FAMILY]
    return [
        *_opening(processor),
        *_refused(refused, column),
        *_no_word_to_strangers(syscalls.NETWORK["socket"][column]),
        *_no_word_to_strangers(syscalls.NETWORK["socketpair"][column]),
        *_unless(syscalls.CLONE[column], [(_HAS_BITS, 0, 1, _CLONE_NAMESPACES)]),
        *_unless(syscalls.PRLIMIT[column], [(_EQUAL, 1, 0, 0)]),
        *_no_words_into_a_terminal(syscalls.IOCTL[column]),
        (_RETURN, 0, 0, _ALLOW),
    ]


def _opening(processor: Processor) -> list[Instruction]:
    """Calls by another processor's numbers end the program. What clone3 asks, the C library asks anew with clone."""
    return [
        (_LOAD, 0, 0, _ARCH),
        (_EQUAL, 1, 0, processor.audit),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, syscalls.FOREIGN_ABI),
        (_RETURN, 0, 0, _KILL),
        *_refuse(syscalls.CLONE3[processor.column], errno.ENOSYS),
    ]


def _refused(calls: Iterable[tuple[int, int | None] | tuple[int, int]], column: int) -> list[Instruction]:
    numbers = [number for numbers in calls if (number := numbers[column]) is not None]
    return [step for number in numbers for step in _refuse(number, errno.EPERM)]


def _refuse(number: int, error: int) -> list[Instruction]:
    return [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ERROR | error)]


def _unless(number: int, holds: Sequence[Instruction]) -> list[Instruction]:
    """Refuse a call unless its first argument passes; each test that holds jumps over the refusal."""
    inside: list[Instruction] = [
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        *holds,
        (_RETURN, 0, 0, _ERROR | errno.EPERM),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return [(_EQUAL, 0, len(inside), number), *inside]


def _no_word_to_strangers(number: int) -> list[Instruction]:
    """Unix sockets that need a connection; with connect(2) refused they reach what they were born with, no path."""
    inside: list[Instruction] = [
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_EQUAL, 0, 4, _UNIX),
        (_LOAD, 0, 0, _SECOND_ARGUMENT),
        (_AND, 0, 0, _KIND_OF_SOCKET),
        (_EQUAL, 2, 0, _STREAM),
        (_EQUAL, 1, 0, _PACKETS_IN_ORDER),
        (_RETURN, 0, 0, _ERROR | errno.EPERM),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return [(_EQUAL, 0, len(inside), number), *inside]


def _no_words_into_a_terminal(number: int) -> list[Instruction]:
    first, second = _TERMINAL_INPUT
    inside: list[Instruction] = [
        (_LOAD, 0, 0, _SECOND_ARGUMENT),
        (_EQUAL, 1, 0, first),
        (_EQUAL, 0, 1, second),
        (_RETURN, 0, 0, _ERROR | errno.EPERM),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return [(_EQUAL, 0, len(inside), number), *inside]


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))
