// SPDX-License-Identifier: EUPL-1.2
// The small house of the touch tests, with its desk, for tests in a browser that name its rows:
// tests/ui/fixture.sql, fixture_staff.sql and what tests/desk/fixture.sql adds. It is made in a
// moment, fresh for each test, and may be given rows of its own.
//
//   const desk = await startSmall(t);           // Tuesday 8 September 2026, 16:42
//   const page = await desk.open('01');         // Nadia's browser, signed in
//   await page.click('text=Oui, réserver');
//   await desk.until('SELECT state FROM request_state WHERE request_id = 611', 'reserved');
//   await assertAccessible(page);
//   await shot(page, 'queue');                  // support.mjs: look at it
//   desk.kiosk('tap "Suivre ma demande"…');     // and on the residents' screen
//
// Staff 01 Nadia, 02 Karim (household 0507 is his own), 03 Inès, coordinator, 10 Lucien, organiser;
// the password of all is PASSWORD. Everything ends with the test t. A page's script error, or
// something that its content security policy refused, fails the test.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {AT, atAfter, BUILD, HERE, ask, openPage, playKiosk, run, serve, signIn as login} from './support.mjs';

export const PASSWORD = 'concierge de test';

// What tests/ui/fixture.c prints: "household 0412, Lucie: card C1…, PIN 246813".
const CARDS = /^household (\d{4}),.*: card (C1[0-9A-Z]{28}),/gmu;

function read(name) {
  return readFileSync(join(HERE, '..', name), 'utf8');
}

// parts: further files of tests/; sql: run behind them. {dir, db, key, cards: codes by household}
function makeHouse(t, {parts = [], sql = ''}) {
  const dir = mkdtempSync(join(tmpdir(), 'desk-'));
  t.after(() => rmSync(dir, {recursive: true, force: true}));
  const house = {dir, db: join(dir, 'house.db'), key: join(dir, 'pin.key')};
  const files = ['ui/fixture.sql', 'ui/fixture_staff.sql', 'desk/fixture.sql', ...parts];
  writeFileSync(join(dir, 'house.sql'), `${files.map(read).join('\n')}\n${sql}`);
  const printed = run(join(BUILD, 'tests/ui/ui_fixture'),
    [house.db, house.key, join(dir, 'house.sql')], {stdio: 'pipe'});
  house.cards = Object.fromEntries([...printed.matchAll(CARDS)].map(([, number, code]) => [number, code]));
  return house;
}

class Small {
  constructor(house) {
    Object.assign(this, house);
    this.troubles = [];
    this.began = Date.now();
  }

  // port: of a server that is started anew under the same address.
  async start({at = AT, port = 0, args = []} = {}) {
    this.at = at;
    this.server = await serve(this.db, ['--at', at, '--pin-key', this.key,
      '--listen', `127.0.0.1:${port}`, ...args]);
    this.url = this.server.url;
    this.port = this.server.port;
  }

  // Ends it, and fails if it did not end well.
  async stop() {
    const {server} = this;
    this.server = null;
    const end = await server?.stop();
    assert.ok(end === undefined || end.code === 0, `the desk ended: ${JSON.stringify(end)}`);
  }

  // ---- The database, from outside ----

  // As objects.
  rows(statement) {
    return JSON.parse(run('sqlite3', ['-json', '-cmd', '.timeout 3000', this.db, statement]).trim() || '[]');
  }

  // The first column of the only row.
  value(statement) {
    const found = this.rows(statement);
    assert.equal(found.length, 1, `${found.length} rows: ${statement}`);
    return Object.values(found[0])[0];
  }

  // Waits until a statement gives that value: what the page has just sent.
  async until(statement, expected, ms = 15000) {
    const end = Date.now() + ms;
    for (;;) {
      const found = this.rows(statement).map((row) => Object.values(row)[0])[0];
      if (found === expected) {
        return;
      }
      if (Date.now() > end) {
        assert.equal(found, expected, statement);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  // Writes, as another program would.
  exec(statement) {
    run('sqlite3', ['-cmd', '.timeout 3000', this.db, `PRAGMA foreign_keys = ON; ${statement}`]);
  }

  // ---- Who is there ----

  // The residents' screen, a little later (support.mjs: playKiosk).
  kiosk(script, options) {
    const at = atAfter(Math.ceil((Date.now() - this.began) / 1000) + 1, this.at);
    playKiosk({db: this.db, dir: this.dir, key: this.key, at}, script, options);
  }

  // A browser's page that asks for number and password.
  async visit(context = {}) {
    return openPage(this.url, null, this.troubles, context);
  }

  // The same, signed in. context: as Playwright takes it.
  async open(number = '01', context = {}) {
    return openPage(this.url, await login(this.url, number, PASSWORD), this.troubles, context);
  }

  // Without a browser: {get(path), post(path, body)}, each giving {status, body}.
  async client(number = '01') {
    const signed = await login(this.url, number, PASSWORD);
    return {
      get: (path) => ask(this.url, signed, path),
      post: (path, body = {}) => ask(this.url, signed, path, body),
    };
  }

  // The same, signing in for this once.
  get = async (number, path) => (await this.client(number)).get(path);
  post = async (number, path, body) => (await this.client(number)).post(path, body);
}

// parts, sql: see makeHouse; at, args: of the server.
export async function startSmall(t, {at = AT, args = [], ...house} = {}) {
  const desk = new Small(makeHouse(t, house));
  t.after(async () => {
    await desk.stop();
    assert.deepEqual(desk.troubles, []);
  });
  await desk.start({at, args});
  return desk;
}

// By the form.
export async function signIn(page, number = '01', password = PASSWORD) {
  await page.fill('#number', number);
  await page.fill('#password', password);
  await page.click('[type=submit]');
  await page.waitForSelector('.side');
}
