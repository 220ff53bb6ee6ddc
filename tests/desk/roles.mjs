// SPDX-License-Identifier: EUPL-1.2
// Every route, with every role, with and without what a POST must show: exactly the allowed cells
// pass. The routes are asked of the program, so that a new one is in the table by itself.
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {startDesk} from './support.mjs';

const desk = await startDesk({name: 'roles'});
test.after(() => desk.stop());

const ROLES = ['public', 'organiser', 'concierge', 'coordinator'];
const routes = execFileSync(desk.program, ['--routes']).toString().trim().split('\n')
  .map((line) => {
    const [method, path, least, ...flags] = line.split(' ');
    return {method, path, least, has_token: !flags.includes('no-token'),
      type: flags.find((flag) => flag.startsWith('text/')) ?? 'application/json'};
  });
const logins = {
  public: null,
  organiser: await desk.signIn('10'),
  concierge: await desk.signIn('01'),
  coordinator: await desk.signIn('03'),
};

// Refused at the gate, whatever the handler would have said: what the gate says has no "reasons".
async function ask(route, role, {origin = desk.url, token = true} = {}) {
  const login = logins[role];
  const headers = {};
  if (login !== null) {
    headers.Cookie = `desk=${login.cookie}`;
  }
  if (route.method === 'POST') {
    headers['Content-Type'] = route.type;
    if (origin !== null) {
      headers.Origin = origin;
    }
    if (token && login !== null) {
      headers['X-Token'] = token === true ? login.csrf : token;
    }
  }
  const answer = await fetch(desk.url + route.path, {
    method: route.method, headers, body: route.method === 'POST' ? '{"probe":1}' : undefined,
  });
  const body = await answer.json().catch(() => ({}));
  return {status: answer.status, gate: body.reasons === undefined ? body.error : undefined};
}

const signs_out = (route) => route.path === '/api/logout';

test('there are routes', () => {
  assert.ok(routes.length > 4);
  assert.ok(routes.every((route) => ROLES.includes(route.least)));
  assert.deepEqual(routes.filter((route) => route.least === 'public').map((route) => route.path),
    ['/api/login', '/agenda.ics']);
});

for (const route of routes.filter((one) => !signs_out(one))) {
  test(`${route.method} ${route.path}: ${route.least} and above`, async () => {
    for (const role of ROLES) {
      const is_allowed = ROLES.indexOf(role) >= ROLES.indexOf(route.least);
      const {status, gate} = await ask(route, role);
      if (is_allowed) {
        assert.equal(gate, undefined, `${role}: ${status} ${gate}`);
        assert.ok(status < 500, `${role}: ${status}`);
      } else {
        assert.equal(status, role === 'public' ? 401 : 403, role);
        assert.equal(gate, role === 'public' ? 'signed-out' : 'role', role);
      }
      if (route.method !== 'POST' || !is_allowed) {
        continue;
      }
      assert.equal((await ask(route, role, {origin: null})).gate, 'origin');
      assert.equal((await ask(route, role, {origin: 'http://elsewhere.example'})).gate, 'origin');
      assert.equal((await ask(route, role, {origin: 'null'})).gate, 'origin');
      if (route.has_token) {
        assert.equal((await ask(route, role, {token: false})).gate, 'token');
        assert.equal((await ask(route, role, {token: '0'.repeat(32)})).gate, 'token');
        const other = role === 'concierge' ? 'coordinator' : 'concierge';
        assert.equal((await ask(route, role, {token: logins[other].csrf})).gate, 'token');
      }
    }
  });
}

test('a POST route answers no GET, and a GET route no POST', async () => {
  for (const route of routes) {
    const method = route.method === 'GET' ? 'POST' : 'GET';
    const has_both = routes.some((one) => one.path === route.path && one.method === method);
    if (!has_both) {
      assert.equal((await ask({...route, method}, 'coordinator')).status, 404, route.path);
    }
  }
});

test('events are for who is signed in', async () => {
  assert.equal((await fetch(`${desk.url}/events`)).status, 401);
});

test('whoever signs out is out, with every route', async () => {
  await ask(routes.find(signs_out), 'coordinator');
  for (const route of routes.filter((one) => one.least !== 'public')) {
    assert.equal((await ask(route, 'coordinator', {token: false})).status, 401, route.path);
  }
});
