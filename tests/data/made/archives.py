# archives.py IN OUT FOLDER: has a Chromium behind these pipes save pages as web archives.
import base64
import json
import os
import sys

from story import HEADLINE, PARAGRAPHS

to_browser = open(sys.argv[1], "wb", buffering=0)
from_browser = open(sys.argv[2], "rb", buffering=0)
folder = sys.argv[3]
rest, calls = b"", 0


def receive():
    global rest
    while b"\0" not in rest:
        rest += os.read(from_browser.fileno(), 65536)
    message, _, rest = rest.partition(b"\0")
    return json.loads(message)


def send(method, session=None, **parameters):
    global calls
    calls += 1
    message = {"id": calls, "method": method, "params": parameters}
    if session:
        message["sessionId"] = session
    to_browser.write(json.dumps(message).encode() + b"\0")
    return calls


def call(method, session=None, **parameters):
    number = send(method, session, **parameters)
    while True:
        message = receive()
        if message.get("id") == number:
            return message.get("result", message)


def save(name, address, answers):
    """Opens the address, whose requests `answers` gives (type, bytes) for, and saves it."""
    send("Page.navigate", session, url=address)
    while True:
        message = receive()
        if message.get("method") == "Page.loadEventFired":
            break
        if message.get("method") != "Fetch.requestPaused":
            continue
        kind, body = answers.get(message["params"]["request"]["url"], ("text/plain", b""))
        send("Fetch.fulfillRequest", session, requestId=message["params"]["requestId"],
             responseCode=200, responseHeaders=[{"name": "Content-Type", "value": kind}],
             body=base64.b64encode(body).decode())
    archive = call("Page.captureSnapshot", session, format="mhtml")["data"]
    with open(os.path.join(folder, name), "w", newline="", encoding="utf-8") as file:
        file.write(archive)


def page(head, extra=""):
    return (f"<!DOCTYPE html><html lang='en'><head>{head}<title>{HEADLINE} | Port Osric Post</title>"
            "<meta name='author' content='Mia Stone'><style>body { font-family: serif }</style>"
            "</head><body><nav><a href='/news'>News</a> <a href='/sport'>Sport</a></nav><main>"
            f"<article><h1>{HEADLINE}</h1><p class='byline'>By Mia Stone</p>{extra}"
            + "".join(f"<p>{each}</p>" for each in PARAGRAPHS) +
            "</article></main><footer><p>© 2024 Port Osric Post. All rights reserved.</p></footer>"
            "<script>document.title += ''</script></body></html>")


site = "https://post.example/2024/05/14/bridge"
pixel = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
target = [t for t in call("Target.getTargets")["targetInfos"] if t["type"] == "page"][0]
session = call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
call("Page.enable", session)
call("Fetch.enable", session, patterns=[{"urlPattern": "*"}])
save("page.mhtml", site, {site: ("text/html; charset=utf-8", page(
    "<meta property='article:published_time' content='2024-05-14T09:30:00+02:00'>").encode())})
save("windows_1252.mhtml", site, {site: ("text/html; charset=windows-1252",
                                         page("").encode("windows-1252"))})
save("frames.mhtml", site, {
    site: ("text/html; charset=utf-8", page("", "<img src='/a.gif' alt='The bridge'>"
                                            "<iframe src='/advert'></iframe>").encode()),
    "https://post.example/a.gif": ("image/gif", pixel),
    "https://post.example/advert": ("text/html", b"<p>Buy a boat now, while they last, from Finn "
                                                 b"and Sons of Port Osric!</p>")})
send("Browser.close")
