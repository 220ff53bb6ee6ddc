// SPDX-License-Identifier: EUPL-1.2
// What the desk's tests share: a house of their own, the desk serving it, browsers, the kiosk.
//
// Every test file works on a copy of one demonstration house (make_house.mjs), at the same moment of
// the same day: Tuesday 8 September 2026, 16:42, when the house is open. From there the clock runs.
// ACCOUNTS says who there is: staff "01" and "02" (concierges; 02 lives in household 0042), "03"
// (coordinator), "10" (organiser), each with pin, card, password; households by number, with pin and
// card; a guest's ticket with number and code.
import assert from 'node:assert/strict';
import {copyFileSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after} from 'node:test';
import {chromium} from 'playwright-core';
import axe from 'axe-core';
import {accounts, ask, AT, BUILD, CHROMIUM, HOUSE, run, serve, SHOTS, signIn} from './serve.mjs';

export * from './serve.mjs';

// The local time `seconds` after another, as --at takes it.
export function atAfter(seconds, at = AT) {
  return new Date(Date.parse(`${at}:00Z`) + seconds * 1000).toISOString().slice(0, 19);
}

// ---- The browser ----

let launched = null;
after(async () => (await launched)?.close());

// A page of the one browser that a test file has, at the desk's own beginning, signed in as login
// (null: not), in a context of its own. context: as Playwright takes it. troubles: where its errors
// are noted, and what its content security policy refused.
export async function openPage(url, login, troubles, context = {}) {
  launched ??= chromium.launch({executablePath: '/usr/bin/chromium', args: CHROMIUM});
  const own = await (await launched).newContext({
    viewport: {width: 1440, height: 960}, locale: 'fr-FR', reducedMotion: 'reduce', ...context,
  });
  if (login !== null) {
    await own.addCookies([{name: 'desk', value: login.cookie, url, secure: true, httpOnly: true,
      sameSite: 'Strict'}]);
  }
  const page = await own.newPage();
  page.setDefaultTimeout(20000);
  page.on('pageerror', (error) => troubles.push(error.stack));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/u.test(message.text())) {
      troubles.push(message.text());
    }
  });
  await page.goto(url);
  await page.waitForSelector(login === null ? 'main h1' : '.side');
  return page;
}

// ---- The residents' screen ----

// Plays a touch script (kiosk/ui/script.h) on a house; a failed expectation fails. at: local time.
export function playKiosk({db, dir, key, at}, script, options = []) {
  const file = join(dir, 'kiosk.touch');
  writeFileSync(file, `${script.trim()}\n`);
  writeFileSync(join(dir, 'kiosk.ini'), `[files]\npin_key = ${key}\n`);
  try {
    run(join(BUILD, 'conciergerie-kiosk'), ['--db', db, '--config', join(dir, 'kiosk.ini'),
      '--window', '1080x1920', '--at', at, '--lang', 'fr', '--script', file, '--shots', dir,
      ...options], {env: {...process.env, SDL_VIDEODRIVER: 'dummy'}, stdio: 'pipe'});
  } catch (error) {
    throw new Error(`on the kiosk: ${error.stdout}${error.stderr}`);
  }
}

// ---- A copy of the demonstration's house ----

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
  const troubles = [];
  const desk = {
    ...server, db: copy, dir, accounts: known, program: join(BUILD, 'conciergerie-desk'),
    sql: (text) => run('sqlite3', ['-cmd', '.timeout 5000', copy, text]).trim(),
    async signIn(number) {
      logins[number] ??= await signIn(server.url, number, known.staff[number].password);
      return logins[number];
    },
    get: async (number, path) => ask(server.url, await desk.signIn(number), path),
    post: async (number, path, body) => ask(server.url, await desk.signIn(number), path, body),
    page: async (number, {lang = 'fr-FR', width = 1440, height = 960, ...context} = {}) =>
      openPage(server.url, number === null ? null : await desk.signIn(number), troubles,
        {locale: lang, viewport: {width, height}, ...context}),
    kiosk(script, options) {
      const at = atAfter(Math.ceil((Date.now() - began) / 1000) + 1);
      playKiosk({db: copy, dir, key: join(dir, 'pin.key'), at}, script, options);
    },
    async stop() {
      const end = await server.stop();
      assert.deepEqual(troubles, []);
      return end;
    },
  };
  return desk;
}

// Waits until a function of the page is true. (Playwright's own waitForFunction evaluates text, which
// the page's content security policy forbids.)
export async function waitUntil(page, isTrue, arg = null, ms = 20000) {
  const end = Date.now() + ms;
  while (!await page.evaluate(isTrue, arg)) {
    assert.ok(Date.now() < end, `still not: ${isTrue} ${arg ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// Opens a page of the desk by its address, in a window where nothing was said or begun before. (By
// way of an empty page: an address that differs in its part behind # alone is lost when the page that
// stands there writes to its history in the same moment.)
export async function load(page, address) {
  await page.goto('about:blank');
  await page.goto(address);
}

// Goes to a page of the desk, or builds it anew: go(page, '#/queue?request_id=611'). Waits until it
// stands there; ready: and until that is to be seen.
export async function go(page, hash, ready = null) {
  await page.evaluate((to) => {
    delete document.body.dataset.shown;
    if (location.hash === to) {
      dispatchEvent(new HashChangeEvent('hashchange', {oldURL: location.href, newURL: location.href}));
    } else {
      location.hash = to;
    }
  }, hash);
  // An answer just given may still lead the page elsewhere first.
  await waitUntil(page, (to) => {
    if (location.hash !== to) {
      location.hash = to;
    }
    return document.body.dataset.shown === to;
  }, hash);
  if (ready !== null) {
    await page.waitForSelector(ready, {state: 'attached'});
  }
}

// Presses, and waits until the page says so; what it said before, in the same words, does not count.
export async function pressOn(page, selector, said) {
  await page.evaluate(() => {
    for (const toast of document.querySelectorAll('.toast')) {
      toast.dataset.old = '';
    }
  });
  await page.click(selector);
  await page.waitForSelector(`.toast:not([data-old]):has-text("${said}")`);
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
  if (!await page.evaluate(() => 'axe' in globalThis)) {
    await page.evaluate(axe.source); // past the page's own policy: the test's, not the page's
  }
  const found = await page.evaluate(() => globalThis.axe.run(document, {resultTypes: ['violations']}));
  return found.violations.map((one) =>
    `${one.id}: ${one.help}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

// The same as an expectation.
export async function assertAccessible(page) {
  assert.deepEqual(await violations(page), []);
}

// Nothing is wider than the window.
export async function assertFits(page, what = 'the page') {
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${what} is ${wide} px wider than its window`);
}

// What people read, with plain spaces.
export async function textOf(page, selector = 'main') {
  return (await page.innerText(selector)).replaceAll(/[\u00a0\u202f]/gu, ' ');
}

// A picture to be looked at.
export async function shot(page, name, options = {}) {
  mkdirSync(SHOTS, {recursive: true});
  await page.screenshot({path: join(SHOTS, `${name}.png`), animations: 'disabled', ...options});
}
