// SPDX-License-Identifier: EUPL-1.2
// The small house of the touch tests, with its desk, for tests in a browser that name its rows:
// tests/ui/fixture.sql, fixture_staff.sql and what tests/desk/fixture.sql adds. It is made in a
// moment, fresh for each test, and may be given rows of its own.
//
//   const desk = await startSmall(t);           // Tuesday 8 September 2026, 16:42
//   const page = await desk.open('01');         // Nadia's browser: she signs in by the form
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
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {AT, BUILD, CHROMIUM, HERE, ask, serve, signIn as login, violations} from './support.mjs';

export {go, scan, shot, waitUntil} from './support.mjs';

export const PASSWORD = 'concierge de test';

// What tests/ui/fixture.c prints: "household 0412, Lucie: card C1…, PIN 246813".
const CARDS = /^(.+): card (C1[0-9A-Z]{28}),/gmu;

// ---- The house ----

function read(name) {
  return readFileSync(join(HERE, '..', name), 'utf8');
}

// parts: further files of tests/; sql: run behind them. {dir, db, key, accounts}
function makeHouse(t, {parts = [], sql = ''}) {
  const dir = mkdtempSync(join(tmpdir(), 'desk-'));
  t.after(() => rmSync(dir, {recursive: true, force: true}));
  const house = {dir, db: join(dir, 'house.db'), key: join(dir, 'pin.key')};
  const files = ['ui/fixture.sql', 'ui/fixture_staff.sql', 'desk/fixture.sql', ...parts];
  writeFileSync(join(dir, 'house.sql'), `${files.map(read).join('\n')}\n${sql}`);
  house.accounts = execFileSync(join(BUILD, 'tests/ui/ui_fixture'),
    [house.db, house.key, join(dir, 'house.sql')], {encoding: 'utf8'});
  return house;
}

// The code of a card: cardOf(desk.house, 'household 0412').
export function cardOf(house, who) {
  for (const [, what, code] of house.accounts.matchAll(CARDS)) {
    if (what.includes(who)) {
      return code;
    }
  }
  throw new Error(`no card of ${who} in:\n${house.accounts}`);
}

// ---- Its desk ----

class Small {
  constructor(t, house) {
    this.t = t;
    this.house = house;
    this.db = house.db;
    this.browser = null;
  }

  // port: of a server that is started anew under the same address.
  async start({at = AT, port = 0, args = []} = {}) {
    this.server = await serve(this.db, ['--at', at, '--pin-key', this.house.key,
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
    const text = execFileSync('sqlite3', ['-json', '-cmd', '.timeout 3000', this.db, statement],
      {encoding: 'utf8'});
    return text.trim() === '' ? [] : JSON.parse(text);
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
    execFileSync('sqlite3', ['-cmd', '.timeout 3000', this.db,
      `PRAGMA foreign_keys = ON; ${statement}`]);
  }

  // ---- The residents' screen ----

  // Plays a touch script (kiosk/ui/script.h) on the same house; a failed expectation fails.
  kiosk(script, {at = '2026-09-08T16:43', lang = 'fr', options = []} = {}) {
    const file = join(this.house.dir, 'script.touch');
    const config = join(this.house.dir, 'kiosk.ini');
    writeFileSync(file, `${script}\n`);
    writeFileSync(config, `[files]\npin_key = ${this.house.key}\n`);
    try {
      execFileSync(join(BUILD, 'conciergerie-kiosk'), ['--db', this.db, '--config', config,
        '--window', '1080x1920', '--at', at, '--lang', lang, '--script', file,
        '--shots', this.house.dir, ...options],
      {encoding: 'utf8', stdio: 'pipe', env: {...process.env, SDL_VIDEODRIVER: 'dummy'}});
    } catch (error) {
      assert.fail(`the screen: ${error.stdout}${error.stderr}`);
    }
  }

  // ---- Who works there ----

  // A browser of its own at the page that asks for number and password.
  async visit(options = {}) {
    this.browser ??= await chromium.launch({executablePath: '/usr/bin/chromium', args: CHROMIUM});
    const context = await this.browser.newContext({
      viewport: {width: 1440, height: 960}, locale: 'fr-FR', reducedMotion: 'reduce', ...options,
    });
    const page = await context.newPage();
    const troubles = [];
    page.setDefaultTimeout(20000);
    page.on('pageerror', (error) => troubles.push(error.stack));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/u.test(message.text())) {
        troubles.push(message.text());
      }
    });
    this.t.after(() => assert.deepEqual(troubles, []));
    await page.goto(this.url);
    await page.waitForSelector('main h1');
    return page;
  }

  // The same, signed in.
  async open(number = '01', options = {}) {
    const page = await this.visit(options);
    await signIn(page, number);
    return page;
  }

  // Without a browser: {get(path), post(path, body)}, each giving {status, body}.
  async client(number = '01') {
    const signed = await login(this.url, number, PASSWORD);
    return {
      get: (path) => ask(this.url, signed, path),
      post: (path, body = {}) => ask(this.url, signed, path, body),
    };
  }
}

// parts, sql: see makeHouse; at, args: of the server.
export async function startSmall(t, {at = AT, args = [], ...house} = {}) {
  const desk = new Small(t, makeHouse(t, house));
  t.after(async () => {
    await desk.browser?.close();
    await desk.stop();
  });
  await desk.start({at, args});
  return desk;
}

export async function signIn(page, number = '01', password = PASSWORD) {
  await page.fill('#number', number);
  await page.fill('#password', password);
  await page.click('[type=submit]');
  await page.waitForSelector('.side');
}

// ---- In a page ----

// axe-core finds nothing against WCAG or good practice.
export async function assertAccessible(page) {
  assert.deepEqual(await violations(page), []);
}

// Nothing is wider than the window.
export async function assertFits(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth -
    document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the page is ${wide} px wider than its window`);
}

// The text of what a selector finds, as people read it, with plain spaces.
export async function textOf(page, selector = 'main') {
  return (await page.innerText(selector)).replaceAll(/[\u00a0\u202f]/gu, ' ');
}
