"""What native code would try that had got out of everything else: a name, a few lines of Python, and what stops it.

Each runs with nothing in its way but the jail, and is listed with the error, or the signal, that it meets.
A signal sent is 0, which asks only whether it would arrive.
`FREE` lists those that go through without a jail, for anybody, which shows that the attempt is a real one.
"""

import platform

CALL = "libc.syscall"

FILES = {
    "reads the password file": ("open('/etc/passwd').read()", "PermissionError"),
    "reads its own program's folder": ("open(os.__file__).read()", "PermissionError"),
    "reads the environment of who started it": ("open(f'/proc/{os.getppid()}/environ').read()", "PermissionError"),
    "reads its own memory map": ("open('/proc/self/maps').read()", "PermissionError"),
    "lists the root folder": ("os.listdir('/')", "PermissionError"),
    "writes a file": ("open('/tmp/bazaar-was-here', 'w')", "PermissionError"),
    "makes a folder": ("os.mkdir('/tmp/bazaar-folder')", "PermissionError"),
    "makes a link to look through": ("os.symlink('/etc/passwd', '/tmp/bazaar-link')", "PermissionError"),
    "walks through a link that is there": ("open('/proc/self/cwd/../etc/passwd').read()", "PermissionError"),
    "climbs out of its folder": ("open('../../../../etc/passwd').read()", "PermissionError"),
    "writes to the device that it may read": ("open('/dev/null', 'w').write('x')", "PermissionError"),
    "removes a file": ("os.unlink('/etc/passwd')", "PermissionError"),
}
NETWORK = {
    "opens a TCP socket": ("socket.socket(socket.AF_INET, socket.SOCK_STREAM)", "PermissionError"),
    "opens a UDP socket to ask a name server": ("socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "PermissionError"),
    "opens a unix socket": ("socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)", "PermissionError"),
    "makes a pair of sockets": ("socket.socketpair()", "PermissionError"),
    "asks for a name": ("socket.gethostbyname('localhost.invalid')", "PermissionError"),
    "uses a socket that it was born with": ("sys.exit(libc.sendto(0, b'x', 1, 0, None, 0) + 1 or say())", "EPERM"),
}
PROCESSES = {
    "forks": ("os.fork() or os._exit(0)", "PermissionError"),
    "spawns a program": ("os.posix_spawn('/bin/true', ['true'], {})", "PermissionError"),
    "becomes another program": ("os.execv('/bin/true', ['true'])", "PermissionError"),
    "makes a process by a raw call": (f"{CALL}(CLONE, 17, 0, 0, 0, 0) + 1 or say()", "EPERM"),
    "makes a process by the newest call": (f"{CALL}(435, 0, 0) + 1 or say()", "ENOSYS"),
    "signals who started it": ("os.kill(os.getppid(), 0)", "PermissionError"),
    "signals everybody": ("os.kill(-1, 0)", "PermissionError"),
    "signals a single thread of another": (f"{CALL}(TKILL, os.getppid(), 0) + 1 or say()", "EPERM"),
    "takes hold of another process": (f"{CALL}(434, os.getppid(), 0) + 1 or say()", "EPERM"),
    "traces another process": (f"{CALL}(PTRACE, 16, os.getppid(), 0, 0) + 1 or say()", "EPERM"),
    "reads another's memory": (f"{CALL}(READV, os.getppid(), None, 0, None, 0, 0) + 1 or say()", "EPERM"),
    "binds the limits of another": ("resource.prlimit(os.getppid(), resource.RLIMIT_CORE)", "PermissionError"),
    "slows everybody down": ("os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)", "PermissionError"),
}
KERNEL = {
    "makes a namespace of its own": ("libc.unshare(0x10000000) + 1 or say()", "EPERM"),
    "mounts": ("libc.mount(b'none', b'/tmp', b'tmpfs', 0, None) + 1 or say()", "EPERM"),
    "moves its root": ("os.chroot('/tmp')", "PermissionError"),
    "opens an io_uring": (f"{CALL}(425, 8, ctypes.create_string_buffer(256)) + 1 or say()", "EPERM"),
    "loads a program into the kernel": (f"{CALL}(BPF, 0, None, 0) + 1 or say()", "EPERM"),
    "handles its own page faults": (f"{CALL}(USERFAULT, 1) + 1 or say()", "EPERM"),
    "asks for a key": (f"{CALL}(KEYCTL, 0, -3, 0) + 1 or say()", "EPERM"),
    "makes a file without a place": ("os.memfd_create('x')", "PermissionError"),
    "shares memory": (f"{CALL}(SHMGET, 0, 4096, 0o1600) + 1 or say()", "EPERM"),
    "types into the terminal": ("fcntl.ioctl(0, 0x5412, b'x')", "PermissionError"),
    "becomes root": ("os.setuid(0)", "PermissionError"),
    "takes back what it gave up": (f"{CALL}(CAPSET, None, None) + 1 or say()", "EPERM"),
    "raises its own limit": ("resource.setrlimit(resource.RLIMIT_DATA, (1 << 40, 1 << 40))", "ValueError"),
}
HUNGER = {
    "takes memory without end": ("bytearray(1 << 31)", "MemoryError"),
    "opens without end": ("[os.dup(0) for _ in range(100)]", "OSError"),
    "computes without end": ("while True: pass", "SIGXCPU"),
}
if platform.machine() == "x86_64":
    KERNEL["calls by the numbers of another ABI"] = (f"{CALL}(0x40000000 + 39)", "SIGSYS")

ATTACKS = {**FILES, **NETWORK, **PROCESSES, **KERNEL, **HUNGER}

FREE = (
    "reads the password file",
    "reads its own program's folder",
    "reads its own memory map",
    "lists the root folder",
    "walks through a link that is there",
    "climbs out of its folder",
    "writes to the device that it may read",
    "opens a TCP socket",
    "opens a unix socket",
    "makes a pair of sockets",
    "forks",
    "spawns a program",
    "becomes another program",
    "signals who started it",
    "takes hold of another process",
    "binds the limits of another",
    "makes a file without a place",
    "shares memory",
)

PRELUDE = """\
import ctypes, errno, fcntl, json, os, resource, signal, socket, sys
sys.path.insert(0, sys.argv[1])
from actors.jail import syscalls
from actors.jail.launch import confine
os.chdir('/usr')
libc = ctypes.CDLL(None, use_errno=True)
here = syscalls.processor().column
CLONE, KEYCTL, BPF = syscalls.CLONE[here], syscalls.KERNEL['keyctl'][here], syscalls.KERNEL['bpf'][here]
TKILL, PTRACE, READV, CAPSET, SHMGET, USERFAULT = (syscalls.REFUSED[name][here] for name in (
    'tkill', 'ptrace', 'process_vm_readv', 'capset', 'shmget', 'userfaultfd'))
def say():
    raise RuntimeError(errno.errorcode[ctypes.get_errno()])
order = json.loads(sys.argv[2])
if order:
    confine(order)
try:
    exec(sys.argv[3])
except RuntimeError as error:
    print(error, flush=True)
except BaseException as error:
    print(type(error).__name__, flush=True)
else:
    print('done', flush=True)
"""
