import sys

from actors.gates.child import Child
from actors.gates.language_server import LanguageServer
from actors.gates.pump import Ending

SERVER = """
import json, sys
held = []
def read():
    return held.pop(0) if held else read_fresh()
def read_fresh():
    length = int(sys.stdin.buffer.readline().split(b":")[1])
    sys.stdin.buffer.readline()
    return json.loads(sys.stdin.buffer.read(length))
def say(**message):
    body = json.dumps(message).encode()
    sys.stdout.buffer.write(b"Content-Length: %d\\r\\n\\r\\n" % len(body) + body)
    sys.stdout.buffer.flush()
documents = []
while True:
    message = read()
    if message.get("method") == "initialize":
        say(id=message["id"], result={})
    elif message.get("method") == "initialized":
        say(id="mine", method="client/registerCapability", params={})
        while (reply := read_fresh()).get("id") != "mine":
            held.append(reply)
        assert reply == {"jsonrpc": "2.0", "id": "mine", "result": None}
    elif message.get("method") == "textDocument/didOpen":
        documents.append(message["params"]["textDocument"]["text"])
        say(method="window/logMessage", params={"message": "x" * 100_000})
    elif message.get("method") == "textDocument/didClose":
        documents.pop()
    elif message.get("method") == "textDocument/diagnostic":
        say(id=message["id"], result={"items": list(documents)})
"""


def test_a_document_is_shown_alone_and_what_is_said_of_it_is_heard() -> None:
    child = Child([sys.executable, "-I", "-S", "-c", SERVER], most_bytes=1_000_000, cell=None)
    server = LanguageServer("/folder")
    assert server.greet(child, within_s=30).ending is Ending.HEARD
    for source in ("one", "two"):
        assert server.diagnose(child, source, within_s=30).ending is Ending.HEARD
        assert server.found == [source]
    child.end()


def test_a_server_that_says_nothing_is_not_waited_for() -> None:
    child = Child([sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)"], most_bytes=1000, cell=None)
    assert LanguageServer("/folder").greet(child, within_s=0.1).ending is Ending.LATE
    child.end()
