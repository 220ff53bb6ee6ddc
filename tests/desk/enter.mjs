// SPDX-License-Identifier: EUPL-1.2
// Entering requests from paper or for somebody at the counter; blocks of numbers on paper, printed,
// used, given up.
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {go, load, scan, shot, startDesk, violations, waitUntil} from './support.mjs';

const desk = await startDesk({name: 'enter'});
test.after(() => desk.stop());
const one = (text) => Number(desk.sql(text));
const newest = () => one("SELECT max(id) FROM request WHERE kind NOT IN ('session', 'copy')");

const nadia = await desk.page('01');
const open = (hash) => go(nadia, `#/${hash}`);
const choose = async (number) => {
  await nadia.fill('#asker-search', number);
  await nadia.click(`#asker-search-${number}`);
  await nadia.waitForSelector('#person_id');
};
// Sends the form, and gives the request that it made.
const send = async () => {
  await nadia.click('#send');
  await nadia.waitForSelector('.toast:has-text("Enregistrée")');
  await waitUntil(nadia, () => location.hash.startsWith('#/request?'));
  return newest();
};
const refused = async (said) => {
  const before = newest();
  await nadia.click('#send');
  await nadia.waitForSelector(`.trouble-place:has-text("${said}")`);
  assert.equal(newest(), before);
};

test('a service for a household at the counter: both names are kept', async () => {
  const service = one("SELECT id FROM service WHERE code = 'pressing' OR title = 'Pressing' LIMIT 1");
  await open(`enter?kind=service&service_id=${service}`);
  const {fields} = (await desk.get('01', `/api/enter/service?service_id=${service}`)).body;
  assert.deepEqual(await violations(nadia), []);
  await shot(nadia, 'enter-service');
  for (const field of fields) {
    const at = `#answer-${field.code}`;
    if (field.kind === 'choice') {
      await nadia.selectOption(at, field.choices[0].code);
    } else if (field.kind === 'number') {
      await nadia.fill(at, String(field.most));
    } else if (field.kind === 'date') {
      await nadia.fill(at, '2026-09-10');
    }
  }
  await choose('0087');
  await nadia.selectOption('#person_id', {index: 1});
  const id = await send();
  assert.equal(desk.sql(`SELECT r.channel || ' ' || r.staff_id || ' ' || h.number || ' ' || n.first_name
    FROM request AS r JOIN request_state AS s ON s.request_id = r.id
    JOIN household AS h ON h.id = s.household_id
    JOIN person_name AS n ON n.person_id = r.person_id WHERE r.id = ${id}`),
  `desk 1 0087 ${desk.sql(`SELECT first_name FROM person_name AS n JOIN person AS p
    ON p.id = n.person_id JOIN household AS h ON h.id = p.household_id
    WHERE h.number = '0087' ORDER BY p.id LIMIT 1`)}`);
  assert.equal(one(`SELECT count(*) FROM request_answer WHERE request_id = ${id}`),
    fields.filter((field) => field.kind !== 'text').length);
  assert.equal(one(`SELECT shown_at_s IS NOT NULL FROM ticket WHERE request_id = ${id}`), 1);
  // Its ticket can be printed at once, and opens it at the screen.
  await nadia.click('a:has-text("Imprimer le ticket")');
  await nadia.waitForSelector('svg.code');
  desk.kiosk(`scan "${desk.accounts.household['0087'].card}"
expect text "Pressing"`);
});

test('a thing and its days, for a guest', async () => {
  const item = one("SELECT id FROM item WHERE title LIKE 'Escabeau%' LIMIT 1");
  await open(`enter?kind=loan&item_id=${item}&days=2`);
  await nadia.waitForSelector('[name=slot]');
  assert.deepEqual(await violations(nadia), []);
  await nadia.fill('#first_name', '<b>Zoé</b>');
  await nadia.fill('#phone', '06 00 00 00 01');
  const id = await send();
  const slot = (await desk.get('01', `/api/request?request_id=${id}`)).body.request;
  assert.equal(slot.kind, 'loan');
  assert.equal(slot.item_id, item);
  assert.ok(slot.until_s > slot.from_s);
  assert.equal(desk.sql(`SELECT first_name FROM request_contact WHERE request_id = ${id}`), '<b>Zoé</b>');
  await nadia.waitForSelector('.name:has-text("<b>Zoé</b>")');
});

test('a card held to the scanner says for whom; afterwards it opens its record again', async () => {
  await open('enter?kind=booking');
  await nadia.waitForSelector('#asker-search');
  await scan(nadia, desk.accounts.household['0233'].card);
  await nadia.waitForSelector('#asker:has-text("0233")');
  assert.match(await nadia.evaluate(() => location.hash), /enter/);
  await open('today');
  await scan(nadia, desk.accounts.household['0233'].card);
  await waitUntil(nadia, () => location.hash.startsWith('#/households'));
});

test('a household is looked up with the keyboard alone, and the form waits meanwhile', async () => {
  const before = newest();
  await open('enter?kind=booking');
  const at = () => nadia.getAttribute('#asker-search', 'aria-activedescendant');
  await nadia.focus('#asker-search');
  await nadia.keyboard.type('personne-de-ce-nom', {delay: 60}); // slower than a scanner
  await nadia.waitForSelector('#asker-search-found .none:has-text("Rien trouvé")');
  await nadia.keyboard.press('Enter');
  assert.equal(await nadia.inputValue('#asker-search'), 'personne-de-ce-nom');
  await nadia.keyboard.press('Escape');
  assert.equal(await nadia.getAttribute('#asker-search', 'aria-expanded'), 'false');
  await nadia.fill('#asker-search', '023');
  await nadia.waitForSelector('#asker-search-found [role=option] >> nth=1');
  const ids = await nadia.locator('#asker-search-found li').evaluateAll((rows) => rows.map((row) => row.id));
  assert.deepEqual(await violations(nadia), []);
  await nadia.keyboard.press('ArrowUp');
  assert.equal(await at(), ids.at(-1));
  await nadia.keyboard.press('ArrowDown');
  assert.equal(await at(), ids[0]);
  await nadia.keyboard.press('ArrowDown');
  assert.equal(await at(), ids[1]);
  await nadia.keyboard.press('Enter');
  await nadia.waitForSelector(`#asker:has-text("${ids[1].slice(-4)}")`);
  assert.ok(await nadia.evaluate(() => document.activeElement.id === 'person_id'));
  assert.equal(newest(), before);
});

test('what changes meanwhile takes nothing away that is begun while the page is loaded anew', async () => {
  await open('enter?kind=booking');
  let letGo;
  const gate = new Promise((resolve) => { letGo = resolve; });
  await nadia.route('**/api/enter/sessions', async (route) => {
    await gate;
    await route.continue();
  });
  const loaded = nadia.waitForRequest('**/api/enter/sessions');
  desk.sql("UPDATE person_name SET first_name = first_name || '.' WHERE person_id = 1"); // another program has written
  await loaded; // the page is being loaded anew, and a card is held to the scanner
  await scan(nadia, desk.accounts.household['0233'].card);
  await nadia.waitForSelector('#asker:has-text("0233")');
  const answered = nadia.waitForResponse('**/api/enter/sessions');
  letGo();
  await answered;
  await nadia.unroute('**/api/enter/sessions');
  await nadia.evaluate(() => new Promise((resolve) => { requestAnimationFrame(resolve); }));
  assert.match(await nadia.textContent('#asker'), /0233/);
});

test('seats; a full session becomes the waiting list, by the rank of the paper', async () => {
  const full = one(`SELECT x.request_id FROM session AS x
    JOIN request_state AS own ON own.request_id = x.request_id AND own.state = 'published'
    WHERE x.starts_s > strftime('%s', '2026-09-09') AND x.capacity = (
      SELECT sum(adults + children) FROM request_state WHERE session_id = x.request_id AND holds = 1)
    LIMIT 1`);
  assert.ok(full > 0);
  await open('enter?kind=booking');
  await nadia.selectOption('#session_id', String(full));
  assert.deepEqual(await violations(nadia), []);
  await nadia.fill('#first_name', 'Sam');
  await nadia.check('#is_paper');
  await nadia.fill('#happened_at', '2026-09-02T09:00');
  const id = await send();
  assert.equal(desk.sql(`SELECT s.state || ' ' || r.channel || ' ' || datetime(r.asked_at_s, 'unixepoch')
    FROM request_state AS s JOIN request AS r ON r.id = s.request_id WHERE r.id = ${id}`),
  'waitlisted paper 2026-09-02 07:00:00');
});

test('a block of numbers is printed, and a slip keeps its number on screen and desk', async () => {
  await open('paper');
  assert.deepEqual(await violations(nadia), []);
  await nadia.selectOption('#count', '12');
  await nadia.click('#make-form button');
  await nadia.waitForSelector('.paper-slip');
  assert.equal(await nadia.locator('.paper-slip').count(), 12);
  assert.deepEqual(await violations(nadia), []);
  await shot(nadia, 'print-block');
  const pdf = String(await nadia.pdf({preferCSSPageSize: true}));
  assert.equal(pdf.match(/\/Type \/Page\b/g).length, 2); // six slips a page
  assert.match(pdf, /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/); // A4
  const number = desk.sql('SELECT number FROM paper_number WHERE position = 3');
  assert.ok((await nadia.locator('.paper').textContent()).includes(number.slice(3)));

  await open('enter?kind=help');
  await nadia.selectOption('#category', 'errands');
  await nadia.selectOption('#choice', 'groceries');
  await nadia.fill('#words', 'Deux packs d’eau');
  await nadia.check('#is_paper');
  await nadia.fill('#paper_number', '123456');
  await refused('pas juste');
  await nadia.fill('#paper_number', `${number.slice(0, 3)} ${number.slice(3)}`);
  await nadia.fill('#happened_at', '2026-09-08T08:15');
  await nadia.fill('#first_name', 'Ana');
  assert.deepEqual(await violations(nadia), []);
  const id = await send();
  assert.equal(desk.sql(`SELECT number FROM ticket WHERE request_id = ${id}`), number);
  desk.kiosk(`tap "Suivre ma demande"
tap "Avec le numéro du ticket"
type "${number}"
expect screen mine_request
expect text "Ticket ${number.slice(0, 3)} ${number.slice(3)}"`);

  // Used once; and one that stands on no paper is refused.
  const again = (paper_number) => desk.post('01', '/api/enter', {
    channel: 'paper', direction: 'need', category: 'errands', choice: 'mail', paper_number,
  });
  assert.deepEqual([(await again(number)).body.error, (await again(number)).body.field],
    ['conflict', 'paper_number']);
  assert.equal((await again(desk.accounts.guest.number)).body.error, 'not-found');
});

test('a lost block is given up, and found again', async () => {
  await open('paper');
  const id = one('SELECT max(id) FROM paper_block');
  const reserved = () => one(`SELECT count(*) FROM paper_number WHERE block_id = ${id} AND is_reserved = 1`);
  assert.equal(reserved(), 11);
  await nadia.click(`#give-up-${id}`);
  await nadia.click('dialog .danger');
  await nadia.waitForSelector('.toast:has-text("à nouveau libres")');
  assert.equal(reserved(), 0);
  await nadia.click('.toast button:has-text("Annuler")');
  await nadia.waitForSelector('.toast:has-text("annulé")');
  assert.equal(reserved(), 11);
  assert.equal((await desk.post('01', '/api/paper/make', {count: 61})).body.field, 'count');
});

test('what cannot be is said beside its field, and what was typed stays', async () => {
  await open('enter?kind=help');
  await nadia.selectOption('#category', 'plumbing');
  await nadia.fill('#words', 'Une fuite');
  await nadia.check('#is_paper');
  await nadia.evaluate(() => {
    document.getElementById('happened_at').removeAttribute('max');
    document.getElementById('happened_at').value = '2026-12-01T10:00';
  });
  await refused('Cette heure');
  assert.equal(await nadia.inputValue('#words'), 'Une fuite');
  for (const [body, field] of [
    [{channel: 'screen', direction: 'need', category: 'errands', choice: 'mail'}, 'channel'],
    [{channel: 'desk', direction: 'need', category: 'errands', choice: 'mail', household_id: 99999}, 'household_id'],
    [{channel: 'desk', item_id: 99999}, 'item_id'],
    [{channel: 'desk', session_id: 99999, adults: 1}, 'session_id'],
    [{channel: 'desk', service_id: 99999}, 'service_id'],
    [{channel: 'desk', direction: 'need', category: 'papers', choice: 'appointment',
      words: [{field: '', words: 'x'}]}, 'words'],
    [{channel: 'desk', adults: -1}, 'adults'],
  ]) {
    const answer = await desk.post('01', '/api/enter', body);
    assert.notEqual(answer.status, 200);
    assert.equal(answer.body.field, field);
  }
});

test('it all fits a phone’s width, and English', async () => {
  const phone = await desk.page('01', {lang: 'en', width: 390, height: 800});
  for (const hash of ['today', 'close', 'enter?kind=service', 'enter?kind=loan', 'enter?kind=booking',
    'enter?kind=help', 'find', 'paper', `request?request_id=${newest()}`]) {
    await load(phone, `${desk.url}/#/${hash}`);
    await phone.waitForSelector('h1');
    await phone.waitForTimeout(200);
    const wider = await phone.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wider <= 0, `${hash}: ${wider} px wider than the screen`);
  }
  await phone.close();
});
