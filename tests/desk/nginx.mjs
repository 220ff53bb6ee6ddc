// SPDX-License-Identifier: EUPL-1.2
// Behind nginx, with TLS, as deploy/nginx/conciergerie.conf has it: only ports, folders and the
// certificate are this test's.
import {execFileSync, spawn} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import {join} from 'node:path';
import tls from 'node:tls';
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {HERE, startDesk} from './support.mjs';
import {sleep} from './wire.mjs';

const NAME = 'desk.conciergerie.lan';
const desk = await startDesk({name: 'nginx', args: ['--host', NAME, '--proxy']});

const free_port = () => new Promise((resolve) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const {port} = server.address();
    server.close(() => resolve(port));
  });
});
const [tls_port, plain_port] = [await free_port(), await free_port()];
const folder = join(desk.dir, 'nginx');
mkdirSync(folder, {recursive: true});
execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj',
  `/CN=${NAME}`, '-keyout', join(folder, 'desk.key'), '-out', join(folder, 'desk.crt')],
{stdio: 'ignore'});
const site = readFileSync(join(HERE, '../../deploy/nginx/conciergerie.conf'), 'utf8')
  .replaceAll('listen [::]:443 ssl;', '').replaceAll('listen [::]:80;', '')
  .replace('listen 443 ssl;', `listen 127.0.0.1:${tls_port} ssl;`)
  .replace('listen 80;', `listen 127.0.0.1:${plain_port};`)
  .replaceAll('http://127.0.0.1:8080', desk.url)
  .replaceAll('/etc/conciergerie/', `${folder}/`);
writeFileSync(join(folder, 'nginx.conf'), `
  daemon off; error_log ${folder}/error.log; pid ${folder}/pid; worker_processes 1;
  events { worker_connections 512; }
  http { client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
    ${site} }`);
const nginx = spawn('/usr/sbin/nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')],
  {stdio: 'ignore'});
process.on('exit', () => nginx.kill('SIGKILL'));
test.after(async () => {
  nginx.kill('SIGTERM');
  await desk.stop();
});

// {status, headers, text}; text as far as it came in ms.
function request(path, {method = 'GET', headers = {}, body, ms = 5000} = {}) {
  return new Promise((resolve, reject) => {
    const call = https.request({host: '127.0.0.1', port: tls_port, path, method, agent: false,
      rejectUnauthorized: false, servername: NAME,
      headers: {Host: `${NAME}:${tls_port}`, ...headers}}, (answer) => {
      let text = '';
      const done = () => resolve({status: answer.statusCode, headers: answer.headers, text});
      answer.on('data', (data) => { text += data; });
      answer.on('end', done);
      setTimeout(() => { done(); call.destroy(); }, ms);
    });
    call.on('error', reject);
    call.end(body);
  });
}

// Bytes over TLS, for what no client sends.
function raw(bytes) {
  return new Promise((resolve) => {
    const socket = tls.connect({host: '127.0.0.1', port: tls_port, rejectUnauthorized: false,
      servername: NAME}, () => socket.write(bytes));
    let text = '';
    socket.on('data', (data) => { text += data.toString('latin1'); });
    socket.on('close', () => resolve(text));
    socket.on('error', () => {});
    setTimeout(() => socket.destroy(), 3000);
  });
}

for (let i = 0; i < 50; i++) {
  if (await request('/health').then((answer) => answer.status === 200, () => false)) {
    break;
  }
  await sleep(100);
}

let login = null;

test('one signs in through it, and a POST is of the same origin', async () => {
  const origin = `https://${NAME}:${tls_port}`;
  const {password} = desk.accounts.staff['01'];
  const answer = await request('/api/login', {method: 'POST',
    headers: {Origin: origin, 'Content-Type': 'application/json'},
    body: JSON.stringify({number: '01', password})});
  assert.equal(answer.status, 200, answer.text);
  assert.match(answer.headers['strict-transport-security'], /max-age=31536000/);
  login = {cookie: /desk=([0-9a-f]+)/.exec(answer.headers['set-cookie'][0])[1],
    csrf: JSON.parse(answer.text).csrf};
  const headers = {Cookie: `desk=${login.cookie}`, 'X-Token': login.csrf,
    'Content-Type': 'application/json'};
  const body = '{"password":"x","new_password":"x"}';
  const mine = await request('/api/password',
    {method: 'POST', headers: {...headers, Origin: origin}, body});
  assert.equal(JSON.parse(mine.text).field, 'new_password');
  const theirs = await request('/api/password',
    {method: 'POST', headers: {...headers, Origin: 'https://elsewhere.example'}, body});
  assert.equal(JSON.parse(theirs.text).error, 'origin');
});

test('events come through as they happen', async () => {
  const listening = request('/events', {headers: {Cookie: `desk=${login.cookie}`}, ms: 3000});
  await sleep(500);
  desk.sql("INSERT INTO call(called_at_s, reason_code) VALUES (1788878000, 'wish')");
  const {text} = await listening;
  assert.match(text, /"reason_code":"wish"/);
});

test('the calendar comes through to anybody, and is not sent twice', async () => {
  const first = await request('/agenda.ics');
  assert.equal(first.status, 200);
  assert.match(first.text, /^BEGIN:VCALENDAR\r\n/);
  const again = await request('/agenda.ics', {headers: {'If-None-Match': first.headers.etag}});
  assert.equal(again.status, 304);
});

test('NUL bytes, doubtful lengths and strangers are refused', async () => {
  const head = `Host: ${NAME}\r\nConnection: close\r\n`;
  assert.match(await raw(`GET /api/me\0 HTTP/1.1\r\n${head}\r\n`), /^HTTP\/1\.1 400/);
  assert.match(await raw(`GET / HTTP/1.1\r\n${head}X-A: a\0b\r\n\r\n`), /^HTTP\/1\.1 400/);
  assert.match(await raw(`GET /%00 HTTP/1.1\r\n${head}\r\n`), /^HTTP\/1\.1 400/);
  assert.match(await raw(`POST /api/login HTTP/1.1\r\n${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`),
    /^HTTP\/1\.1 400/);
  assert.match(await raw(`GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n`),
    /^HTTP\/1\.1 421/);
});

test('a body beyond all measure is refused there', async () => {
  const answer = await raw(`POST /api/login HTTP/1.1\r\nHost: ${NAME}\r\nConnection: close\r\n` +
    'Content-Length: 10000000\r\n\r\n');
  assert.match(answer, /^HTTP\/1\.1 413/);
});

test('signing in is slowed for each address', async () => {
  const tries = await Promise.all(Array.from({length: 20}, () => request('/api/login',
    {method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{}'})));
  assert.ok(tries.some((answer) => answer.status === 503));
  assert.ok(tries.some((answer) => answer.status !== 503));
});

test('plain HTTP leads to TLS', async () => {
  const answer = await fetch(`http://127.0.0.1:${plain_port}/x`, {redirect: 'manual'});
  assert.equal(answer.status, 308);
  assert.equal(answer.headers.get('location'), 'https://127.0.0.1/x');
});
