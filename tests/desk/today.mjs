// SPDX-License-Identifier: EUPL-1.2
// Aujourd'hui: presence, notes, what to prepare, what residents said, closing with what follows; from
// the page to the database, and back to the kiosk's screen.
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {go, pressOn, shot, startDesk, violations} from './support.mjs';

const desk = await startDesk({name: 'today'});
test.after(() => desk.stop());
const one = (text) => Number(desk.sql(text));
const MIDNIGHT = "CAST(strftime('%s', '2026-09-08T22:00:00') AS INTEGER)";

const nadia = await desk.page('01');
const open = (page, hash) => go(page, `#/${hash}`);
const undo = (page) =>
  pressOn(page, '.toast button:has-text("Annuler")', 'annulé');

test('the page has what the day brings, and no violation of accessibility', async () => {
  await open(nadia, 'today');
  await nadia.waitForSelector('text=Qui vient aujourd’hui');
  const data = (await desk.get('01', '/api/today')).body;
  assert.ok(data.comings.length > 0 && data.sessions.length > 0 && data.late.length > 0);
  for (const line of data.comings) {
    assert.equal(await nadia.locator(`#coming-${line.request_id}`).count(), 1);
  }
  assert.equal(data.counts.waiting, one('SELECT count(*) FROM request_state WHERE waits = 1'));
  assert.deepEqual(await violations(nadia), []);
  await shot(nadia, 'today');
});

test('leaving and taking the desk is one tap, and the screen says it', async () => {
  await open(nadia, 'today');
  await pressOn(nadia, '#leave-desk', 'quitté l’accueil');
  assert.equal(one('SELECT count(*) FROM presence WHERE ended_s IS NULL AND staff_id = 1'), 0);
  desk.kiosk('expect text "Personne n’est encore arrivé"');
  await pressOn(nadia, '#take-desk', 'Vous êtes à l’accueil');
  assert.equal(one('SELECT count(*) FROM presence WHERE ended_s IS NULL AND staff_id = 1'), 1);
  desk.kiosk('expect text "Ouverte jusqu’à"');
});

test('what lies ready is set aside from the day, and taken back', async () => {
  await open(nadia, 'today');
  const id = Number((await nadia.locator('[id^="prepare-"]').first().getAttribute('id')).slice(8));
  await pressOn(nadia, `#prepare-${id}`, 'Mis de côté');
  const state = () => desk.sql(`SELECT state FROM request_state WHERE request_id = ${id}`);
  assert.equal(state(), 'ready');
  await undo(nadia);
  assert.equal(state(), 'reserved');
});

test('a note is read and done by a colleague; HTML and SQL in it are text', async () => {
  const words = '<img src=x onerror=alert(1)> \'); DROP TABLE handover; --';
  await open(nadia, 'today');
  await nadia.fill('#note', words);
  await pressOn(nadia, '#note-form button', 'laissé aux collègues');
  const id = one('SELECT max(id) FROM handover');
  assert.equal(desk.sql(`SELECT words FROM handover_words WHERE handover_id = ${id}`), words);
  assert.equal(await nadia.locator('.note-words').first().textContent(), words);
  assert.equal(await nadia.locator('.note-words img').count(), 0);

  const karim = await desk.page('02');
  await open(karim, 'today');
  await pressOn(karim, `#read-${id}`, 'Noté comme lu');
  assert.equal(one(`SELECT staff_id FROM handover_read WHERE handover_id = ${id}`), 2);
  await pressOn(karim, `#done-${id}`, 'C’est fait');
  assert.equal(one(`SELECT done_staff_id FROM handover WHERE id = ${id}`), 2);
  await undo(karim);
  assert.equal(one(`SELECT done_at_s IS NULL FROM handover WHERE id = ${id}`), 1);
  // Whoever wrote it sees by whom it was read, without doing anything.
  await nadia.waitForSelector('.note:has-text("lu par Karim")');
  await karim.close();
});

test('one’s own note is changed, erased, and written again', async () => {
  await open(nadia, 'today');
  await nadia.fill('#note', 'Appeler le 12');
  await pressOn(nadia, '#note-form button', 'laissé aux collègues');
  const id = one('SELECT max(id) FROM handover');
  await nadia.click(`#edit-${id}`);
  await nadia.fill('dialog textarea', 'Appeler le 13');
  await pressOn(nadia, 'dialog [type=submit]', 'modifié');
  const words = () => desk.sql(`SELECT words FROM handover_words WHERE handover_id = ${id}`);
  assert.equal(words(), 'Appeler le 13');
  await pressOn(nadia, `#erase-${id}`, 'effacé');
  assert.equal(words(), '');
  await undo(nadia);
  assert.equal(words(), 'Appeler le 13');
});

test('what a resident said is seen, and can be unseen', async () => {
  await open(nadia, 'today');
  const id = Number((await nadia.locator('[id^="remark-"]').first().getAttribute('id')).slice(7));
  await pressOn(nadia, `#remark-${id}`, 'Noté comme vu');
  assert.equal(one(`SELECT is_open FROM remark WHERE id = ${id}`), 0);
  await undo(nadia);
  assert.equal(one(`SELECT is_open FROM remark WHERE id = ${id}`), 1);
});

test('what was asked but never shown is told, then known', async () => {
  const id = one(`SELECT t.request_id FROM ticket AS t JOIN request AS r ON r.id = t.request_id
    JOIN request_state AS s ON s.request_id = r.id
    WHERE r.channel = 'screen' AND s.is_ended = 0 AND r.kind = 'help' LIMIT 1`);
  desk.sql(`UPDATE ticket SET shown_at_s = NULL WHERE request_id = ${id}`);
  await open(nadia, 'agenda');
  await open(nadia, 'today');
  await nadia.waitForSelector('text=jamais été affiché');
  await pressOn(nadia, `#unshown-${id}`, 'au courant');
  assert.equal(one(`SELECT shown_at_s IS NOT NULL FROM ticket WHERE request_id = ${id}`), 1);
});

test('a call is answered once', async () => {
  const id = one('SELECT max(id) FROM call WHERE answered_at_s IS NULL');
  const calls = (await desk.get('01', '/api/calls')).body.lines;
  assert.ok(calls.some((call) => call.call_id === id));
  assert.equal((await desk.post('01', '/api/calls/answer', {call_id: id})).status, 200);
  const again = await desk.post('02', '/api/calls/answer', {call_id: id});
  assert.equal(again.body.error, 'conflict');
  assert.equal(one(`SELECT staff_id FROM call WHERE id = ${id}`), 1);
});

test('closing shows what it touches, does it in one go, and the screen says so', async () => {
  await open(nadia, 'close');
  await nadia.waitForSelector('#close-form');
  const data = (await desk.get('01', '/api/today/close')).body;
  assert.deepEqual(await violations(nadia), []);
  await shot(nadia, 'close');
  const session = data.sessions.find((line) => line.state === 'published');
  const loan = data.comings.find((line) => line.type === 'return');
  const pickup = data.comings.find((line) => line.type === 'pickup');
  await nadia.check(`[name="what-${session.request_id}"][value="cancel"]`);
  await nadia.check('[name="reason"][value="training"]');
  await pressOn(nadia, '#close-now', 'fermée pour aujourd’hui');
  assert.equal(one(`SELECT count(*) FROM closing WHERE until_s = ${MIDNIGHT}
    AND reason_code = 'training' AND staff_id = 1`), 1);
  const state = (id) => desk.sql(`SELECT state FROM request_state WHERE request_id = ${id}`);
  assert.equal(state(session.request_id), 'cancelled');
  assert.equal(one(`SELECT until_s FROM request_state WHERE request_id = ${loan.request_id}`),
    data.next_s);
  assert.equal(one(`SELECT from_s FROM request_state WHERE request_id = ${pickup.request_id}`),
    data.next_s);
  for (const id of [loan.request_id, pickup.request_id]) {
    assert.equal(one(`SELECT count(*) FROM notice WHERE request_id = ${id} AND state = 'to_tell'`), 1);
  }
  assert.equal(one('SELECT count(*) FROM presence WHERE ended_s IS NULL'), 0);
  // Whoever tells them says why, and until when.
  const before = desk.sql(`SELECT 'after_s=' || created_at_s || '&after_id=' || (id - 1) FROM notice
    WHERE request_id = ${loan.request_id} AND state = 'to_tell'`);
  await open(nadia, `notices?${before}&request_id=${loan.request_id}`);
  await nadia.waitForSelector('text=La conciergerie est fermée ce jour-là.');
  await open(nadia, 'today');
  desk.kiosk(`expect text "Fermée aujourd’hui"
expect text "la conciergerie est fermée ce jour-là"`);

  // The way back: a decision is taken back, then the house opens again.
  await nadia.waitForSelector(`#undo-${session.request_id}`);
  await shot(nadia, 'closed');
  await pressOn(nadia, `#undo-${session.request_id}`, 'annulé');
  assert.equal(state(session.request_id), 'published');
  await pressOn(nadia, '#take-desk', 'rouverte');
  desk.kiosk('expect text "Ouverte jusqu’à"');
});

test('a closing of which one part cannot be leaves everything as it was', async () => {
  const before = desk.sql('SELECT count(*) FROM decision');
  const {sessions} = (await desk.get('01', '/api/today/close')).body;
  const session = sessions.find((line) => line.state === 'published');
  const answer = await desk.post('01', '/api/today/close', {
    reason: 'absence',
    choices: [{request_id: session.request_id, no: session.no, what: 'cancel'},
      {request_id: session.request_id, no: session.no, what: 'move'}],
  });
  assert.equal(answer.body.error, 'invalid');
  assert.equal(answer.body.field, String(session.request_id));
  assert.equal(desk.sql('SELECT count(*) FROM decision'), before);
  for (const body of [{reason: 'pizza'}, {reason: 'absence', choices: [{request_id: 1, what: 'burn'}]},
    {reason: 'absence', choices: 7}]) {
    assert.equal((await desk.post('01', '/api/today/close', body)).status, 400);
  }
});

test('the day sheet prints what the day brings', async () => {
  await open(nadia, 'print/day');
  await nadia.waitForSelector('.paper table');
  const text = await nadia.locator('.paper').textContent();
  for (const word of ['Feuille du jour', 'Horaires', 'Qui vient, et quand', '112']) {
    assert.ok(text.includes(word), word);
  }
  assert.deepEqual(await violations(nadia), []);
  const english = await desk.page('01', {lang: 'en'});
  await open(english, 'print/day?day=2026-09-09');
  await english.waitForSelector('text=Day sheet');
  await english.waitForSelector('text=Wednesday');
  await english.close();
});
