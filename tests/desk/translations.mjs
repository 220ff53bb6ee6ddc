// SPDX-License-Identifier: EUPL-1.2
// The house's words in the screen's other languages: written at the desk, read on the residents' screen,
// found by its search.
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {go, pressOn, shot, startDesk, violations} from './support.mjs';

const desk = await startDesk({name: 'translations'});
test.after(() => desk.stop());
const nadia = await desk.page('01');
await nadia.waitForSelector('.side');
const HTML = '<b>Fett</b> & "so" \'; DROP TABLE translation; --';
const field = (line, lang) => `[id="lines[${line}].${lang}"]`;
const said = (french, lang) => desk.sql(
  `SELECT text FROM translation WHERE french = '${french}' AND lang = '${lang}'`);
const press = (selector, said) => pressOn(nadia, selector, said);

test('a thing is translated from its own page, and the screen shows and finds it', async () => {
  await go(nadia, '#/catalogue?part=items&class_id=1&id=8', '.detail-head');
  await nadia.click('#translations');
  await nadia.waitForSelector('#translations-form');
  assert.equal(await nadia.textContent('legend >> nth=0'), 'Niveau laser');
  assert.equal(await nadia.getAttribute(field(0, 'ar'), 'dir'), 'rtl');
  assert.equal(await nadia.getAttribute(field(0, 'de'), 'lang'), 'de');
  await nadia.fill(field(0, 'de'), '  Laser-Wasserwaage ');
  await nadia.fill(field(0, 'ar'), 'ميزان ليزر');
  await nadia.fill(field(1, 'de'), HTML);
  assert.deepEqual(await violations(nadia), []);
  await shot(nadia, 'translations');
  await press('#save', 'Enregistré');
  assert.equal(said('Niveau laser', 'de'), 'Laser-Wasserwaage');
  assert.equal(said('Niveau laser', 'ar'), 'ميزان ليزر');
  assert.equal(said('Niveau laser', 'tr'), '');
  desk.kiosk(`tap #lang-de
tap #tile-lend
tap #search
type "wasserw"
tap "Laser-Wasserwaage"
expect screen item
expect text "<b>Fett</b>"
tap #language
tap #lang-ar
expect text "ميزان ليزر"
tap #language
tap #lang-tr
expect text "Niveau laser"
tap #language
tap #lang-fr
expect text "Niveau laser"`);
});

test('what is emptied is French again, and can be taken back', async () => {
  await go(nadia, '#/translations?of=item&id=8', '#translations-form');
  assert.equal(await nadia.inputValue(field(0, 'de')), 'Laser-Wasserwaage');
  await nadia.fill(field(0, 'de'), '');
  await press('#save', 'Enregistré');
  assert.equal(said('Niveau laser', 'de'), '');
  assert.equal(said('Niveau laser', 'ar'), 'ميزان ليزر');
  await nadia.click('.toast button:has-text("Annuler")');
  await nadia.waitForSelector('.toast:has-text("annulé")');
  assert.equal(said('Niveau laser', 'de'), 'Laser-Wasserwaage');
});

test('services with their forms, activities with their places, partners and the house', async () => {
  const french = async (of, id) => {
    await go(nadia, `#/translations?of=${of}&id=${id}`, '#translations-form');
    return nadia.locator('legend').allTextContents();
  };
  const service = await french('service', 1);
  assert.equal(service[0], desk.sql('SELECT title FROM service WHERE id = 1'));
  const asked = desk.sql('SELECT label FROM service_field WHERE service_id = 1 ORDER BY position').split('\n');
  for (const label of asked) {
    assert.ok(service.includes(label), label);
  }
  const activity = await french('activity', 1);
  assert.ok(activity.includes(desk.sql('SELECT title FROM activity WHERE id = 1')));
  assert.ok(activity.includes(desk.sql('SELECT min(place) FROM session WHERE activity_id = 1')));
  assert.ok((await french('partner', 20)).includes(desk.sql('SELECT summary FROM partner WHERE id = 20')));
  const house = await french('house', 0);
  assert.equal(house[0], desk.sql('SELECT message FROM site'));
  assert.ok(house.includes(desk.sql('SELECT title FROM item_class WHERE id = 1')));
  for (const [page, place] of [['catalogue?part=services&id=1', 'service'],
    ['catalogue?part=partners&id=20', 'partner'], ['activities?activity_id=1', 'activity'],
    ['site?part=words', 'house']]) {
    await go(nadia, `#/${page}`, '#translations');
    assert.match(await nadia.getAttribute('#translations', 'href'), new RegExp(`of=${place}&`, 'u'));
  }
});

test('a text that is too long is refused with all of its line', async () => {
  const line = {french: 'Niveau laser', de: 'a'.repeat(301), en: 'Laser level', ar: '', tr: ''};
  const refused = await desk.post('01', '/api/translations/save', {lines: [line]});
  assert.equal(refused.status, 400);
  assert.equal(refused.body.field, 'lines[0].de');
  assert.equal(said('Niveau laser', 'en'), '');
});
