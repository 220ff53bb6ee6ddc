// SPDX-License-Identifier: EUPL-1.2
// The house: hours, closings, roster, what the screen says, figures of its rules; from the page to the
// database, and to the residents' screen.
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {go, pressOn, shot, startDesk, violations} from './support.mjs';

const desk = await startDesk({name: 'site'});
test.after(() => desk.stop());
const one = (text) => Number(desk.sql(text));
const nadia = await desk.page('01');
await nadia.waitForSelector('.side');

const open = async (part, more = '') => {
  await go(nadia, `#/site?part=${part}${more}`);
};
const press = (selector, said) => pressOn(nadia, selector, said);
const undo = () =>
  pressOn(nadia, '.toast button:has-text("Annuler")', 'annulé');

test('the week is changed at once, the screen shows it, and it can be taken back', async () => {
  await open('hours');
  await nadia.fill('#opens-1-0', '08:30');
  await nadia.fill('#closes-1-0', '12:00');
  await nadia.fill('#opens-6-0', '');
  await nadia.fill('#closes-6-0', '');
  await press('#save-hours', 'Les horaires sont enregistrés');
  assert.equal(one('SELECT opens_min FROM opening WHERE weekday = 1'), 510);
  assert.equal(one('SELECT count(*) FROM opening WHERE weekday = 6'), 0);
  desk.kiosk('tap "Info"\ntap "Horaires"\nexpect text "lundi 14 septembre, 8 h 30 – 12 h"');
  await undo();
  assert.equal(one('SELECT count(*) FROM opening WHERE weekday = 1'), 0);
  assert.equal(one('SELECT count(*) FROM opening WHERE weekday = 6'), 1);
});

test('hours that cannot be stay in the form, with the field that is wrong', async () => {
  await open('hours');
  await nadia.fill('#opens-1-0', '09:00');
  await nadia.click('#save-hours');
  await nadia.waitForSelector('#closes-1-0[aria-invalid]');
  assert.equal(await nadia.inputValue('#opens-1-0'), '09:00');
  await nadia.fill('#closes-1-0', '12:00');
  await nadia.fill('#opens-1-1', '11:00');
  await nadia.fill('#closes-1-1', '13:00');
  await nadia.click('#save-hours');
  await nadia.waitForSelector('.error:has-text("se chevauchent")');
  assert.equal(await nadia.inputValue('#opens-1-1'), '11:00');
  assert.equal(one('SELECT count(*) FROM opening WHERE weekday = 1'), 0);
});

test('a promise for a time at which the house would be closed is moved, and is to be told', async () => {
  const id = one(`SELECT request_id FROM request_state WHERE waits = 1 AND household_id IS NOT NULL
    AND answer_by_s > (SELECT last_record_s FROM site) ORDER BY answer_by_s LIMIT 1`);
  const promised = one(`SELECT answer_by_s FROM request_state WHERE request_id = ${id}`);
  const before = desk.sql('SELECT weekday, opens_min, closes_min FROM opening');
  await open('hours');
  for (const field of await nadia.locator('.day-hours input').all()) {
    await field.fill('');
  }
  await nadia.fill('#opens-3-0', '15:00');
  await nadia.fill('#closes-3-0', '16:00');
  await press('#save-hours', 'promise');
  assert.notEqual(one(`SELECT answer_by_s FROM request_state WHERE request_id = ${id}`), promised);
  assert.match(desk.sql(`SELECT strftime('%w %H:%M', answer_by_s, 'unixepoch') FROM request_state
    WHERE request_id = ${id}`), /^3 13:/u);
  assert.equal(desk.sql(`SELECT state FROM notice WHERE request_id = ${id} ORDER BY no DESC LIMIT 1`),
    'to_tell');
  await undo();
  assert.equal(desk.sql('SELECT weekday, opens_min, closes_min FROM opening'), before);
});

test('a closing tells what it touches before it is written; the screen shows it; it is taken back',
  async () => {
    await open('closings');
    await nadia.fill('#first', '2026-09-10');
    await nadia.fill('#last', '2026-09-11');
    await nadia.selectOption('#reason', 'training');
    await nadia.click('#look');
    await nadia.waitForSelector('#close');
    const touches = (await desk.get('01', '/api/site/touches?from=2026-09-10&until=2026-09-12')).body;
    assert.ok(touches.sessions > 0 && touches.seats > 0);
    const said = await nadia.innerText('#close-form');
    assert.match(said, new RegExp(`${touches.sessions} dates restent à l’agenda`));
    assert.match(said, new RegExp(`${touches.seats} personnes sont inscrites`));
    assert.deepEqual(await violations(nadia), []);
    assert.equal(one("SELECT count(*) FROM closing WHERE reason_code = 'training'"), 1);
    await press('#close', 'La fermeture est notée');
    const id = one('SELECT max(id) FROM closing');
    assert.equal(desk.sql(`SELECT datetime(from_s, 'unixepoch'), datetime(until_s, 'unixepoch')
      FROM closing WHERE id = ${id}`), '2026-09-09 22:00:00|2026-09-11 22:00:00');
    desk.kiosk('tap "Info"\ntap "Horaires"\nexpect text "formation"');
    await nadia.click(`#lift-${id}`);
    await nadia.click('dialog .main');
    await nadia.waitForSelector('.toast:has-text("La fermeture est annulée")');
    assert.equal(one(`SELECT count(*) FROM closing WHERE id = ${id}`), 0);
  });

test('a closing that ends before it begins is not looked at', async () => {
  await open('closings');
  await nadia.fill('#first', '2026-09-11');
  await nadia.fill('#last', '2026-09-10');
  await nadia.click('#look');
  await nadia.waitForSelector('.error:has-text("La fin est avant le début")');
  assert.equal(await nadia.locator('#close').count(), 0);
});

test('a week is planned as one writes it, and so are those after it', async () => {
  await open('roster', '&week=2026-11-16');
  await nadia.click('#fill-1');
  await nadia.fill('#shift-2-2', '9-12, 14h-18h30');
  await nadia.fill('#shift-2-3', 'demain');
  await nadia.click('#save-roster');
  await nadia.waitForSelector('#shift-2-3[aria-invalid]');
  assert.equal(await nadia.inputValue('#shift-2-2'), '9-12, 14h-18h30');
  await nadia.fill('#shift-2-3', '9-11, 10-12');
  await nadia.click('#save-roster');
  await nadia.waitForSelector('.error:has-text("prévu deux fois")');
  await nadia.fill('#shift-2-3', '');
  await nadia.selectOption('#repeats', '3');
  await press('#save-roster', 'Le planning est enregistré');
  const planned = `FROM roster WHERE staff_id = 2 AND starts_s >= strftime('%s', '2026-11-16')`;
  assert.equal(one(`SELECT count(*) ${planned}`), 8);
  assert.equal(desk.sql(`SELECT datetime(min(starts_s), 'unixepoch'), datetime(max(ends_s),
    'unixepoch') ${planned}`), '2026-11-17 08:00:00|2026-12-08 17:30:00');
  assert.equal(await nadia.inputValue('#shift-2-2'), '9-12, 14-18:30');
  assert.ok(one(`SELECT count(*) FROM roster WHERE staff_id = 1
    AND starts_s >= strftime('%s', '2026-11-16')`) >= 20);
  await shot(nadia, 'site-roster');
});

test('the message stands on the screen that nobody touches, as it was written', async () => {
  const said = 'Samedi <b>fête</b> ; DROP TABLE site; -- à 14 h';
  await open('words');
  await nadia.fill('#message', said);
  await press('#save-message', 'L’écran le dit maintenant');
  assert.equal(desk.sql('SELECT message FROM site'), said);
  desk.kiosk(`wait 121s\nexpect screen attract\nexpect text "${said}"`);
  assert.equal(await nadia.inputValue('#message'), said);
  assert.equal(await nadia.getAttribute('#message', 'maxlength'), '160');
  const refused = await desk.post('01', '/api/site/message', {message: 'a'.repeat(161)});
  assert.deepEqual([refused.status, refused.body.field], [400, 'message']);
  await undo();
  assert.notEqual(desk.sql('SELECT message FROM site'), said);
});

test('the numbers of the safety page are changed where danger is told', async () => {
  await open('words');
  await nadia.fill('[id="lines[0].label"]', 'Astreinte du bailleur');
  await nadia.fill('[id="lines[0].phone"]', 'zéro');
  await nadia.click('#save-oncall');
  await nadia.waitForSelector('[id="lines[0].phone"][aria-invalid]');
  await nadia.fill('[id="lines[0].phone"]', '03 53 01 19 99');
  await press('#save-oncall', 'La page de sécurité montre ces numéros');
  desk.kiosk(`tap "Coups de main"\ntap #need\ntap "Électricité"\ntap "Plus de courant"
tap "Il y a un danger"\nexpect screen safety\nexpect text "03 53 01 19 99"`);
  await nadia.fill('#name', 'Conciergerie d’à côté');
  await press('#save-name', 'Le nom est enregistré');
  desk.kiosk('expect text "Conciergerie d’à côté"');
});

test('settings are told in units one thinks in, and keep within their bounds', async () => {
  await open('settings');
  assert.equal(await nadia.inputValue('#answer_s'), '30');
  await nadia.fill('#answer_s', '45');
  await press('#save-settings', 'Les réglages sont enregistrés');
  assert.equal(one("SELECT value FROM setting WHERE name = 'answer_s'"), 2700);
  await undo();
  assert.equal(one("SELECT value FROM setting WHERE name = 'answer_s'"), 1800);
  // A page anew: what was written before would build this one anew beneath the field.
  await nadia.reload();
  await nadia.fill('#undo_s', '600');
  assert.equal(await nadia.evaluate(() => document.getElementById('undo_s').validity.rangeOverflow),
    true);
  await nadia.click('#save-settings');
  const refused = await desk.post('01', '/api/settings/save', {name: 'undo_s', value: 36000});
  assert.equal(refused.status, 400);
});

test('every part is accessible, in French and English, and fits a phone', async () => {
  const phone = await desk.page('01', {lang: 'en-GB', width: 390, height: 800});
  await phone.waitForSelector('.side');
  for (const part of ['hours', 'closings', 'roster', 'words', 'settings']) {
    await open(part);
    assert.deepEqual(await violations(nadia), [], part);
    await go(phone, `#/site?part=${part}`, 'main h1:has-text("The house")');
    assert.deepEqual(await violations(phone), [], part);
    const wide = await phone.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${part} is ${wide} px too wide`);
    await shot(nadia, `site-${part}`);
  }
});
