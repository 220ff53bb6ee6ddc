#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A site of one's own: https on this machine, with an authority of its own, and every way to fail.

    site = Site(folder)         # site.ca: the authority's certificate; site.url("/ok.ics")
    site.close()

Run alone, `own_site.py FOLDER` prints {"url": …, "ca": …} as one line and serves until its standard input
ends. What stands in FOLDER/NAME.ics or .json is at /NAME.ics or .json; /status/NNN is that status;
the other paths are in PATHS.
"""
import http.server
import json
import pathlib
import ssl
import subprocess
import sys
import threading
import time

BYTES_MAX = 8 << 20
CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


def openssl(*args):
    subprocess.run(["openssl", *map(str, args)], check=True, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_key(folder, name):
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out",
            folder / f"{name}.key")


def make_authority(folder, name="ca"):
    make_key(folder, name)
    openssl("req", "-x509", "-new", "-key", folder / f"{name}.key", "-days", 2, "-subj",
            f"/CN=Test authority {name}", "-addext", "basicConstraints=critical,CA:TRUE", "-out",
            folder / f"{name}.crt")


def make_certificate(folder, name, names, authority="ca", days=2):
    """names: as in subjectAltName. days: -1, it ended yesterday."""
    make_key(folder, name)
    openssl("req", "-new", "-key", folder / f"{name}.key", "-subj", f"/CN={name}", "-out",
            folder / f"{name}.csr")
    (folder / f"{name}.ext").write_text(f"subjectAltName={names}\n")
    openssl("x509", "-req", "-in", folder / f"{name}.csr", "-CA", folder / f"{authority}.crt",
            "-CAkey", folder / f"{authority}.key", "-CAcreateserial", "-days", days, "-extfile",
            folder / f"{name}.ext", "-out", folder / f"{name}.crt")


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        try:
            self.request.do_handshake()
        except (ssl.SSLError, OSError):
            pass  # whoever came does not trust us
        super().setup()

    def handle(self):
        try:
            super().handle()
        except (ssl.SSLError, OSError):
            pass

    def log_message(self, *_):
        pass

    def send(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def asked_with(self):
        """What came with the request that should not."""
        bad = [name for name in ("Cookie", "Authorization", "Referer", "Accept-Encoding")
               if self.headers[name] is not None]
        return ",".join(bad)

    def do_GET(self):
        self.server.site.count += 1
        path = self.path.split("?")[0]
        file = self.server.site.folder / path[1:]
        if path in PATHS:
            PATHS[path](self)
        elif path.startswith("/status/"):
            self.send(int(path[8:]), b"sorry")
        elif path.startswith("/redirect/"):
            left = int(path[10:])
            self.send(302, Location=f"/redirect/{left - 1}" if left > 0 else "/ok.ics",
                      Set_Cookie="id=1; Secure")
        elif file.suffix in (".ics", ".json") and file.is_file():
            self.send_file(file.read_bytes())
        else:
            self.send(404)

    def send_file(self, body):
        mark = f'"{len(body)}-{hash(body) & 0xffffffff:x}"'
        if self.headers["If-None-Match"] == mark:
            self.send(304, ETag=mark)
        else:
            self.send(200, body, ETag=mark)

    def send_drop(self, after):
        """A long answer is promised; it breaks off after some bytes."""
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(CALENDAR[:after])
        self.close_connection = True

    def send_endless(self):
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for _ in range(BYTES_MAX // 65536 + 2):
            self.wfile.write(b"x" * 65536)

    def send_drip(self):
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for _ in range(120):
            self.wfile.write(b"B")
            self.wfile.flush()
            time.sleep(1)

    def send_declared(self):
        self.send_response(200)
        self.send_header("Content-Length", str(BYTES_MAX + 1))
        self.end_headers()
        self.close_connection = True

    def send_dated(self):
        day = "Tue, 01 Sep 2026 10:00:00 GMT"
        if self.headers["If-Modified-Since"] == day:
            self.send(304)
        else:
            self.send(200, CALENDAR, Last_Modified=day)


PATHS = {
    "/ok.ics": lambda self: self.send(200, CALENDAR, ETag='"one"'),
    "/asked": lambda self: self.send(200, self.asked_with().encode()),
    "/whole": lambda self: self.send(200, b"x" * BYTES_MAX),
    "/declared": Answers.send_declared,
    "/endless": Answers.send_endless,
    "/drip": Answers.send_drip,
    "/cut": lambda self: self.send_drop(20),
    "/dated": Answers.send_dated,
    "/long-mark": lambda self: self.send(200, CALENDAR, ETag='"' + "e" * 300 + '"'),
    "/odd-mark": lambda self: self.send(200, CALENDAR, ETag='"caf\xe9"'),
    "/quoted-mark": lambda self: self.send(200, CALENDAR, ETag='W/"a\\b"'),
    "/to-asked": lambda self: self.send(302, Location="/asked", Set_Cookie="id=1; Secure"),
    "/to-plain": lambda self: self.send(302, Location="http://localhost/ok.ics"),
    "/to-file": lambda self: self.send(302, Location="file:///etc/passwd"),
    "/to-password": lambda self: self.send(302, Location="https://a:b@localhost/ok.ics"),
    "/to-machine": lambda self: self.send(
        302, Location=f"https://127.0.0.1:{self.server.server_port}/ok.ics"),
    "/to-metadata": lambda self: self.send(302, Location="https://169.254.169.254/"),
}


class Site:
    def __init__(self, folder, host="127.0.0.1", certificate="site",
                 names="DNS:localhost,IP:127.0.0.1,IP:198.41.0.4"):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.ca = self.folder / "ca.crt"
        self.count = 0
        if not self.ca.exists():
            make_authority(self.folder)
        if not (self.folder / f"{certificate}.crt").exists():
            make_certificate(self.folder, certificate, names)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / f"{certificate}.crt", self.folder / f"{certificate}.key")
        self.server = http.server.ThreadingHTTPServer((host, 0), Answers)
        self.server.daemon_threads = True
        self.server.site = self
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True,
                                                 do_handshake_on_connect=False)
        self.host, self.port = host, self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, path, host="localhost"):
        return f"https://{host}:{self.port}{path}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def main():
    site = Site(sys.argv[1])
    print(json.dumps({"url": site.url(""), "ca": str(site.ca)}), flush=True)
    sys.stdin.read()
    site.close()


if __name__ == "__main__":
    main()
