// SPDX-License-Identifier: EUPL-1.2
// The figures: looked at, reported to funders, handed out as a table, closed for good.
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {assertAccessible, assertFits, go, pressOn, shot, startDesk, textOf} from './support.mjs';

const HTML = '=<img src=x onerror="document.title=1">';
const desk = await startDesk({name: 'figures'});
test.after(() => desk.stop());
const one = (text) => Number(desk.sql(text));
const closed = () => desk.sql('SELECT group_concat(quarter) FROM closed_quarter');

const ines = await desk.page('03');
const nadia = await desk.page('01');

test('the running quarter adds up what was done and what was missing', async () => {
  await go(nadia, '#/figures');
  const text = await textOf(nadia);
  assert.match(text, /Trimestre 3 de 2026/u);
  assert.match(text, /Ce trimestre est en cours/u);
  const {lines, funders} = (await desk.get('01', '/api/figures')).body;
  const sum = (name) => lines.reduce((total, line) => total + line[name], 0);
  const OF = 'FROM act WHERE day BETWEEN 20260701 AND 20260931';
  assert.equal(sum('acts'), one(`SELECT sum(iif(corrects_id IS NULL, 1, -1)) ${OF}`));
  assert.equal(sum('adults'), one(`SELECT sum(adults) ${OF}`));
  assert.equal(sum('cents'), one(`SELECT sum(cents) ${OF}`));
  assert.ok(sum('acts') > 0);
  for (const funder of funders) {
    assert.equal(funder.acts, one(`SELECT sum(iif(corrects_id IS NULL, 1, -1)) ${OF}
      AND instr(',' || funder_tags || ',', ',${funder.tag},') > 0`));
  }
  assert.equal(await nadia.locator('#close-quarter, #export, #funder-form').count(), 0);
  await assertAccessible(nadia);
});

test('what is reported to a funder is said by a coordinator, and taken back', async () => {
  await go(ines, '#/figures');
  const service = one('SELECT min(id) FROM service');
  await ines.selectOption('#what', `service ${service}`);
  await ines.fill('#tag', HTML);
  await pressOn(ines, '#funder-form [type=submit]', 'Compté pour');
  assert.equal(desk.sql(`SELECT tag FROM funder_tag WHERE service_id = ${service} AND tag LIKE '=%'`), HTML);
  await ines.waitForSelector(`h3:has-text('<img')`);
  await pressOn(ines, '.toast button:has-text("Annuler")', 'Annulé');
  assert.equal(one(`SELECT count(*) FROM funder_tag WHERE service_id = ${service} AND tag LIKE '=%'`), 0);
  const twice = {of: 'service', id: service, tag: 'Ville'};
  assert.equal((await desk.post('03', '/api/figures/tag', twice)).status, 200);
  assert.equal((await desk.post('03', '/api/figures/tag', twice)).body.error, 'conflict');
  for (const wrong of [{of: 'house'}, {tag: 'a,b'}, {tag: ''}, {id: 99999}]) {
    assert.equal((await desk.post('03', '/api/figures/tag', {...twice, tag: 'Métropole', ...wrong})).body.error,
      'invalid');
  }
});

test('a table holds every figure of the quarter, and no formula', async () => {
  desk.sql(`INSERT INTO act (day, kind, subject_code, outcome, ended_by, channel, is_known, funder_tags)
    VALUES (20260810, 'enquiry', 'digital', 'done', 'desk', 'desk', 0, '=1+1;"')`);
  await go(ines, '#/figures');
  const [file] = await Promise.all([ines.waitForEvent('download'), ines.click('#export')]);
  assert.equal(file.suggestedFilename(), '20263.csv');
  const rows = readFileSync(await file.path(), 'utf8').split('\r\n');
  assert.ok(rows[0].startsWith('\ufeffday;for_day;kind;'));
  assert.equal(rows.length - 2, one('SELECT count(*) FROM act WHERE day BETWEEN 20260701 AND 20260931'));
  assert.ok(rows.some((row) => row.endsWith(`;"'=1+1;"""`)));
});

test('a quarter is closed once it is over, by a coordinator who was told what follows', async () => {
  assert.equal((await desk.post('03', '/api/figures/close', {quarter: 20263})).body.error, 'conflict');
  assert.equal((await desk.post('03', '/api/figures/close', {quarter: 20265})).body.error, 'invalid');
  await go(nadia, '#/figures?quarter=20262');
  assert.match(await textOf(nadia), /Une coordinatrice/u);
  await go(ines, '#/figures?quarter=20262');
  await ines.click('#close-quarter');
  assert.match(await textOf(ines, 'dialog'), /Aucun chiffre de ce trimestre ne change plus/u);
  await assertAccessible(ines);
  await shot(ines, 'figures-close');
  await ines.click('dialog .dialog-foot button:not(.danger)');
  assert.equal(closed(), '');
  await ines.click('#close-quarter');
  await pressOn(ines, 'dialog .danger', 'est clos');
  assert.equal(closed(), '20262');
  await ines.waitForSelector('.notice.ok');
  assert.match(await textOf(ines), /Clos le .* par/u);
  await assertAccessible(ines);
});

test('the figures fit a phone', async () => {
  const page = await desk.page('03', {width: 360, height: 740});
  await go(page, '#/figures');
  await assertFits(page);
  await shot(page, 'figures-phone', {fullPage: true});
  await go(ines, '#/figures');
  await shot(ines, 'figures', {fullPage: true});
});
