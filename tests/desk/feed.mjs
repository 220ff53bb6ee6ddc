// SPDX-License-Identifier: EUPL-1.2
// The agenda as a calendar: anybody may read it, and whoever has it already is told so; its address on
// the agenda's page.
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {assertAccessible, go, shot, startDesk} from './support.mjs';

const desk = await startDesk({name: 'feed'});
test.after(() => desk.stop());
const feed = (query = '', options = {}) => fetch(`${desk.url}/agenda.ics${query}`, options);
const events = (text) => text.split('BEGIN:VEVENT').length - 1;
const partner = Number(desk.sql(`SELECT a.partner_id FROM session AS x
  JOIN activity AS a ON a.id = x.activity_id WHERE a.partner_id IS NOT NULL
  GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`));

test('the whole agenda is read without signing in, as a calendar', async () => {
  const answer = await feed();
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8');
  assert.equal(answer.headers.get('cache-control'), 'no-cache');
  assert.equal(answer.headers.get('set-cookie'), null);
  const text = await answer.text();
  assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*\r\nEND:VCALENDAR\r\n$/u);
  assert.ok(events(text) > 100);
});

test('whoever has it is told that nothing changed, until something does', async () => {
  const etag = (await feed()).headers.get('etag');
  assert.match(etag, /^"[0-9a-f]{32}"$/u);
  for (const known of [etag, `W/${etag}`, `"0", ${etag}`]) {
    const again = await feed('', {headers: {'If-None-Match': known}});
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    assert.equal(again.headers.get('etag'), etag);
  }
  assert.equal((await feed('', {headers: {'If-None-Match': '"0"'}})).status, 200);
  desk.sql("UPDATE activity SET title = 'Autre', sequence = sequence + 1 WHERE id = 1");
  assert.equal((await feed('', {headers: {'If-None-Match': etag}})).status, 200);
});

test('HEAD asks as GET does, here and elsewhere', async () => {
  const answer = await feed('', {method: 'HEAD'});
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8');
  assert.equal(answer.headers.get('etag'), (await feed()).headers.get('etag'));
  assert.equal(await answer.text(), '');
  assert.equal((await feed('', {method: 'HEAD', headers: {'If-None-Match':
    answer.headers.get('etag')}})).status, 304);
  assert.equal((await fetch(desk.url, {method: 'HEAD'})).status, 200);
  assert.equal((await fetch(`${desk.url}/health`, {method: 'HEAD'})).status, 200);
  assert.equal((await fetch(`${desk.url}/api/me`, {method: 'HEAD'})).status, 401);
  assert.equal((await fetch(`${desk.url}/events`, {method: 'HEAD'})).status, 404);
});

test('a partner has a calendar of its own; what is none is refused', async () => {
  const all = events(await (await feed()).text());
  const theirs = await (await feed(`?of=${partner}`)).text();
  assert.ok(events(theirs) > 0 && events(theirs) < all);
  assert.match(theirs.replaceAll('\r\n ', ''), /NAME:.+ – Agenda – /u);
  for (const [query, status] of [['?of=99999', 404], ['?of=-1', 404], ['?of=x', 400]]) {
    const answer = await feed(query);
    assert.equal(answer.status, status, query);
    assert.equal(answer.headers.get('content-type'), 'application/json');
  }
});

test('nobody who comes is in it', async () => {
  const text = (await (await feed()).text()).replaceAll('\r\n ', '');
  const names = desk.sql(`SELECT family_name FROM household_contact WHERE length(family_name) > 5
    UNION SELECT phone FROM household_contact WHERE phone <> ''`).split('\n');
  assert.ok(names.length > 100);
  assert.deepEqual(names.filter((name) => text.includes(name)), []);
});

test('the agenda shows its address, and that of the partner chosen', async () => {
  const page = await desk.page('01');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await go(page, '#/agenda');
  await page.click('.calendar-address summary');
  assert.equal(await page.inputValue('#calendar-address'), `${desk.url}/agenda.ics`);
  await page.click('#copy-address');
  await page.waitForSelector('.toast:has-text("L’adresse est copiée")');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${desk.url}/agenda.ics`);
  await assertAccessible(page);
  await shot(page, 'calendar-address');
  await go(page, `#/agenda?of_partner_id=${partner}`);
  assert.equal(await page.inputValue('#calendar-address'), `${desk.url}/agenda.ics?of=${partner}`);
});

test('where nothing can be copied, the address is selected, and it is said', async () => {
  const page = await desk.page('01');
  await go(page, '#/agenda');
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', {value: undefined}));
  await page.click('.calendar-address summary');
  await page.click('#copy-address');
  await page.waitForSelector('.toast:has-text("Ctrl")');
  assert.equal(await page.evaluate(() => getSelection().toString()
    || document.activeElement.value), `${desk.url}/agenda.ics`);
});

test('an organiser is shown the address of their association', async () => {
  const page = await desk.page('10');
  await go(page, '#/agenda');
  await page.click('.calendar-address summary');
  const own = desk.sql("SELECT partner_id FROM staff WHERE number = '10'").trim();
  assert.equal(await page.inputValue('#calendar-address'), `${desk.url}/agenda.ics?of=${own}`);
});
