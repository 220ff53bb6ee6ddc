// SPDX-License-Identifier: EUPL-1.2
// Plays the desk's page on a demonstration house, in a browser without a display:
//   node deploy/demo.d/desk.mjs FOLDER AT < accounts
// Nadia signs in with her temporary password, changes it, looks at every page, says yes to what a
// resident asked, takes it back, and finds it again by its number. Lucie, an organiser, signs in and
// proposes another date for one of her association's, which waits for Nadia. Pictures desk-*.png
// land in FOLDER/shots. Exits 1 when something expected did not show. BUILD has the programs.
import assert from 'node:assert/strict';
import {copyFileSync, readFileSync, rmSync} from 'node:fs';
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {chromium} from '../../tests/desk/node_modules/playwright-core/index.mjs';
import {CHROMIUM, serve} from '../../tests/desk/serve.mjs';

const [folder, at] = process.argv.slice(2);
const accounts = readFileSync(0, 'utf8');
const db = join(folder, 'play', 'desk.db');
copyFileSync(join(folder, 'demo.db'), db);
const sql = (statement) => execFileSync('sqlite3', ['-cmd', '.timeout 3000', db, statement], {encoding: 'utf8'}).trim();

const desk = await serve(db, ['--at', at, '--pin-key', join(folder, 'pin.key')]);
const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: CHROMIUM});
const page = await browser.newPage({viewport: {width: 1440, height: 960}, locale: 'fr-FR'});
page.setDefaultTimeout(30000);
page.on('pageerror', (error) => { throw error; });
const shot = (name) => page.screenshot({path: join(folder, 'shots', `desk-${name}.png`)});

// With the temporary password, which the page has changed at once.
async function signIn(number) {
  const password = new RegExp(`^(?:staff|organiser) +${number} .*password (\\S+)`, 'mu').exec(accounts)[1];
  await page.goto(desk.url);
  await page.fill('#number', number);
  await page.fill('#password', password);
  await shot('sign-in');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#new');
  await shot('first-password');
  await page.fill('#old', password);
  await page.fill('#new', 'trois mots faciles');
  await page.fill('#again', 'trois mots faciles');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#nav a');
}
await signIn('01');

const links = await page.$$eval('#nav a', (all) => all.map((link) => link.getAttribute('href')));
assert.ok(links.length >= 10, `pages: ${links}`);
for (const link of links) {
  await page.goto(`${desk.url}/${link}`);
  await page.waitForSelector(`body[data-shown="${link}"]`);
  await shot(link.slice(2).replaceAll('/', '-'));
}

// A resident's wish, decided and taken back.
const [id, number] = sql(`SELECT s.request_id, t.number FROM request_state AS s
  JOIN ticket AS t ON t.request_id = s.request_id AND t.is_live = 1
  WHERE s.kind = 'loan' AND s.state = 'asked' AND s.is_danger = 0
  ORDER BY s.rank_s LIMIT 1`).split('|');
const state = () => sql(`SELECT state FROM request_state WHERE request_id = ${id}`);
const until = async (expected) => {
  for (let i = 0; i < 100 && state() !== expected; i++) {
    await page.waitForTimeout(100);
  }
  assert.equal(state(), expected);
};
await page.goto(`${desk.url}/#/queue?request_id=${id}`);
await page.getByRole('button', {name: 'Oui, réserver'}).waitFor();
await shot('card');
await page.keyboard.press('Alt+o');
await until('reserved');
await shot('decided');
await page.getByRole('button', {name: 'Annuler'}).first().click();
await until('asked');
await page.fill('#search', number);
await page.keyboard.press('Enter');
await page.locator('main').getByText(`${number.slice(0, 3)}\u00a0${number.slice(3)}`).first().waitFor();
await shot('found');

// An association's own dates.
await page.click('#sign-out');
await page.click('dialog .main, dialog .danger');
await page.waitForSelector('#number');
await signIn('10');
await page.waitForSelector('#rule');
await shot('organiser');
const own = sql(`SELECT x.request_id FROM session AS x JOIN activity AS a ON a.id = x.activity_id
  JOIN staff AS f ON f.partner_id = a.partner_id AND f.number = '10'
  JOIN request_state AS s ON s.request_id = x.request_id AND s.state = 'published'
  WHERE x.starts_s > unixepoch('${at}') ORDER BY x.starts_s LIMIT 1`);
await page.goto(`${desk.url}/#/agenda?session_id=${own}`);
await page.click('#act-move');
await page.fill('#from', '09:00');
await page.fill('#to', '11:00');
await page.click('#session-form [type=submit]');
await page.waitForSelector('[id^=withdraw-]');
await shot('organiser-proposed');
assert.equal(sql(`SELECT count(*) FROM request_state WHERE kind = 'amendment' AND waits = 1
  AND session_id = ${own}`), '1');

await browser.close();
const {code} = await desk.stop();
assert.equal(code, 0);
rmSync(db);
console.log(`the desk played: ${links.length} pages, a decision and its undo, an organiser's proposal`);
