// SPDX-License-Identifier: EUPL-1.2
// What a browser would never send, and what a hostile client might: refused, and the desk goes on.
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {open, send, sleep, status} from './wire.mjs';
import {startDesk} from './support.mjs';

const desk = await startDesk({name: 'http'});
const {port} = desk;
const host = `127.0.0.1:${port}`;
const concierge = await desk.signIn('01');

test.after(() => desk.stop());

const get = (path, more = '') =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`;
// A POST that would do, but for what is left out or added.
const post = (path, body, {headers = {}, raw = ''} = {}) => {
  const all = {
    Host: host, Origin: `http://${host}`, Cookie: `desk=${concierge.cookie}`,
    'X-Token': concierge.csrf, 'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)), Connection: 'close', ...headers,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `POST ${path} HTTP/1.1\r\n${lines}${raw}\r\n${body}`;
};
// A route that looks at what it is sent before it does anything.
const change = (body, options) => post('/api/password', body, options);
const memory_kib = () =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${desk.pid}/status`, 'utf8'))[1]);
const is_alive = async () => status(await send(port, get('/health'))) === 200;

test('a request that is in order is answered: the control of all that follows', async () => {
  assert.equal(status(await send(port, get('/'))), 200);
  assert.equal(status(await send(port, get('/health'))), 200);
  assert.equal(status(await send(port, get('/api/me', `Cookie: desk=${concierge.cookie}\r\n`))), 200);
  const refused = await send(port, change('{"password":"x","new_password":"x"}'));
  assert.match(refused.text, /^HTTP\/1\.1 400[^]*"field":"new_password"/);
});

test('every answer carries the headers that keep a page in its place', async () => {
  for (const path of ['/', '/api/me', '/nothing-here']) {
    const {text} = await send(port, get(path));
    assert.match(text, /Content-Security-Policy: default-src 'none'; script-src 'self'/);
    assert.doesNotMatch(text, /unsafe/);
    assert.match(text, /X-Content-Type-Options: nosniff/);
    assert.match(text, /Referrer-Policy: no-referrer/);
  }
});

test('the cookie is for this page alone, and for no script', async () => {
  const cookie = concierge.set_cookie;
  for (const part of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) {
    assert.ok(cookie.includes(part), part);
  }
  const stored = desk.sql('SELECT hex(token_hash) FROM login').toLowerCase();
  assert.ok(!stored.includes(concierge.cookie));
});

test('paths that lead elsewhere lead nowhere', async () => {
  const paths = ['/../etc/passwd', '/assets/../../etc/passwd', '/assets/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd', '/assets//main.js', '/assets/main.js/', '/ASSETS/main.js', '/assets/',
    '/api', '/api/', '/api/queue/', '/api//queue', '/api/%71ueue/..', '/.git/config',
    'http://elsewhere.example/', '*', `/${'a'.repeat(9000)}`];
  for (const path of paths) {
    const answer = await send(port, get(path, `Cookie: desk=${concierge.cookie}\r\n`));
    assert.ok([400, 404, 414, 431].includes(status(answer)), `${path.slice(0, 40)}: ${status(answer)}`);
    assert.ok(!answer.text.includes('root:'), path);
  }
});

test('a NUL byte is harmless', async () => {
  const tricks = [get('/api/me\0x'), get('/health', 'X-A: a\0b\r\n'),
    get('/api/search?q=a%00b', `Cookie: desk=${concierge.cookie}\r\n`),
    change('{"password":\0 1}'), change('{"password":1}\0{}')];
  for (const trick of tricks) {
    assert.ok(status(await send(port, trick, {ms: 2000})) < 500);
  }
  // A path that ends there is the shorter path, which is as open or as closed as it is by itself.
  assert.equal(status(await send(port, get('/api/me%00/'))), 401);
  assert.equal(status(await send(port, change('{"password":"x","new_password":"x"}\0'))), 400);
  assert.ok(await is_alive());
});

test('other methods, other hosts and doubtful lengths are refused', async () => {
  const refused = [
    [`DELETE /api/me HTTP/1.1\r\nHost: ${host}\r\n\r\n`, [404, 405]],
    [`PUT / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n\r\n`, [400, 404]],
    [`GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n`, [421]],
    [`GET / HTTP/1.1\r\nHost: ${host}.evil.example\r\n\r\n`, [421]],
    [`GET / HTTP/1.1\r\n\r\n`, [400]],
    [`GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`, [400]],
    [`GET / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\n\r\nhello`, [400]],
    [change('{}', {raw: 'Content-Length: 2\r\n'}), [400]],
    [change('{}', {raw: 'Content-Length: 99\r\n'}), [400]],
    [change('2\r\n{}\r\n0\r\n\r\n',
      {headers: {'Content-Length': null, 'Transfer-Encoding': 'chunked'}}), [400]],
    [change('2\r\n{}\r\n0\r\n\r\n', {raw: 'Transfer-Encoding: chunked\r\n'}), [400]],
    [change('{}', {headers: {'Content-Length': null}}), [400, 411]],
    [change('{}', {headers: {'Content-Length': '-1'}}), [400, 411, 413]],
    [change('{}', {headers: {'Content-Type': 'text/plain'}}), [415]],
    [change('{}', {headers: {'Content-Type': 'application/x-www-form-urlencoded'}}), [415]],
    [change('[1]'), [400]],
    [change('{'), [400]],
    [change(''), [400]],
    [change(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`), [400]],
    ['\r\n\r\n\r\n', [0, 400]],
    [Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x0a, 0x0d, 0x0a]), [0, 400]],
  ];
  for (const [bytes, codes] of refused) {
    const code = status(await send(port, bytes, {ms: 2000}));
    assert.ok(codes.includes(code), `${String(bytes).slice(0, 200)} -> ${code}`);
  }
  assert.ok(await is_alive());
});

test('ten megabytes are refused unread, and memory stays as it was', async () => {
  await send(port, change('{}'));
  const before = memory_kib();
  const huge = '{"words":"' + 'x'.repeat(10_000_000) + '"}';
  for (let i = 0; i < 5; i++) {
    const code = status(await send(port, change(huge)));
    assert.ok(code === 413 || code === 0, `${code}`); // 0: cut while still sending
  }
  const lies = await send(port, change(huge, {headers: {'Content-Length': '20'}}));
  assert.ok([400, 413, 0].includes(status(lies)), `${status(lies)}`);
  const headers = Array.from({length: 2000}, (_, i) => `X-${i}: ${'y'.repeat(100)}\r\n`).join('');
  assert.ok([0, 400, 413, 431].includes(status(await send(port, get('/', headers)))));
  assert.ok(memory_kib() - before < 4096, `${before} -> ${memory_kib()} KiB`);
  assert.ok(await is_alive());
});

test('a drip of bytes is cut at the deadline', async () => {
  const socket = await open(port, 'GET / HTTP/1.1\r\nHost: ');
  const began = Date.now();
  while (!socket.is_closed && Date.now() - began < 30000) {
    await sleep(500);
    if (!socket.is_closed && Math.floor((Date.now() - began) / 2000) * 2000 <= Date.now() - began) {
      socket.write('x');
    }
  }
  const took_s = (Date.now() - began) / 1000;
  assert.ok(socket.is_closed, 'still open');
  assert.ok(took_s > 10 && took_s < 20, `${took_s} s`);
});

test('400 half-open connections keep nobody else out, with 50 event streams beside', async () => {
  const streams = [];
  for (let i = 0; i < 50; i++) {
    streams.push(await open(port,
      `GET /events HTTP/1.1\r\nHost: ${host}\r\nCookie: desk=${concierge.cookie}\r\n\r\n`));
  }
  const half = await Promise.all(Array.from({length: 400},
    () => open(port, 'POST /api/undo HTTP/1.1\r\nHost:', '127.0.0.2')));
  const began = Date.now();
  assert.equal(status(await send(port, get('/health'), {from: '127.0.0.3'})), 200);
  assert.ok(Date.now() - began < 1000, `${Date.now() - began} ms`);
  // Beyond its share, the one address is kept out, not the others.
  assert.equal(status(await send(port, get('/health'), {from: '127.0.0.2', ms: 1000})), 0);
  assert.equal(streams.filter((stream) => stream.is_closed).length, 0);
  for (const socket of [...half, ...streams]) {
    socket.destroy();
  }
  await sleep(2500);
  assert.equal(status(await send(port, get('/health'), {from: '127.0.0.2'})), 200);
});

test('an event stream that its client closed is noticed within 20 seconds', async () => {
  const count = () => execFileSync('ls', [`/proc/${desk.pid}/fd`]).toString().split('\n').length;
  await sleep(1500);
  const before = count();
  const streams = [];
  for (let i = 0; i < 20; i++) {
    streams.push(await open(port,
      `GET /events HTTP/1.1\r\nHost: ${host}\r\nCookie: desk=${concierge.cookie}\r\n\r\n`));
  }
  await sleep(500);
  assert.ok(count() >= before + 20);
  for (const stream of streams) {
    stream.destroy();
  }
  const began = Date.now();
  while (count() > before && Date.now() - began < 20000) {
    await sleep(250);
  }
  assert.ok(count() <= before, `${count()} descriptors, ${before} before`);
});

test('it stops cleanly and at once with event streams open', async () => {
  for (let i = 0; i < 10; i++) {
    await open(port, `GET /events HTTP/1.1\r\nHost: ${host}\r\nCookie: desk=${concierge.cookie}\r\n\r\n`);
  }
  const began = Date.now();
  const ended = await desk.stop();
  assert.equal(ended.code, 0, `${ended.signal} ${ended.log}`);
  assert.ok(Date.now() - began < 2000, `${Date.now() - began} ms`);
});
