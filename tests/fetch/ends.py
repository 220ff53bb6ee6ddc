#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""ends.py PROGRAM FOLDER: every end of a reading, at a site of our own, without a network.

PROGRAM is built as it is shipped. What needs public addresses is tried in a network of its own, where
one stands on the loopback; where the machine allows none, that is said, and left out.
"""
import concurrent.futures
import json
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from own_site import BYTES_MAX, CALENDAR, Site, make_authority, make_certificate  # noqa: E402

PUBLIC = "198.41.0.4"
TOTAL_S = 30
program = sys.argv[1]
folder = pathlib.Path(sys.argv[2])
wrong = []
count = 0


def run(url, *options, env=None):
    done = subprocess.run([program, *map(str, options)], input=url.encode() + b"\n",
                          capture_output=True, timeout=90, env=env)
    line = done.stderr.decode().strip().split("\n")[-1]
    return done.returncode, json.loads(line), done.stdout


def check(what, is_well, seen):
    global count
    count += 1
    if not is_well:
        wrong.append(f"{what}: {seen}")


def exit_codes():
    text = subprocess.run([program, "--help"], capture_output=True, check=True).stdout.decode()
    return {code: int(number) for number, code in re.findall(r"(\d+) ([a-z_]+)[;.]", text)}


EXITS = exit_codes()


def expect(what, code, url, *options, env=None):
    """code: the word of a failure. Nothing may stand on standard output then."""
    status, report, body = run(url, *options, env=env)
    is_well = status == EXITS[code] and body == b"" and report["is"] == "failure" and \
        report["code"] == code and report["sentence"].endswith(".")
    check(what, is_well, (status, report, len(body)))
    return report


def expect_read(what, body, url, *options, env=None):
    status, report, seen = run(url, *options, env=env)
    check(what, status == 0 and report["is"] == "read" and seen == body, (status, report, seen[:80]))
    return report


def expect_unchanged(what, url, *options):
    status, report, body = run(url, *options)
    check(what, status == EXITS["unchanged"] and report["is"] == "unchanged" and body == b"",
          (status, report))


def what_is_read(site, trust):
    report = expect_read("a calendar", CALENDAR, site.url("/ok.ics"), *trust)
    check("its mark is told", report["etag"] == '"one"', report)
    for scheme in ("webcal", "WEBCAL", "webcals", "http", "Https"):
        expect_read(f"{scheme}:// is read as https://", CALENDAR,
                    site.url("/ok.ics").replace("https", scheme), *trust)
    expect_read("8 MiB", b"x" * BYTES_MAX, site.url("/whole"), *trust)
    expect_read("what is asked with", b"", site.url("/asked"), *trust)
    expect_read("a cookie is not brought along", b"", site.url("/to-asked"), *trust)
    expect_read("three redirections", CALENDAR, site.url("/redirect/2"), *trust)
    key_log = folder / "keys"
    expect_read("what is set in the environment counts for nothing", CALENDAR, site.url("/ok.ics"),
                *trust, env={"https_proxy": "http://127.0.0.1:1", "ALL_PROXY": "http://127.0.0.1:1",
                             "SSLKEYLOGFILE": str(key_log), "SSL_CERT_FILE": "/nothing"})
    check("no keys are logged", not key_log.exists(), key_log)


def what_is_unchanged(site, trust):
    (folder / "once.ics").write_bytes(CALENDAR)
    mark = expect_read("once", CALENDAR, site.url("/once.ics"), *trust)["etag"]
    expect_unchanged("the same again", site.url("/once.ics"), *trust, "--etag", mark)
    (folder / "once.ics").write_bytes(CALENDAR * 2)
    expect_read("changed meanwhile", CALENDAR * 2, site.url("/once.ics"), *trust, "--etag", mark)
    day = expect_read("a dated one", CALENDAR, site.url("/dated"), *trust)["modified"]
    expect_unchanged("of the same day", site.url("/dated"), *trust, "--modified", day)
    expect("unchanged, but nobody asked", "answer", site.url("/status/304"), *trust)
    for path in ("/long-mark", "/odd-mark"):
        report = expect_read(path, CALENDAR, site.url(path), *trust)
        check(f"{path} is not kept", report["etag"] == "", report)
    report = expect_read("a mark of odd signs", CALENDAR, site.url("/quoted-mark"), *trust)
    check("it is told as it is", report["etag"] == 'W/"a\\b"', report)
    expect_read("a mark that would be a header", b"", site.url("/asked"), *trust, "--etag",
                '"a"\r\nCookie: x=1')


def what_is_refused(site, trust):
    for status, code in ((404, "not_found"), (410, "not_found"), (401, "forbidden"),
                         (403, "forbidden"), (429, "overloaded"), (503, "overloaded"),
                         (500, "answer"), (502, "answer"), (204, "answer")):
        report = expect(f"status {status}", code, site.url(f"/status/{status}"), *trust)
        check(f"status {status} is told", report["status"] == status, report)
    expect("four redirections", "redirect", site.url("/redirect/3"), *trust)
    for path in ("/to-plain", "/to-file", "/to-password"):
        expect(f"sent on {path[1:]}", "redirect", site.url(path), *trust)
    expect("larger than is read, and says so", "too_big", site.url("/declared"), *trust)
    expect("larger than is read", "too_big", site.url("/endless"), *trust)
    expect("breaks off", "broken", site.url("/cut"), *trust)
    for url in ("ftp://localhost/a", "file:///etc/passwd", "gopher://localhost/", "localhost/a",
                "/etc/passwd", "https://", "https://user:secret@localhost/a",
                "https://local host/", "", "https://localhost/" + "x" * 1000, "javascript:alert(1)"):
        expect(f"no address: {url[:40]}", "address", url, *trust)
    for url in ("https://localhost/", "https://127.1.2.3/", "https://[::1]/", "https://10.0.0.1/",
                "https://192.168.1.1/", "https://169.254.169.254/", "https://0/", "https://2130706433/",
                "https://0x7f.1/", "https://[::ffff:10.0.0.1]/", "https://[fe80::1]/"):
        expect(f"not public: {url}", "private", url)
    before = site.count
    expect("not public, though something answers", "private", site.url("/ok.ics"), *trust[:2])
    check("it was not asked", site.count == before, site.count)
    expect("no such name", "name", f"https://{'a' * 64}.example/", *trust)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        expect("nobody listens", "refused", f"https://localhost:{free.getsockname()[1]}/", *trust)


def what_is_not_trusted(site, trust):
    expect("of an authority nobody knows", "tls", site.url("/ok.ics"), "--private")
    make_authority(folder, "other")
    expect("of another authority", "tls", site.url("/ok.ics"), "--private", "--ca",
           folder / "other.crt")
    for name, names, days in (("elsewhere", "DNS:elsewhere.example", 2), ("ended", "DNS:localhost", -1)):
        make_certificate(folder, name, names, days=days)
        other = Site(folder, certificate=name)
        expect(f"a certificate that is {name}", "tls", other.url("/ok.ics"), *trust)
        other.close()
    with socket.create_server(("127.0.0.1", 0)) as plain:
        plain.settimeout(20)

        def answer():
            connection, _ = plain.accept()
            connection.recv(1000)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            connection.close()
        with concurrent.futures.ThreadPoolExecutor() as pool:
            pool.submit(answer)
            expect("no TLS at all", "tls", f"https://localhost:{plain.getsockname()[1]}/", *trust)
    expect("authorities that cannot be read", "out_of_order", site.url("/ok.ics"), "--private", "--ca",
           "/nothing")


def what_is_slow(site, trust):
    def timed(url):
        began_s = time.monotonic()
        expect("slow", "slow", url, *trust)
        check("no longer than it may take", time.monotonic() - began_s < TOTAL_S + 5, url)
    with socket.create_server(("127.0.0.1", 0)) as silent, \
            concurrent.futures.ThreadPoolExecutor() as pool:
        for done in [pool.submit(timed, site.url("/drip")),
                     pool.submit(timed, f"https://localhost:{silent.getsockname()[1]}/")]:
            done.result()


def what_needs_a_public_address(trust):
    """Run in a network of its own."""
    site = Site(folder, host="0.0.0.0")
    expect_read("a public machine needs no permission", CALENDAR, site.url("/ok.ics", PUBLIC), *trust)
    for path in ("/to-machine", "/to-metadata"):
        expect(f"sent on {path[1:]}", "private", site.url(path, PUBLIC), *trust)
    expect("no network", "network", "https://192.0.78.9/", *trust)
    expect("no network, and a name", "network", "https://conciergerie.example/", *trust)


def other_network():
    command = ["unshare", "-rn", "sh", "-c", f"ip link set lo up && ip addr add {PUBLIC}/32 dev lo && "
               'exec "$@"', "sh", sys.executable, __file__, program, str(folder), "--own-network"]
    probe = ["unshare", "-rn", "ip", "link", "set", "lo", "up"]
    if shutil.which("unshare") is None or shutil.which("ip") is None or \
            subprocess.run(probe, capture_output=True).returncode != 0:
        print("left out: this machine allows no network of its own")
        return
    done = subprocess.run(command)
    check("in a network of its own", done.returncode == 0, done.returncode)


def main():
    if "--own-network" in sys.argv:
        what_needs_a_public_address(("--ca", str(folder / "ca.crt")))
    else:
        shutil.rmtree(folder, ignore_errors=True)
        site = Site(folder)
        trust = ("--ca", site.ca, "--private")
        for part in (what_is_read, what_is_unchanged, what_is_refused, what_is_not_trusted, what_is_slow):
            part(site, trust)
        other_network()
        told = {"unchanged", "address", "private", "name", "network", "refused", "tls", "slow",
                "too_big", "redirect", "not_found", "forbidden", "overloaded", "answer", "broken",
                "out_of_order"}
        check("every end is tried here", set(EXITS) - {"read", "usage"} == told, EXITS)
    print("\n".join(wrong + [f"{count} checks, {len(wrong)} wrong"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
