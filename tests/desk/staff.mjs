// SPDX-License-Identifier: EUPL-1.2
// The staff, for coordinators: a colleague is written down and let in by what is drawn once; leaves,
// and comes back.
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {go, pressOn, shot, signIn, startDesk, violations} from './support.mjs';

const desk = await startDesk({name: 'staff'});
test.after(() => desk.stop());
const one = (text) => Number(desk.sql(text));
const ines = await desk.page('03');
await ines.waitForSelector('.side');

const open = async (id) => {
  await go(ines, `#/staff?staff_id=${id}`, '.detail-head');
};
const press = (selector, said) => pressOn(ines, selector, said);
// What was drawn, as it is shown once.
const draw = async (selector) => {
  await ines.click(selector);
  await ines.waitForSelector('#secret, dialog .main');
  if (await ines.locator('#secret').count() === 0) {
    await ines.click('dialog .main'); // in place of another
    await ines.waitForSelector('#secret');
  }
  const secret = await ines.innerText('#secret');
  await ines.click('#secret-noted');
  await ines.waitForSelector('#secret', {state: 'detached'});
  return secret;
};

let lina = 0;

test('a concierge neither sees the page nor may ask for it', async () => {
  const nadia = await desk.page('01');
  await nadia.waitForSelector('.side');
  assert.equal(await nadia.locator('#nav-staff').count(), 0);
  assert.equal((await desk.get('01', '/api/staff')).status, 403);
});

test('a colleague is written down; what cannot be is said at its field', async () => {
  await open('new');
  await ines.fill('#first_name', '<i>Lina</i>');
  await ines.fill('#number', '01');
  await ines.click('#save-staff');
  await ines.waitForSelector('.error:has-text("Ce numéro est pris")');
  await ines.fill('#number', '');
  await ines.fill('#household_number', '9999');
  await ines.click('#save-staff');
  await ines.waitForSelector('#household_number[aria-invalid]');
  assert.equal(await ines.inputValue('#first_name'), '<i>Lina</i>');
  await ines.fill('#household_number', '0412');
  await press('#save-staff', 'C’est noté pour <i>Lina</i>');
  lina = one('SELECT max(id) FROM staff');
  assert.equal(desk.sql(`SELECT number, first_name, role FROM staff WHERE id = ${lina}`),
    '04|<i>Lina</i>|concierge');
  await ines.waitForSelector('.detail-head:has-text("<i>Lina</i>")');
  assert.deepEqual(await violations(ines), []);
  await shot(ines, 'staff');
});

test('a password, a PIN and a card are shown once, and open', async () => {
  const password = await draw('#draw-password');
  assert.equal((await ines.content()).includes(password), false);
  const login = await signIn(desk.url, '04', password);
  assert.equal(one(`SELECT is_temporary FROM password WHERE staff_id = ${lina}`), 1);
  assert.ok(login.csrf.length > 0);
  const pin = (await draw('#draw-pin')).replace(/\s/gu, '');
  const card = await draw('#draw-card');
  desk.kiosk(`scan "${card}"\nexpect screen staff\ntype "${pin}"\nwait 2s\nexpect screen staff-menu`);
  const again = await draw('#draw-card');
  assert.notEqual(again, card);
  desk.kiosk(`scan "${card}"\nexpect text "Cette carte ne fonctionne plus"`);
});

test('what is drawn goes on paper only once', async () => {
  await open(lina);
  await ines.click('#draw-pin');
  await ines.click('dialog .main');
  await ines.waitForSelector('#secret');
  const pin = await ines.innerText('#secret');
  await ines.click('#print-secret');
  await ines.waitForSelector('.slip .secret');
  assert.equal(await ines.innerText('.slip .secret'), pin);
  assert.equal(ines.url().includes(pin.replace(/\s/gu, '')), false);
  await ines.reload();
  await ines.waitForSelector('.slip');
  assert.equal(await ines.locator('.secret').count(), 0);
});

test('whoever leaves gets in nowhere any more, and may come back', async () => {
  await open(lina);
  const card = await draw('#draw-card');
  await ines.click('#leave');
  await ines.click('dialog .danger');
  await ines.waitForSelector('.toast:has-text("a quitté la conciergerie")');
  assert.notEqual(desk.sql(`SELECT left_at_s FROM staff WHERE id = ${lina}`), '');
  assert.equal(one(`SELECT count(*) FROM password WHERE staff_id = ${lina}`), 0);
  desk.kiosk(`scan "${card}"\nexpect text "Cette carte ne fonctionne plus"`);
  await press('#return', 'travaille de nouveau ici');
  assert.equal(desk.sql(`SELECT left_at_s FROM staff WHERE id = ${lina}`), '');
});

test('the last coordinator stays one, and nobody takes themselves away', async () => {
  const own = one("SELECT id FROM staff WHERE number = '03'");
  await open(own);
  assert.equal(await ines.locator('#leave').count(), 0);
  await ines.selectOption('#role', 'concierge');
  await ines.click('#save-staff');
  await ines.waitForSelector('.error:has-text("coordinat")');
  assert.equal(desk.sql(`SELECT role FROM staff WHERE id = ${own}`), 'coordinator');
});

test('an organiser needs an association', async () => {
  await open(lina);
  await ines.selectOption('#role', 'organiser');
  await ines.click('#save-staff');
  await ines.waitForSelector('#partner_id[aria-invalid]');
  await ines.selectOption('#partner_id', '16');
  await press('#save-staff', 'Enregistré');
  assert.equal(one(`SELECT partner_id FROM staff WHERE id = ${lina}`), 16);
});
