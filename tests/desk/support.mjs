// SPDX-License-Identifier: EUPL-1.2
// What the desk's tests share: a house of their own, the desk serving it, browsers, the kiosk.
//
// Every test file works on a copy of one demonstration house (make_house.mjs), at the same moment of
// the same day: Tuesday 8 September 2026, 16:42, when the house is open. From there the clock runs.
// ACCOUNTS says who there is: staff "01" and "02" (concierges; 02 lives in household 0042), "03"
// (coordinator), "10" (organiser), each with pin, card, password; households by number, with pin and
// card; a guest's ticket with number and code.
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import axe from 'axe-core';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const BUILD = process.env.BUILD ?? join(HERE, '../../build/tests');
export const AT = '2026-09-08T16:42';
export const HOUSE = join(BUILD, 'desk', 'house');
export const SHOTS = join(BUILD, 'desk', 'shots');
export const CHROMIUM = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const accounts = () => JSON.parse(readFileSync(join(HOUSE, 'accounts.json'), 'utf8'));

// The local time `seconds` after AT, as --at takes it.
function atAfter(seconds) {
  return new Date(Date.parse(`${AT}:00Z`) + seconds * 1000).toISOString().slice(0, 19);
}

function run(program, args, options = {}) {
  return execFileSync(program, args, {encoding: 'utf8', maxBuffer: 1 << 26, ...options});
}

// Serves a database until stopped: {url, port, pid, stop()}.
export function serve(db, args = []) {
  const child = spawn(join(BUILD, 'conciergerie-desk'), ['--db', db, '--listen', '127.0.0.1:0', ...args],
    {stdio: ['ignore', 'pipe', 'pipe']});
  let log = '';
  child.stderr.on('data', (data) => { log += data; });
  const ended = new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve({code, signal, log}));
  });
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  process.on('exit', () => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    // The first line says where it listens; it may come in pieces.
    createInterface({input: child.stdout}).once('line', (line) => {
      const url = line.trim().replace(/\/$/, '');
      resolve({url, port: Number(new URL(url).port), pid: child.pid, stop, log: () => log});
    });
    ended.then((end) => reject(new Error(`the desk ended: ${end.code} ${end.log}`)));
  });
}

// Signs in as a browser would, without one: {cookie, csrf, set_cookie}.
export async function signIn(url, number, password) {
  const answer = await fetch(`${url}/api/login`, {
    method: 'POST',
    headers: {Origin: url, 'Content-Type': 'application/json'},
    body: JSON.stringify({number, password}),
  });
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(`signing in as ${number}: ${JSON.stringify(body)}`);
  }
  const set_cookie = answer.headers.get('set-cookie');
  return {cookie: /desk=([0-9a-f]+)/.exec(set_cookie)[1], csrf: body.csrf, set_cookie};
}

// GET or, with a body, POST as whoever is signed in: {status, body}.
export async function ask(url, login, path, body) {
  const headers = {Cookie: `desk=${login.cookie}`};
  if (body !== undefined) {
    Object.assign(headers,
      {Origin: url, 'X-Token': login.csrf, 'Content-Type': 'application/json'});
  }
  const answer = await fetch(url + path, {
    method: body === undefined ? 'GET' : 'POST', headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return {status: answer.status, body: await answer.json()};
}

// A house named after the test, and the desk that serves it. db: another database than the
// demonstration's. What it gives:
//   url, port, pid, db, dir, program, accounts
//   sql(text)              what sqlite3 prints, lines as they are
//   signIn(number)         once a number: {cookie, csrf, set_cookie}
//   get(number, path), post(number, path, body): {status, body}
//   page(number, {lang, width, height, bypassCSP}): a browser's page, signed in, at "/"; closed by stop()
//   kiosk(script, options) plays a touch script on the same house; throws what did not show. Give
//                          lines of kiosk/ui/script.h; options as on its command line
//   stop()                 {code, log}
export async function startDesk({name, db = join(HOUSE, 'demo.db'), args = []}) {
  const dir = join(BUILD, 'desk', name);
  rmSync(dir, {recursive: true, force: true});
  mkdirSync(dir, {recursive: true});
  const copy = join(dir, 'house.db');
  copyFileSync(db, copy);
  copyFileSync(join(HOUSE, 'pin.key'), join(dir, 'pin.key'));
  const began = Date.now();
  const server = await serve(copy, ['--at', AT, '--pin-key', join(dir, 'pin.key'), ...args]);
  const known = accounts();
  const logins = {};
  let browser = null;
  const desk = {
    ...server, db: copy, dir, accounts: known, program: join(BUILD, 'conciergerie-desk'),
    sql: (text) => run('sqlite3', ['-cmd', '.timeout 5000', copy, text]).trim(),
    async signIn(number) {
      logins[number] ??= await signIn(server.url, number, known.staff[number].password);
      return logins[number];
    },
    get: async (number, path) => ask(server.url, await desk.signIn(number), path),
    post: async (number, path, body) => ask(server.url, await desk.signIn(number), path, body),
    async page(number, {lang = 'fr', width = 1440, height = 960, bypassCSP = false} = {}) {
      browser ??= await chromium.launch({executablePath: '/usr/bin/chromium', args: CHROMIUM});
      const context = await browser.newContext({viewport: {width, height}, locale: lang, bypassCSP,
        reducedMotion: 'reduce'});
      if (number !== null) {
        const {cookie} = await desk.signIn(number);
        await context.addCookies([{name: 'desk', value: cookie, url: server.url, secure: true,
          httpOnly: true, sameSite: 'Strict'}]);
      }
      const page = await context.newPage();
      page.setDefaultTimeout(15000);
      page.on('pageerror', (error) => { throw error; });
      await page.goto(`${server.url}/`);
      return page;
    },
    kiosk(script, options = []) {
      const file = join(dir, 'kiosk.touch');
      writeFileSync(file, `${script.trim()}\n`);
      writeFileSync(join(dir, 'kiosk.ini'), `[files]\npin_key = ${join(dir, 'pin.key')}\n`);
      const at = atAfter(Math.ceil((Date.now() - began) / 1000) + 1);
      try {
        run(join(BUILD, 'conciergerie-kiosk'), ['--db', copy, '--config', join(dir, 'kiosk.ini'),
          '--window', '1080x1920', '--at', at, '--lang', 'fr', '--script', file, '--shots', dir,
          ...options], {env: {...process.env, SDL_VIDEODRIVER: 'dummy'}, stdio: 'pipe'});
      } catch (error) {
        throw new Error(`on the kiosk: ${error.stderr}`);
      }
    },
    async stop() {
      await browser?.close();
      return server.stop();
    },
  };
  return desk;
}

// Waits until a function of the page is true. (Playwright's own waitForFunction evaluates text, which
// the page's content security policy forbids.)
export async function waitUntil(page, isTrue, arg = null, ms = 20000) {
  const end = Date.now() + ms;
  while (!await page.evaluate(isTrue, arg)) {
    assert.ok(Date.now() < end, `still not: ${isTrue}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// Goes to a page of the desk, or builds it anew: go(page, '#/queue?request_id=611'). Waits until it
// stands there.
export async function go(page, hash) {
  await page.evaluate((to) => {
    delete document.body.dataset.shown;
    if (location.hash === to) {
      dispatchEvent(new HashChangeEvent('hashchange', {oldURL: location.href, newURL: location.href}));
    } else {
      location.hash = to;
    }
  }, hash);
  await waitUntil(page, (to) => document.body.dataset.shown === to, hash);
}

// A scanner's burst: keys as fast as a machine types them. US keyboard, capitals with Shift. The keys
// carry their own times; the page's timers wait meanwhile, so that a busy machine tears no burst.
export async function scan(page, code) {
  await page.evaluate(() => {
    const {setTimeout} = globalThis;
    globalThis.setTimeout = (act, ms, ...rest) => setTimeout(act, ms + 5000, ...rest);
    globalThis.endScan = () => { globalThis.setTimeout = setTimeout; };
  });
  const cdp = await page.context().newCDPSession(page);
  const began_s = Date.now() / 1000;
  const send = (type, key, i) => {
    const isLetter = /[A-Z]/u.test(key);
    const isEnter = key === 'Enter';
    return cdp.send('Input.dispatchKeyEvent', {
      type, key, timestamp: began_s + i * 0.004, text: isEnter ? '\r' : key,
      code: isEnter ? 'Enter' : isLetter ? `Key${key}` : `Digit${key}`,
      windowsVirtualKeyCode: isEnter ? 13 : key.charCodeAt(0), modifiers: isLetter ? 8 : 0,
    });
  };
  const sent = [];
  for (const [i, key] of [...code, 'Enter'].entries()) {
    sent.push(send('keyDown', key, i), send('keyUp', key, i));
  }
  await Promise.all(sent);
  await cdp.detach();
  await page.evaluate(() => globalThis.endScan());
}

// The violations that axe-core finds, a line each.
export async function violations(page) {
  await page.evaluate(axe.source); // past the page's own policy: the test's, not the page's
  const found = await page.evaluate(() => globalThis.axe.run(document));
  return found.violations.map((one) =>
    `${one.id}: ${one.help}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

// A picture to be looked at.
export async function shot(page, name, options = {}) {
  mkdirSync(SHOTS, {recursive: true});
  await page.screenshot({path: join(SHOTS, `${name}.png`), animations: 'disabled', ...options});
}
