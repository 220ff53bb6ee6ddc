// SPDX-License-Identifier: EUPL-1.2
// Services at the desk: from the page to the rows, and back on the kiosk's screen.
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import {load, shot, startDesk, violations} from './support.mjs';

let desk;
let page;

before(async () => {
  desk = await startDesk({name: 'services'});
  page = await desk.page('01');
  await page.locator('#main h1').waitFor(); // it has gone to its first page by itself
});
after(() => desk.stop());

const sql = (text) => desk.sql(text);
const state = (id) => sql(`SELECT state FROM request_state WHERE request_id = ${id}`);
const first = (kind, code) => sql(`SELECT min(request_id) FROM request_state
  WHERE kind = '${kind}' AND state = '${code}' AND is_danger = 0`);
const said = (text) => page.locator('.toast', {hasText: text}).waitFor();
const dialog = () => page.getByRole('dialog');

// Loads the page anew: what was said before stands there no longer.
async function open(id, view) {
  await load(page, `${desk.url}/#/services?view=${view}&request_id=${id}`);
  await page.locator('.detail-head').waitFor();
}

async function press(verb) {
  await page.locator(`#act-${verb}`).click();
}

test('a deposit is accepted, left with its price, sent, followed and paid', async () => {
  const id = sql(`SELECT s.request_id FROM request_state AS s JOIN request AS r ON r.id = s.request_id
    JOIN service AS v ON v.id = r.service_id WHERE s.kind = 'deposit' AND s.state = 'asked'
    AND v.partner_id IS NOT NULL ORDER BY 1 LIMIT 1`);
  await open(id, 'asked');
  await press('accept');
  await said('Accepté');
  assert.equal(state(id), 'announced');
  await open(id, 'deposits');
  await press('leave');
  await page.getByLabel('Ce qui est déposé').fill('<b>Deux</b> paires; DROP TABLE');
  await page.getByLabel('Prix estimé').fill('12,50');
  await dialog().getByRole('button', {name: 'Noter', exact: true}).click();
  await page.getByText('Convenu : 12,50').waitFor();
  assert.equal(state(id), 'left');
  assert.equal(await page.getByText('<b>Deux</b> paires; DROP TABLE').count() > 0, true);
  await press('send');
  await dialog().getByRole('button', {name: 'Envoyer', exact: true}).click();
  await page.getByRole('heading', {name: 'Envoyé'}).waitFor();
  assert.equal(state(id), 'with_provider');
  assert.equal(sql(`SELECT count(*) FROM request_partner WHERE request_id = ${id}`), '1');
  await open(id, 'sent');
  await page.locator(`#remind-${id}`).click();
  await said('La relance est notée.');
  assert.equal(sql(`SELECT count(*) FROM request_partner_reminder WHERE request_id = ${id}`), '1');
  await page.getByRole('button', {name: 'Annuler', exact: true}).click();
  await said('annulé');
  assert.equal(sql(`SELECT count(*) FROM request_partner_reminder WHERE request_id = ${id}`), '0');
  await press('receive');
  await page.locator('#act-collect').waitFor();
  await press('collect');
  await page.getByLabel('Montant payé').fill('20');
  await dialog().getByRole('button', {name: 'Noter', exact: true}).click();
  await page.locator('.toast.trouble').waitFor();
  assert.equal(state(id), 'ready');
  await press('collect');
  await dialog().getByRole('button', {name: 'Noter', exact: true}).click();
  await page.getByText('Payé : 12,50').waitFor();
  assert.equal(state(id), 'collected');
});

test('what costs more is asked about, and answered at the screen', async () => {
  const id = sql(`SELECT s.request_id FROM request_state AS s JOIN household AS h
    ON h.id = s.household_id WHERE h.number = '0152' AND s.kind = 'deposit'
    AND s.state = 'announced'`);
  await open(id, 'deposits');
  await press('leave');
  await page.getByLabel('Ce qui est déposé').fill('Deux chemises');
  await page.getByLabel('Prix estimé').fill('12');
  await dialog().getByRole('button', {name: 'Noter', exact: true}).click();
  await page.locator('#act-reprice').click();
  await page.getByLabel('Nouveau prix').fill('18');
  await dialog().getByRole('button', {name: 'Noter', exact: true}).click();
  await page.getByText('À convenir : 18').waitFor();
  assert.equal(state(id), 'to_agree');
  desk.kiosk(`
tap "Suivre ma demande"
scan "${desk.accounts.household['0152'].card}"
tap #request-${id}
expect text "Ce serait 18 €, au lieu de 12 €."
tap "Oui, d’accord pour ce prix"
expect text "Prix convenu : 18 €"
`);
  assert.equal(state(id), 'left'); // it has not been anywhere yet
  assert.equal(sql(`SELECT agreed_cents FROM request_prices WHERE request_id = ${id}`), '1800');
});

test('what nobody fetches is given up, and what was damaged is said; both can be taken back', async () => {
  const left_long = first('deposit', 'to_remind');
  const given = () => Number(sql("SELECT count(*) FROM act WHERE kind = 'deposit' AND outcome = 'given'"));
  const before = given();
  await open(left_long, 'deposits');
  await press('give');
  await said('Donné');
  assert.equal(state(left_long), 'given');
  assert.equal(given(), before + 1);
  await page.getByRole('button', {name: 'Annuler', exact: true}).click();
  await said('annulé');
  assert.equal(state(left_long), 'to_remind');

  const away = first('deposit', 'with_provider');
  await open(away, 'deposits');
  await press('damage');
  await said('Abîmé');
  assert.equal(state(away), 'damaged');
  assert.equal(sql(`SELECT n.state FROM notice AS n JOIN request_state AS s
    ON s.request_id = n.request_id AND s.no = n.no WHERE s.request_id = ${away}`), 'to_tell');
  await page.getByRole('button', {name: 'Annuler', exact: true}).click();
  await said('annulé');
  assert.equal(state(away), 'with_provider');
});

test('another date is proposed for what was asked, and whoever asked is to be told', async () => {
  const id = sql(`SELECT min(request_id) FROM request_state
    WHERE kind = 'enquiry' AND state = 'asked' AND from_s IS NOT NULL`);
  await open(id, 'asked');
  await press('propose');
  await page.getByLabel('Jour et heure').fill('2026-09-17T10:00');
  await dialog().getByRole('button', {name: 'Noter', exact: true}).click();
  await page.locator('.detail-head', {hasText: 'autre proposition faite'}).waitFor();
  assert.equal(sql(`SELECT state, datetime(from_s, 'unixepoch') FROM request_state
    WHERE request_id = ${id}`), 'counter_proposed|2026-09-17 08:00:00');
  assert.equal(sql(`SELECT n.state FROM notice AS n JOIN request_state AS s
    ON s.request_id = n.request_id AND s.no = n.no WHERE s.request_id = ${id}`), 'to_tell');
});

test('what is asked for at the counter waits, or has its yes at once', async () => {
  const service = sql("SELECT id FROM service WHERE code = 'garden_plot'");
  const take = async (says_yes) => {
    await load(page, `${desk.url}/#/services-take?service_id=${service}`);
    await page.locator('#answer-what').selectOption({index: 1});
    await page.getByLabel('Prénom').fill('Odile');
    await page.getByLabel('Oui tout de suite').setChecked(says_yes);
    await page.locator('#take').click();
    await said('Reçu');
    return sql("SELECT s.request_id, s.state, r.channel FROM request_state AS s JOIN request AS r"
      + " ON r.id = s.request_id WHERE s.kind = 'enquiry' ORDER BY s.request_id DESC LIMIT 1").split('|');
  };
  const [waiting, asked, channel] = await take(false);
  assert.deepEqual([asked, channel], ['asked', 'desk']);
  const [id, accepted] = await take(true);
  assert.equal(accepted, 'accepted');
  assert.notEqual(id, waiting);
  assert.equal(sql(`SELECT first_name FROM request_contact WHERE request_id = ${id}`), 'Odile');
});

test('a visit is planned, and stands in its week', async () => {
  const id = first('visit', 'qualified');
  await open(id, 'week');
  await press('plan');
  await page.getByLabel('Jour et heure').fill('2026-09-10T14:00');
  await dialog().getByRole('button', {name: 'Noter', exact: true}).click();
  await said('Planifié');
  assert.equal(state(id), 'planned');
  await load(page, `${desk.url}/#/services?view=week`);
  await page.locator(`#planned-${id}`).waitFor();
  await shot(page, 'services-week');
});

test('an enquiry is sent on to whoever sees to it, and that is taken back', async () => {
  const id = first('enquiry', 'accepted');
  await open(id, 'todo');
  await press('send');
  await page.locator('#partners-found input').first().check();
  await dialog().getByRole('button', {name: 'Envoyer', exact: true}).click();
  await said('Envoyé');
  assert.equal(sql(`SELECT count(*) FROM request_partner WHERE request_id = ${id}`), '1');
  await page.getByRole('button', {name: 'Annuler', exact: true}).click();
  await said('annulé');
  assert.equal(sql(`SELECT count(*) FROM request_partner WHERE request_id = ${id}`), '0');
});

test('what is left at the counter has a slip in two parts, whose bag can be scanned', async () => {
  const service = sql(`SELECT id FROM service WHERE code = 'keys_copy'`);
  await load(page, `${desk.url}/#/services-take?service_id=${service}`);
  await page.getByLabel('En mots').fill('Une clé plate, deux doubles');
  await page.getByLabel('Prix estimé').fill('6');
  await page.getByLabel('Prénom').fill('Odile');
  assert.deepEqual(await violations(page), []);
  await shot(page, 'services-take');
  await page.locator('#take').click();
  await page.getByRole('heading', {name: 'Pour le sac'}).waitFor();
  const [id, number] = sql(`SELECT r.id, t.number FROM request AS r JOIN ticket AS t
    ON t.request_id = r.id ORDER BY r.id DESC LIMIT 1`).split('|');
  assert.equal(state(id), 'left');
  assert.equal(await page.locator('.slip svg').count(), 2);
  assert.deepEqual(await violations(page), []);
  await shot(page, 'services-slip');
  const scanned = await desk.post('01', '/api/scan', {code: `N1${number}`});
  assert.equal(String(scanned.body.request_id), id);
  // Later its own code is not known any more: the bag's is.
  await page.reload();
  await page.getByRole('heading', {name: 'Pour le sac'}).waitFor();
  assert.equal(await page.locator('.slip svg').count(), 1);
});

test('every list is without a violation, also on a phone', async () => {
  const phone = await desk.page('01', {lang: 'en', width: 400, height: 800});
  await phone.locator('#main h1').waitFor();
  for (const view of ['asked', 'todo', 'deposits', 'week', 'sent']) {
    for (const one of [page, phone]) {
      await load(one, `${desk.url}/#/services?view=${view}`);
      await one.getByRole('heading', {name: 'Services', level: 1}).waitFor();
      assert.deepEqual(await violations(one), [], view);
    }
    await shot(page, `services-${view}`);
  }
});
