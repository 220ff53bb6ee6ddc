// SPDX-License-Identifier: EUPL-1.2
// Whatever somebody signed in sends, to whatever route, is answered or refused: the desk never
// fails, never ends, and the database is whole afterwards. The same chances every time.
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {BUILD, HERE, run} from './serve.mjs';
import {startDesk} from './support.mjs';

const ASKED = 4000;
const STAFF = ['01', '03', '10'];
// Passwords stay, and nobody signs out: the rest would be refused at the gate.
const LEFT_OUT = /^\/api\/(login|logout|.*password.*|.*pin.*)$/;

const desk = await startDesk({name: 'wild'});
test.after(() => desk.stop());

// ---- Chance ----

let seed = 7;
const chance = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const below = (n) => Math.floor(chance() * n);
const one = (list) => list[below(list.length)];

// ---- What is sent: the fields that each file of the desk reads, asked of its source ----

const sources = readdirSync(join(HERE, '../../kiosk/desk')).filter((name) => name.endsWith('.c'))
  .map((name) => readFileSync(join(HERE, '../../kiosk/desk', name), 'utf8'));
const FIELD = /field_(int|bool|text|time|count)\([^,]+, "([a-z_]+)/g;
const fields_of = (path) => {
  const source = sources.find((text) => text.includes(`"${path}"`)) ?? '';
  return [...source.matchAll(FIELD)].map(([, kind, name]) => ({kind, name}));
};
const words = [...new Set(sources.flatMap((text) => [...text.matchAll(/"([a-z][a-z-]{1,20})"/g)])
  .map(([, word]) => word))];

const usual = {
  int: () => below(one([3, 30, 3000])),
  bool: () => chance() < 0.5,
  text: () => one([one(words), 'Un mot', '09:00', '06 12 34 56 78']),
  time: () => `2026-${one(['08', '09', '10', '12'])}-${String(1 + below(28)).padStart(2, '0')}`
    + one(['', 'T09:00', 'T14:30', 'T02:30']),
  count: () => [],
};
const wild = () => one([-5, Number.MAX_SAFE_INTEGER, 1e300, 0.5, null, true, '', 'é'.repeat(400), '\0x',
  '\u202e<script>', '2026-02-30', [1, [2]], {a: {b: 1}}]);
const body_for = (route) => Object.fromEntries(route.fields.filter(() => chance() < 0.9)
  .map(({kind, name}) => [name, chance() < 0.9 ? usual[kind]() : wild()]));

const FILES = ['', 'a;b\n1;2\n', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', '\0\x01'];
const NOT_OBJECTS = ['', '[]', '{', '{"a":1}{', '"x"', '{"a":1e999}'];
const routes = execFileSync(desk.program, ['--routes']).toString().trim().split('\n')
  .map((line) => {
    const [method, path, , ...flags] = line.split(' ');
    const file_type = flags.find((flag) => flag.startsWith('text/'));
    return {method, path, file_type, fields: fields_of(path)};
  })
  .filter((route) => !LEFT_OUT.test(route.path));

const in_address = (route, body) => `${desk.url}${route.path}?` + Object.entries(body)
  .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');

function send(route, login) {
  const body = body_for(route);
  const headers = {Cookie: `desk=${login.cookie}`};
  if (route.method === 'GET') {
    return fetch(in_address(route, body), {headers});
  }
  Object.assign(headers, {Origin: desk.url, 'X-Token': login.csrf,
    'Content-Type': route.file_type ?? 'application/json'});
  if (route.file_type !== undefined) {
    return fetch(in_address(route, body), {method: 'POST', headers, body: one(FILES)});
  }
  const sent = chance() < 0.03 ? one(NOT_OBJECTS) : JSON.stringify(body);
  return fetch(desk.url + route.path, {method: 'POST', headers, body: sent});
}

test('whatever is sent is answered or refused, and the database stays whole', async () => {
  const counts = {};
  const logins = await Promise.all(STAFF.map((number) => desk.signIn(number)));
  for (let i = 0; i < ASKED; i++) {
    const route = one(routes);
    const who = below(STAFF.length);
    const answer = await send(route, logins[who]);
    const text = await answer.text();
    assert.ok(answer.status < 500, `${route.method} ${route.path}: ${answer.status} ${text}`);
    counts[answer.status] = (counts[answer.status] ?? 0) + 1;
  }
  // It came past the gate, and moved things.
  assert.ok(counts[200] > ASKED / 10 && counts[400] > 0 && counts[404] > 0 && counts[409] > 0,
    JSON.stringify(counts));
  assert.equal(run(join(BUILD, 'conciergerie'), ['check', '--db', desk.db]).trim(), 'Whole.');
});
