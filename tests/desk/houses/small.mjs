// SPDX-License-Identifier: EUPL-1.2
// The small house of the screens' tests (tests/ui/fixture.sql, fixture_staff.sql), served by the
// desk: its ids are known and stay. Staff 01 Nadia, 02 Karim, 03 a coordinator, 10 an organiser of
// partner 1, with the passwords of the demonstration's house.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {BUILD, HERE, HOUSE, startDesk, violations} from '../support.mjs';

const STAFF = `
INSERT INTO staff(id, number, first_name, role, partner_id) VALUES
    (3, '03', 'Inès', 'coordinator', NULL), (4, '10', 'Lucien', 'organiser', 1);
INSERT INTO household_contact(household_id, family_name, address, phone) VALUES
    (1, 'Darettier', '7 allée Ampère', '06 39 98 04 12'), (2, 'Selanouk', '9 allée Ampère', ''),
    (3, 'Abelawska', '2 rue Volta', '06 39 98 06 08');`;

function sqlite(db, statement, options = []) {
  return execFileSync('sqlite3', [...options, '-cmd', '.timeout 3000', db, statement],
    {encoding: 'utf8'}).trim();
}

function build(dir, sql) {
  const db = join(dir, 'small.db');
  const read = (name) => readFileSync(join(HERE, '../ui', name), 'utf8');
  writeFileSync(join(dir, 'small.sql'),
    `${read('fixture.sql')}\n${read('fixture_staff.sql')}\n${STAFF}\n${sql}`);
  const printed = execFileSync(join(BUILD, 'tests/ui/ui_fixture'),
    [db, join(dir, 'key'), join(dir, 'small.sql')], {encoding: 'utf8', stdio: 'pipe'});
  sqlite(db, `ATTACH '${join(HOUSE, 'demo.db')}' AS demo;
    INSERT INTO password(staff_id, hash, set_at_s, is_temporary)
    SELECT own.id, p.hash, p.set_at_s, 0 FROM demo.password AS p
    JOIN demo.staff AS theirs ON theirs.id = p.staff_id
    JOIN main.staff AS own ON own.number = theirs.number;`);
  // "household 0608, Rosa: card C1…, PIN …"
  const cards = Object.fromEntries([...printed.matchAll(/household (\d{4}),.*card (\w+)/gu)]
    .map(([, number, code]) => [number, code]));
  return {db, cards};
}

// Ends with the test t. What it gives beside startDesk's:
//   rows(statement), value(statement): from outside, as sqlite3 sees the house
//   cards: codes of the households' cards, by number
//   until(statement, value): waits until a statement gives that
//   open(number, {width, height}): a browser's page, signed in
export async function startSmallHouse(t, {name, sql = '', args = []}) {
  const dir = mkdtempSync(join(tmpdir(), 'small-'));
  t.after(() => rmSync(dir, {recursive: true, force: true}));
  const {db, cards} = build(dir, sql);
  const desk = await startDesk({name, db, args});
  t.after(async () => assert.equal((await desk.stop()).code, 0));
  const rows = (statement) => JSON.parse(sqlite(desk.db, statement, ['-json']) || '[]');
  const first = (statement) => {
    const [row] = rows(statement);
    return row === undefined ? undefined : Object.values(row)[0];
  };
  return {
    ...desk, cards, rows, value: first,
    exec: (statement) => sqlite(desk.db, statement),
    async until(statement, expected) {
      for (let i = 0; i < 100 && first(statement) !== expected; i++) {
        await new Promise((resolve) => { setTimeout(resolve, 100); });
      }
      assert.equal(first(statement), expected, statement);
    },
    async open(number, options) {
      const page = await desk.page(number, {lang: 'fr-FR', ...options});
      await page.waitForSelector('.side');
      return page;
    },
  };
}

// To a page of the desk, once it stands there. ready: what is to be seen then.
export async function go(page, hash, ready = 'main h1') {
  await page.evaluate((to) => {
    document.querySelector('main').replaceChildren();
    location.hash = to === location.hash ? `${to}&again=1` : to;
  }, hash);
  await page.waitForSelector(ready, {state: 'attached'});
}

export async function assertAccessible(page) {
  assert.deepEqual(await violations(page), []);
}

// Nothing is wider than the window.
export async function assertFits(page) {
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the page is ${wide} px wider than its window`);
}

// What people read, with plain spaces.
export async function textOf(page, selector = 'main') {
  return (await page.innerText(selector)).replaceAll(/[\u00a0\u202f]/gu, ' ');
}
