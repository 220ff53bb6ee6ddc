// SPDX-License-Identifier: EUPL-1.2
// Addresses of calendars: given, looked after and given up at the desk; an organiser has those of
// their own association, and no other, whatever they ask for.
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {
  assertAccessible, assertFits, go, pressOn, shot, startDesk, textOf, violations,
} from './support.mjs';

const desk = await startDesk({name: 'calendar_addresses'});
test.after(() => desk.stop());
const PAGE = '#/calendar-addresses';
const SECRET = 'https://calendrier.example/chorale.ics?key=f00d';
const OWN = Number(desk.sql(`SELECT partner_id FROM staff WHERE number = '10'`));
const OTHER = Number(desk.sql(`SELECT id FROM partner WHERE id <> ${OWN} ORDER BY id LIMIT 1`));
const NAMES = Object.fromEntries([OWN, OTHER].map((id) => [id,
  desk.sql(`SELECT name FROM partner WHERE id = ${id}`)]));
const now_s = Number(desk.sql('SELECT last_record_s FROM site'));
const all = () => desk.sql('SELECT partner_id, url FROM calendar_address ORDER BY id').split('\n');
const last = () => Number(desk.sql('SELECT max(id) FROM calendar_address'));
// How the last readings of an address went, as the reading command notes it.
const note = (id, {tried = now_s, good = 'NULL', since = 'NULL', failure = '', odd = 0} = {}) =>
  desk.sql(`UPDATE calendar_address SET tried_at_s = ${tried}, good_at_s = ${good},
    failing_since_s = ${since}, failure = '${failure}', not_understood = ${odd} WHERE id = ${id}`);
const nadia = await desk.page('01');
const organiser = await desk.page('10');

test('without an address, the page says so, and how to get one', async () => {
  await go(nadia, '#/calendar-import', '#calendar-addresses');
  await nadia.click('#calendar-addresses');
  await nadia.waitForSelector('#address-form');
  const text = await textOf(nadia);
  assert.match(text, /Pas encore d’adresse/u);
  assert.match(text, /S’abonner/u);
  await assertAccessible(nadia);
});

test('a concierge gives an address: whose it is must be chosen, and it must be one', async () => {
  await nadia.fill('#url', SECRET);
  await nadia.click('#add-address');
  await nadia.waitForSelector('.trouble:has-text("Choisissez d’abord")');
  await nadia.selectOption('#partner_id', String(OTHER));
  for (const wrong of ['calendrier.example/a.ics', 'ftp://calendrier.example/a',
    'https://moi:secret@calendrier.example/a']) {
    await nadia.fill('#url', wrong);
    await nadia.click('#add-address');
    await nadia.waitForSelector('#url[aria-invalid="true"]');
    assert.match(await textOf(nadia, '.trouble'), /commence par https/u);
    assert.equal(await nadia.inputValue('#url'), wrong);
  }
  await nadia.fill('#url', `  ${SECRET} `);
  await pressOn(nadia, '#add-address', 'L’adresse est notée');
  assert.deepEqual(all(), [`${OTHER}|${SECRET}`]);
  const text = await textOf(nadia);
  assert.match(text, new RegExp(NAMES[OTHER], 'u'));
  assert.match(text, /Pas encore lue/u);
  await nadia.selectOption('#partner_id', String(OTHER));
  await nadia.fill('#url', SECRET);
  await nadia.click('#add-address');
  await nadia.waitForSelector('.trouble:has-text("déjà là")');
});

test('an organiser gives one by the keyboard, without being asked whose it is', async () => {
  await go(organiser, PAGE, '#address-form');
  assert.equal(await organiser.locator('#partner_id').count(), 0);
  await organiser.focus('#url');
  await organiser.keyboard.type('webcal://agenda.example/ateliers.ics');
  await organiser.keyboard.press('Enter');
  await organiser.waitForSelector('.toast:has-text("L’adresse est notée")');
  assert.equal(all()[1], `${OWN}|webcal://agenda.example/ateliers.ics`);
  const text = await textOf(organiser);
  assert.ok(!text.includes('f00d') && !text.includes(NAMES[OTHER]), text);
  await assertAccessible(organiser);
});

test('how the readings went is said: well, not yet, not any more and why', async () => {
  const id = last();
  const hour_s = 3600;
  note(id, {good: now_s - hour_s, tried: now_s - hour_s});
  await go(organiser, PAGE, `#url-${id}`);
  let text = await textOf(organiser);
  assert.match(text, /Dernière bonne lecture : .*15 ?h ?42/u);
  assert.match(text, /Rien de nouveau à regarder/u);
  note(id, {good: now_s - 24 * hour_s, since: now_s - 2 * hour_s, failure: 'not_found', odd: 2});
  await go(organiser, PAGE, '.notice');
  text = await textOf(organiser);
  assert.match(text, /Pas lue depuis : .*14 ?h ?42/u);
  assert.match(text, /Il n’y a plus de calendrier à cette adresse/u);
  assert.match(text, /Dernière bonne lecture : .*16 ?h ?42/u);
  await shot(organiser, 'calendar-addresses-failing');
  note(id, {since: now_s, failure: 'a_code_of_tomorrow'});
  await go(organiser, PAGE, '.notice');
  text = await textOf(organiser);
  assert.match(text, /Le calendrier est abîmé/u);
  assert.match(text, /encore jamais été lue/u);
  note(id, {good: now_s, odd: 3});
  await go(organiser, PAGE, `#url-${id}`);
  assert.match(await textOf(organiser), /3 dates ne sont pas comprises/u);
});

test('when nothing was read for hours, that is said', async () => {
  const id = last();
  note(id, {good: now_s - 5 * 3600, tried: now_s - 5 * 3600});
  await go(organiser, PAGE, '.notice');
  assert.match(await textOf(organiser), /Aucune adresse n’a été lue depuis un moment/u);
});

test('what is proposed leads to the page where it is looked at', async () => {
  const id = last();
  note(id, {good: now_s});
  desk.sql(`INSERT INTO calendar_reading (id, partner_id, source, address_id, read_at_s)
      VALUES (77, ${OWN}, 'address', ${id}, ${now_s});
    INSERT INTO calendar_row (reading_id, position, line, uid, key_s, verdict, title)
      VALUES (77, 1, 1, 'a@x', 0, 'new', 'Chorale'), (77, 2, 2, 'b@x', 0, 'changed', 'Solfège'),
        (77, 3, 3, 'c@x', 0, 'unchanged', 'Piano')`);
  await go(organiser, PAGE, `#look-${id}`);
  assert.match(await textOf(organiser, `#look-${id}`), /Regarder 2 changements/u);
  assert.equal(await organiser.getAttribute(`#look-${id}`, 'href'), '#/calendar-import?reading=77');
  assert.doesNotMatch(await textOf(organiser), /Rien de nouveau/u);
  await assertAccessible(organiser);
});

test('the page fits a phone, 200 % and another language', async () => {
  for (const [width, lang] of [[390, 'fr-FR'], [720, 'fr-FR'], [390, 'en-GB']]) {
    const page = await desk.page('01', {width, lang});
    await go(page, PAGE, '#address-form');
    await assertFits(page, `${PAGE} at ${width} px, ${lang}`);
    assert.deepEqual(await violations(page), []);
    await shot(page, `calendar-addresses-${width}-${lang.slice(0, 2)}`, {fullPage: true});
    await page.context().close();
  }
});

test('hand-made requests: an organiser neither sees nor changes another association’s', async () => {
  const {body} = await desk.get('10', '/api/calendar/addresses?partner_id=' + OTHER);
  assert.ok(body.addresses.length > 0);
  assert.ok(body.addresses.every((one) => one.partner_id === OWN));
  assert.deepEqual(body.partners.map((one) => one.partner_id), [OWN]);
  assert.ok(!JSON.stringify(body).includes('f00d'));
  const before = all();
  const theirs = Number(desk.sql(`SELECT id FROM calendar_address WHERE partner_id = ${OTHER}`));
  const taken = await desk.post('10', '/api/calendar/addresses/remove', {address_id: theirs});
  const unknown = await desk.post('10', '/api/calendar/addresses/remove', {address_id: 999});
  assert.deepEqual([taken.status, taken.body.error], [unknown.status, unknown.body.error]);
  assert.equal(taken.status, 404);
  assert.deepEqual(all(), before);
  const given = await desk.post('10', '/api/calendar/addresses/add',
    {partner_id: OTHER, url: 'https://ailleurs.example/a.ics'});
  assert.equal(given.status, 200); // theirs, whatever they say
  assert.equal(all().at(-1), `${OWN}|https://ailleurs.example/a.ics`);
  assert.equal((await desk.post('01', '/api/calendar/addresses/add', {partner_id: 9999,
    url: SECRET})).status, 404);
  for (const wrong of [{}, {url: 3}, {url: SECRET, partner_id: 'x'}, {url: 'x'.repeat(2000)}]) {
    assert.equal((await desk.post('01', '/api/calendar/addresses/add', wrong)).status, 400);
  }
});

test('an organiser who works for nobody has none', async () => {
  desk.sql(`UPDATE staff SET partner_id = NULL WHERE number = '10'`);
  const {body} = await desk.get('10', '/api/calendar/addresses');
  assert.deepEqual([body.addresses, body.partners], [[], []]);
  const given = await desk.post('10', '/api/calendar/addresses/add', {partner_id: OTHER, url: SECRET});
  assert.equal(given.status, 404);
  desk.sql(`UPDATE staff SET partner_id = ${OWN} WHERE number = '10'`);
});

test('an address is given up after a question; what waited goes, the agenda stays', async () => {
  const id = Number(desk.sql('SELECT address_id FROM calendar_reading WHERE id = 77'));
  const sessions = desk.sql('SELECT count(*) FROM session');
  await go(organiser, PAGE, `#remove-${id}`);
  await organiser.click(`#remove-${id}`);
  await organiser.click('dialog button:has-text("Non")');
  assert.equal(desk.sql(`SELECT count(*) FROM calendar_address WHERE id = ${id}`), '1');
  await organiser.click(`#remove-${id}`);
  await pressOn(organiser, 'dialog button:has-text("Oui, ne plus la lire")', 'n’est plus lue');
  assert.equal(desk.sql(`SELECT count(*) FROM calendar_address WHERE id = ${id}`), '0');
  assert.equal(desk.sql('SELECT state FROM calendar_reading WHERE id = 77'), 'dropped');
  assert.equal(desk.sql('SELECT count(*) FROM session'), sessions);
});

test('OpenAgenda’s JSON goes the same way as a file', async () => {
  const {cookie, csrf} = await desk.signIn('10');
  const send = async (json) => (await fetch(`${desk.url}/api/calendar/read`, {
    method: 'POST', body: typeof json === 'string' ? json : JSON.stringify(json),
    headers: {Cookie: `desk=${cookie}`, Origin: desk.url, 'X-Token': csrf,
      'Content-Type': 'text/calendar'},
  })).json();
  const {reading_id} = await send({total: 3, events: [
    {uid: 1, title: {fr: 'Couture'}, status: 5,
      timings: [{begin: '2026-09-15T14:00:00+0200', end: '2026-09-15T16:00:00+0200'}]},
    {uid: 2, title: {fr: 'Tricot'}}]});
  await go(organiser, `#/calendar-import?reading=${reading_id}`, '#confirm');
  const text = await textOf(organiser);
  assert.match(text, /Couture/u);
  assert.match(text, /Complet, dit OpenAgenda/u);
  assert.match(text, /detailed=1/u);
  assert.match(text, /size=300/u);
  assert.deepEqual(await send('{"events":3}'), {refusal: 'not_openagenda'});
  assert.deepEqual(await send(`{"events":[${'0,'.repeat(3 << 20)}0]}`), {refusal: 'too_big'});
  assert.equal((await fetch(`${desk.url}/health`)).status, 200);
});
