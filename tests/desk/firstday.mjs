// SPDX-License-Identifier: EUPL-1.2
// The first day: from `conciergerie init` on an empty folder to a resident's request, answered.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {BUILD, go, pressOn, shot, startDesk, violations} from './support.mjs';

const dir = mkdtempSync(join(tmpdir(), 'first-'));
test.after(() => rmSync(dir, {recursive: true, force: true}));
const printed = execFileSync(join(BUILD, 'conciergerie'), ['init', '--db', join(dir, 'h.db'),
  '--pin-key', join(dir, 'key'), '--name', 'Maison neuve', '--staff', 'Nadia',
  '--hours', '2-5 09:00-12:00', '--at', '2026-09-08T16:30'], {encoding: 'utf8'});
const first = /change it: (\S+)/u.exec(printed)[1];
const desk = await startDesk({name: 'firstday', db: join(dir, 'h.db')});
test.after(() => desk.stop());
const one = (text) => Number(desk.sql(text));
const page = await desk.page(null);

const press = (selector, said) => pressOn(page, selector, said);
const step = (id) => page.innerText(`#step-${id} .pill`);
const firstDay = () => go(page, '#/firstday', '#step-desk');

test('who was printed signs in, and chooses a password first', async () => {
  await page.fill('#number', '01');
  await page.fill('#password', first);
  await page.click('[type=submit]');
  await page.waitForSelector('h1:has-text("mot de passe")');
  const fields = await page.locator('input[type=password]').all();
  for (const field of fields) {
    await field.fill(fields.length === 3 && field === fields[0] ? first : 'un jardin sous la pluie');
  }
  await page.click('[type=submit]');
  await page.waitForSelector('.side');
  assert.equal(one('SELECT is_temporary FROM password'), 0);
});

test('an empty house says what it lacks', async () => {
  await page.waitForSelector('#nav-firstday .count');
  assert.equal(await page.innerText('#nav-firstday .count'), '3');
  await firstDay();
  assert.deepEqual([await step('password'), await step('hours'), await step('oncall'),
    await step('services'), await step('items'), await step('desk')],
  ['fait', 'fait', 'à faire', 'à faire', 'pas encore', 'à faire']);
  assert.deepEqual(await violations(page), []);
  await shot(page, 'firstday');
});

test('step by step it is filled', async () => {
  await page.click('#go-hours');
  await page.waitForSelector('#hours-form');
  await page.fill('#opens-2-1', '14:00');
  await page.fill('#closes-2-1', '19:00');
  await press('#save-hours', 'Les horaires sont enregistrés');
  await firstDay();
  await page.click('#go-oncall');
  await page.waitForSelector('#oncall-form');
  await page.fill('[id="lines[0].label"]', 'Astreinte');
  await page.fill('[id="lines[0].phone"]', '03 53 01 19 99');
  await press('#save-oncall', 'La page de sécurité montre ces numéros');
  await firstDay();
  await page.click('#go-services');
  await page.waitForSelector('#starter-form');
  await page.check('#take-give_away');
  await page.check('#take-bread');
  await page.click('#take');
  await page.waitForSelector('.toast:has-text("2 lignes sont au catalogue")');
  assert.equal(desk.sql('SELECT group_concat(code) FROM service'), 'bread,give_away');
  await firstDay();
  await page.click('#go-items');
  await page.waitForSelector('#starter-form');
  await page.click('#tick-all');
  await page.click('#take');
  await page.waitForURL(/part=items/u, {timeout: 60000});
  assert.equal(one('SELECT count(*) FROM copy'), one('SELECT count(*) FROM item'));
  assert.ok(one('SELECT count(*) FROM item') > 20);
});

test('once the desk is taken the house is open, and the assistant goes', async () => {
  await firstDay();
  await press('#take-desk', 'Vous êtes à l’accueil');
  await page.waitForSelector('#nav-firstday', {state: 'detached'});
  await page.waitForSelector('#step-desk.is-done');
  await page.waitForSelector('.notice.ok');
  desk.kiosk('expect text "Ouverte jusqu’à 19 h"');
});

test('a resident asks at the screen, the desk says yes, and the screen tells it', async () => {
  desk.kiosk(`tap "Services"
tap "Solidaires entre nous"
tap "Donner un objet"
tap "Demander"
tap "Un meuble"
tap "Mercredi 9 sept."
tap #without
tap #come-back
tap #send
expect screen ticket`);
  const id = one('SELECT max(id) FROM request WHERE service_id IS NOT NULL');
  const number = desk.sql(`SELECT number FROM ticket WHERE request_id = ${id}`);
  await go(page, `#/queue?request_id=${id}`, '#yes');
  await page.click('#yes');
  for (let i = 0; i < 50 && desk.sql(`SELECT state FROM request_state WHERE request_id = ${id}`) !== 'accepted'; i++) {
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  assert.equal(desk.sql(`SELECT state FROM request_state WHERE request_id = ${id}`), 'accepted');
  desk.kiosk(`tap "Suivre ma demande"
tap "Avec le numéro du ticket"
type "${number}"
expect screen mine_request
expect text "Accepté"`);
});
