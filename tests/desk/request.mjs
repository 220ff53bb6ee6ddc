// SPDX-License-Identifier: EUPL-1.2
// One request: found by search, by a scan, as a lost ticket; moved, corrected, opened again, printed
// again, given to a household.
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {go, pressOn, scan, shot, startDesk, violations, waitUntil} from './support.mjs';

const desk = await startDesk({name: 'request'});
test.after(() => desk.stop());
const one = (text) => Number(desk.sql(text));
const state = (id) => desk.sql(`SELECT state FROM request_state WHERE request_id = ${id}`);
const ticket = (id) => desk.sql(`SELECT number FROM ticket WHERE request_id = ${id}`);

const nadia = await desk.page('01');
const open = (hash, page = nadia) => go(page, `#/${hash}`);
const press = (selector, said) => pressOn(nadia, selector, said);
const at = (path) => waitUntil(nadia, (want) => location.hash.startsWith(want), path);

test('one search finds by number, name, phone, thing and copy, best first', async () => {
  const find = async (q) =>
    (await desk.get('01', `/api/search?q=${encodeURIComponent(q)}`)).body.lines;
  const by_number = await find('87');
  assert.equal(by_number[0].type, 'household');
  assert.equal(by_number[0].number, '0087');
  const {number} = desk.accounts.guest;
  const spaced = `${number.slice(0, 3)} ${number.slice(3)}`;
  assert.equal((await find(spaced))[0].number, number);
  const {family_name: name} = by_number[0];
  assert.ok((await find(name.toLowerCase())).some((line) => line.number === '0087'));
  const phone = desk.sql(`SELECT phone FROM household_contact AS c
    JOIN household AS h ON h.id = c.household_id WHERE h.number = '0087'`);
  assert.ok((await find(phone)).some((line) => line.number === '0087'));
  const copies = await find('perceuse 2');
  assert.ok(copies.length > 0 && copies.every((line) => line.copy_number === 2));
  const things = await find('perceuse');
  assert.equal(things[0].type, 'item');
  assert.ok((await find('couture')).some((line) => line.type === 'session'));
  assert.ok((await find('pressing')).some((line) => line.type === 'service'));
  assert.ok((await find('a')).length <= 20);
  assert.deepEqual(await find('%_"\'; DROP TABLE household; --'), []);
  assert.deepEqual(await find(''), []);
});

test('what is found opens with the keyboard', async () => {
  const {number} = desk.accounts.guest;
  await open('today');
  await nadia.fill('#search', number);
  await nadia.waitForSelector('#search-found-0');
  await nadia.keyboard.press('Enter');
  await at('#/request?request_id=');
  await nadia.waitForSelector(`.number-big:has-text("${number.slice(0, 3)}")`);
  assert.deepEqual(await violations(nadia), []);
  await shot(nadia, 'request');
});

test('a scanned ticket or card opens its record, wherever one is', async () => {
  await open('today');
  await scan(nadia, desk.accounts.guest.code);
  await at('#/request?request_id=');
  await open('today');
  await nadia.evaluate(() => {
    window.seen = [];
    window.addEventListener('hashchange', (event) => window.seen.push(new URL(event.newURL).hash));
  });
  await scan(nadia, desk.accounts.household['0087'].card);
  const home = one("SELECT id FROM household WHERE number = '0087'");
  await waitUntil(nadia, (hash) => window.seen.includes(hash), `#/households?household_id=${home}`);
  await open('today');
  await scan(nadia, desk.accounts.staff['02'].card);
  await nadia.waitForSelector('.toast:has-text("Karim")');
  desk.sql(`UPDATE card SET ended_at_s = 1, end_code = 'lost' WHERE id =
    (SELECT c.id FROM card AS c JOIN household AS h ON h.id = c.household_id
     WHERE h.number = '0152' AND c.ended_at_s IS NULL LIMIT 1)`);
  await open('today');
  await scan(nadia, desk.accounts.household['0152'].card);
  await nadia.waitForSelector('.toast:has-text("déclarée perdue")');
  const unknown = await desk.post('01', '/api/scan', {code: 'C1'});
  assert.equal(unknown.body.error, 'invalid');
});

test('a lost ticket is found by day, kind and first name, and printed again; the old code dies', async () => {
  const {number, code} = desk.accounts.guest;
  const id = one(`SELECT request_id FROM ticket WHERE number = '${number}' AND is_live = 1`);
  const day = desk.sql(`SELECT date(asked_at_s, 'unixepoch', 'localtime') FROM request WHERE id = ${id}`);
  const kind = desk.sql(`SELECT kind FROM request WHERE id = ${id}`);
  const name = desk.sql(`SELECT first_name FROM request_contact WHERE request_id = ${id}`);
  await open(`find?day=${day}&kind=${kind}`);
  assert.deepEqual(await violations(nadia), []);
  const found = await nadia.locator('[id^="found-"]').count();
  await nadia.fill('#first-name', name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase());
  await nadia.waitForSelector(`#found-${id}`);
  assert.ok(await nadia.locator('[id^="found-"]').count() <= found);
  await nadia.click(`#found-${id}`);
  await nadia.waitForSelector('#reprint');
  await nadia.click('#reprint');
  const [answer] = await Promise.all([
    nadia.waitForResponse('**/api/request/reprint'), nadia.click('dialog .main')]);
  const {token} = await answer.json();
  await at('#/print/slip');
  await nadia.waitForSelector('svg.code');
  const png = join(desk.dir, 'slip.png');
  await nadia.locator('.paper').screenshot({path: png});
  assert.equal(execFileSync('zbarimg', ['-q', '--nodbus', '--raw', png], {encoding: 'utf8'}).trim(), token);
  assert.match(await nadia.locator('.paper .number-big').textContent(),
    new RegExp(`${number.slice(0, 3)}.${number.slice(3)}`));
  assert.deepEqual(await violations(nadia), []);
  await shot(nadia, 'slip');
  assert.equal(ticket(id), number);
  desk.kiosk(`scan "${code}"
expect no text "${number.slice(0, 3)}"`);
  const dead = await desk.post('01', '/api/scan', {code});
  assert.equal(dead.body.error, 'not-found');
  // The new code opens it, at the desk and at the screen.
  assert.equal((await desk.post('01', '/api/scan', {code: token})).body.request_id, id);
  desk.kiosk(`scan "${token}"
expect screen mine_request`);
});

test('the reprinted code is nowhere in the page, its address or its memory of pages', async () => {
  const id = one(`SELECT request_id FROM ticket WHERE number = '${desk.accounts.guest.number}'`);
  const {body} = await desk.post('01', '/api/request/reprint', {request_id: id});
  await open(`request?request_id=${id}`);
  await nadia.waitForSelector('#reprint');
  assert.ok(!(await nadia.content()).includes(body.token));
  const stored = await nadia.evaluate(() => JSON.stringify([{...localStorage}, {...sessionStorage}]));
  assert.ok(!stored.includes('T1'));
});

test('a move of the flow is one button with what follows; it can be taken back', async () => {
  const id = one(`SELECT request_id FROM request_state WHERE kind = 'visit' AND state = 'planned' LIMIT 1`);
  await open(`request?request_id=${id}`);
  await press('#move-visit', 'Passage fait');
  assert.equal(state(id), 'visited');
  await press('.toast button:has-text("Annuler")', 'annulé');
  assert.equal(state(id), 'planned');
  const log = await nadia.locator('.log li').count();
  assert.equal(log, one(`SELECT count(*) FROM decision WHERE request_id = ${id}`));
});

test('what stands against a move is said, and the move refused', async () => {
  const id = one(`SELECT request_id FROM request_state WHERE kind = 'booking'
    AND state = 'confirmed' AND from_s > strftime('%s', '2026-09-09') LIMIT 1`);
  await open(`request?request_id=${id}`);
  await nadia.waitForSelector('#move-mark_present');
  assert.ok(await nadia.locator('#move-mark_present').isDisabled());
  assert.match(await nadia.locator('#move-mark_present').textContent(), /pas encore commencé/);
  const answer = await desk.post('01', '/api/request/move',
    {request_id: id, no: 0, verb: 'mark_present'});
  assert.deepEqual(answer.body.reasons, ['begun']);
  assert.equal(state(id), 'confirmed');
});

test('two people on one request: the second one’s decision is refused', async () => {
  const id = one(`SELECT request_id FROM request_state WHERE kind = 'loan' AND state = 'reserved' LIMIT 1`);
  const no = one(`SELECT no FROM request_state WHERE request_id = ${id}`);
  const move = (number) =>
    desk.post(number, '/api/request/move', {request_id: id, no, verb: 'prepare'});
  assert.equal((await move('01')).body.state, 'ready');
  assert.equal((await move('02')).body.error, 'conflict');
});

test('handing out has its own page: parts and deposit go with it', async () => {
  const id = one(`SELECT request_id FROM request_state WHERE kind = 'loan' AND state = 'ready' LIMIT 1`);
  await open(`request?request_id=${id}`);
  await nadia.waitForSelector('#own-page');
  assert.equal(await nadia.locator('#move-hand_out').count(), 0);
  const answer = await desk.post('01', '/api/request/move', {request_id: id, verb: 'hand_out'});
  assert.equal(answer.body.error, 'denied');
});

test('a correction keeps number and rank; HTML in it is text', async () => {
  const id = one(`SELECT s.request_id FROM request_state AS s JOIN request AS r ON r.id = s.request_id
    JOIN service AS v ON v.id = r.service_id
    WHERE s.kind = 'enquiry' AND s.state = 'asked' AND v.is_sensitive = 0 LIMIT 1`);
  const number = ticket(id);
  const rank = one(`SELECT rank_s FROM request_state WHERE request_id = ${id}`);
  const words = '<script>alert("x")</script> trois, pas deux';
  await open(`request?request_id=${id}`);
  await nadia.click('#correct');
  await nadia.fill('dialog #words', words);
  await press('dialog [type=submit]', 'Corrigé');
  await at('#/request?request_id=');
  const now = one(`SELECT request_id FROM ticket WHERE number = '${number}' AND is_live = 1`);
  assert.notEqual(now, id);
  assert.equal(state(id), 'replaced');
  assert.equal(one(`SELECT rank_s FROM request_state WHERE request_id = ${now}`), rank);
  assert.equal(desk.sql(`SELECT words FROM request_words WHERE request_id = ${now} AND field = ''`), words);
  await nadia.waitForSelector('blockquote.words');
  assert.match(await nadia.locator('blockquote.words').first().textContent(), /<script>/);
});

test('what ended is opened again with a reason, as it was', async () => {
  const id = one(`SELECT request_id FROM request_state WHERE kind = 'enquiry' AND state = 'refused' LIMIT 1`);
  const before = desk.sql(`SELECT from_state FROM decision WHERE request_id = ${id} ORDER BY no DESC LIMIT 1`);
  await open(`request?request_id=${id}`);
  await nadia.click('#reopen');
  await nadia.check('dialog [value="mistake"]');
  await press('dialog [type=submit]', 'rouverte');
  assert.equal(state(id), before);
  assert.equal(desk.sql(`SELECT reason_code FROM decision WHERE request_id = ${id} ORDER BY no DESC LIMIT 1`),
    'mistake');
});

test('a guest’s request is given to a household, and taken back', async () => {
  const id = one(`SELECT request_id FROM request_state WHERE household_id IS NULL AND is_ended = 0
    AND kind = 'enquiry' LIMIT 1`);
  const owner = () => desk.sql(`SELECT coalesce(h.number, 'nobody') FROM request_state AS s
    LEFT JOIN household AS h ON h.id = s.household_id WHERE s.request_id = ${id}`);
  const give = async () => {
    await open(`request?request_id=${id}`);
    await nadia.fill('#household', '0233');
    await press('#claim-form button', 'demande du foyer');
    assert.equal(owner(), '0233');
  };
  await give();
  await press('.toast button:has-text("Annuler")', 'Annulé');
  assert.equal(owner(), 'nobody');
  await give();
  await open(`request?request_id=${id}`);
  await press('#unclaim', 'Annulé');
  assert.equal(owner(), 'nobody');
  await give();
  desk.kiosk(`scan "${desk.accounts.household['0233'].card}"
expect screen mine`);
});

test('a coordinator lets who asked be forgotten, once it ended', async () => {
  const id = one(`SELECT c.request_id FROM request_contact AS c JOIN request_state AS s
    ON s.request_id = c.request_id WHERE s.is_ended = 1 AND c.first_name <> '' LIMIT 1`);
  const first = desk.sql(`SELECT first_name FROM request_contact WHERE request_id = ${id}`);
  await open(`request?request_id=${id}`);
  assert.equal(await nadia.locator('#forget').count(), 0);
  const ines = await desk.page('03');
  await open(`request?request_id=${id}`, ines);
  await ines.waitForSelector(`text=${first}`);
  await ines.click('#forget');
  await pressOn(ines, 'dialog .danger', 'sont effacés');
  assert.equal(one(`SELECT (SELECT count(*) FROM request_contact WHERE request_id = ${id})
    + (SELECT count(*) FROM request_words WHERE request_id = ${id})`), 0);
  await ines.waitForSelector(`text=${first}`, {state: 'detached'});
});

test('what is only for its asker is not shown to somebody of the same household', async () => {
  const id = one(`SELECT s.request_id FROM request_state AS s JOIN request AS r ON r.id = s.request_id
    WHERE s.household_id = (SELECT id FROM household WHERE number = '0042') LIMIT 1`);
  assert.equal((await desk.get('02', `/api/request?request_id=${id}`)).status, 200);
  desk.sql(`DROP TRIGGER request_never_changes; UPDATE request SET is_private = 1 WHERE id = ${id};
    CREATE TRIGGER request_never_changes BEFORE UPDATE ON request
    BEGIN SELECT RAISE(ABORT, 'corrupt: a request never changes'); END`);
  assert.equal((await desk.get('02', `/api/request?request_id=${id}`)).status, 404);
  assert.equal((await desk.get('01', `/api/request?request_id=${id}`)).status, 200);
  const veiled = (await desk.get('02', '/api/find?day=' + desk.sql(`SELECT
    date(asked_at_s, 'unixepoch', 'localtime') FROM request WHERE id = ${id}`))).body.lines;
  assert.ok(veiled.every((line) => line.request_id !== id));
  const reprinted = await desk.post('02', '/api/request/reprint', {request_id: id});
  assert.equal(reprinted.body.error, 'denied');
});

test('names are hidden when somebody stands behind', async () => {
  const id = one(`SELECT s.request_id FROM request_state AS s WHERE s.household_id IS NOT NULL
    AND s.kind = 'loan' AND s.state = 'out' LIMIT 1`);
  const phone = (await desk.get('01', `/api/request?request_id=${id}`)).body.request.phone;
  await open(`request?request_id=${id}`);
  await nadia.waitForSelector(`text=${phone}`);
  await nadia.click('#hide-names');
  assert.ok(!(await nadia.content()).includes(phone));
  await nadia.click('#hide-names');
});
