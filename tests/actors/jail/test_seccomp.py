"""The filter as a program, read by a small reader of such programs, for processors that are not here too."""

import errno

import pytest

from actors.jail import syscalls
from actors.jail.seccomp import Instruction, family, lone
from actors.jail.syscalls import PROCESSORS, Processor

ME = 4711
ALLOWED, KILLED = 0x7FFF0000, 0x80000000
GET_PID = {"x86_64": 39, "aarch64": 172}
ON_EACH = pytest.mark.parametrize(
    ("name", "processor"), [(name, processor) for name, processor in PROCESSORS.items()], ids=list(PROCESSORS)
)


def verdict(code: list[Instruction], fields: dict[int, int]) -> int:
    """What the program returns for a call; `fields` are the words of struct seccomp_data by their offset."""
    word, at = 0, 0
    while True:
        operation, if_true, if_false, value = code[at]
        match operation:
            case 0x20:
                word, jump = fields.get(value, 0), 0
            case 0x54:
                word, jump = word & value, 0
            case 0x06:
                return value
            case 0x15:
                jump = if_true if word == value else if_false
            case 0x35:
                jump = if_true if word >= value else if_false
            case 0x45:
                jump = if_true if word & value else if_false
            case _:
                raise AssertionError(operation)
        at += 1 + jump


def called(processor: Processor, number: int, first: int = 0, second: int = 0) -> int:
    return verdict(lone(processor, ME), {0: number, 4: processor.audit, 16: first, 24: second})


def called_in_family(processor: Processor, number: int, first: int = 0, second: int = 0) -> int:
    return verdict(family(processor), {0: number, 4: processor.audit, 16: first, 24: second})


def refused(error: int = errno.EPERM) -> int:
    return 0x00050000 | error


@ON_EACH
def test_every_call_on_the_list_is_refused(name: str, processor: Processor) -> None:
    assert name
    for numbers in syscalls.REFUSED.values():
        number = numbers[processor.column]
        assert number is None or called(processor, number) == refused()


@ON_EACH
def test_what_is_not_on_the_list_goes_on(name: str, processor: Processor) -> None:
    assert called(processor, GET_PID[name]) == ALLOWED


@ON_EACH
def test_another_processors_calls_end_the_program(name: str, processor: Processor) -> None:
    assert verdict(lone(processor, ME), {0: GET_PID[name], 4: processor.audit + 1}) == KILLED
    assert called(processor, syscalls.FOREIGN_ABI + GET_PID[name]) == KILLED


@ON_EACH
def test_threads_are_made_and_processes_are_not(name: str, processor: Processor) -> None:
    assert name
    number = syscalls.CLONE[processor.column]
    assert called(processor, number, first=0x003D0F00) == ALLOWED, "the flags of pthread_create"
    assert called(processor, number, first=17) == refused(), "the flags of fork"
    assert called(processor, syscalls.CLONE3[processor.column]) == refused(errno.ENOSYS)


@ON_EACH
def test_signals_and_limits_are_for_the_program_alone(name: str, processor: Processor) -> None:
    assert name
    for numbers in (syscalls.KILL, syscalls.TGKILL):
        assert called(processor, numbers[processor.column], first=ME) == ALLOWED
        assert called(processor, numbers[processor.column], first=1) == refused()
    own_limits = syscalls.PRLIMIT[processor.column]
    assert [called(processor, own_limits, first=pid) for pid in (0, ME, 1)] == [ALLOWED, ALLOWED, refused()]


@ON_EACH
def test_a_terminal_is_asked_and_not_typed_into(name: str, processor: Processor) -> None:
    assert name
    number = syscalls.IOCTL[processor.column]
    asked = [called(processor, number, second=request) for request in (0x5401, 0x5412, 0x541C)]
    assert asked == [ALLOWED, refused(), refused()]


@ON_EACH
def test_no_two_calls_share_a_number(name: str, processor: Processor) -> None:
    numbers = [one[processor.column] for one in syscalls.REFUSED.values() if one[processor.column] is not None]
    assert len(set(numbers)) == len(numbers), name


@ON_EACH
def test_a_family_starts_processes_and_no_namespaces(name: str, processor: Processor) -> None:
    assert name
    number = syscalls.CLONE[processor.column]
    assert called_in_family(processor, number, first=17) == ALLOWED
    assert called_in_family(processor, number, first=17 | 0x40000000) == refused(), "a network of its own"
    assert called_in_family(processor, number, first=17 | 0x10000000) == refused(), "users of its own"


@ON_EACH
def test_a_family_is_refused_all_else(name: str, processor: Processor) -> None:
    assert name
    for call, numbers in syscalls.REFUSED.items():
        number = numbers[processor.column]
        expected = ALLOWED if call in syscalls.FAMILY and call not in {"socket", "socketpair"} else refused()
        assert number is None or called_in_family(processor, number) == expected


@ON_EACH
@pytest.mark.parametrize("call", ["socket", "socketpair"])
def test_a_familys_sockets_are_those_that_say_nothing_unconnected(name: str, processor: Processor, call: str) -> None:
    assert name
    number = syscalls.NETWORK[call][processor.column]
    unix, ipv4, netlink, closes_on_exec = 1, 2, 16, 0o2000000
    stream, datagram, in_order = 1, 2, 5
    for kind in (stream, in_order, stream | closes_on_exec):
        assert called_in_family(processor, number, first=unix, second=kind) == ALLOWED
    assert called_in_family(processor, number, first=unix, second=datagram | closes_on_exec) == refused()
    for strange in (ipv4, netlink):
        assert called_in_family(processor, number, first=strange, second=stream) == refused()
