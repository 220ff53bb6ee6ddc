// SPDX-License-Identifier: EUPL-1.2
/* A date that stands in the agenda: moved, postponed, cancelled, changed, told of. From the page to the
 * database, and to the residents' screen. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { SESSIONS, at, send, startOf, stateOf } from './sessions.mjs';
import { startSmall } from './small_house.mjs';
import { assertAccessible, go, shot, textOf } from './support.mjs';

test('who has booked is asked again when a date moves, and sees it at the screen', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, `#/agenda?session_id=${SESSIONS.booked}`);
    assert.match(await textOf(page, '#act-move'), /1 réservation/u);
    await page.click('#act-move');
    await assertAccessible(page);
    await page.fill('#from', '15:00');
    await page.fill('#to', '17:00');
    await page.selectOption('#reason', 'room');
    await page.fill('#words', 'La cuisine est prise <script>alert(1)</script>');
    await shot(page, 'agenda-move');
    await send(page);
    await desk.until('SELECT state FROM request_state WHERE request_id = 208', 'to_reconfirm');
    assert.equal(startOf(desk, SESSIONS.booked), at('2026-09-11 15:00'));
    assert.equal(desk.value('SELECT state FROM notice WHERE request_id = 208'), 'to_tell');
    assert.match(await textOf(page, '.toast'), /1 foyer à prévenir/u);
    desk.kiosk(`tap "Suivre ma demande"
scan "${desk.cards['0608']}"
expect text "Déplacé : venez-vous toujours ?"
tap #request-208
expect screen mine_request
expect text "La cuisine est prise <script>"`);
    assert.equal(desk.value('SELECT state FROM notice WHERE request_id = 208'), 'told');
    await page.waitForSelector('#undo-session');
    assert.match(await textOf(page, '.split-detail'), /<script>alert\(1\)<\/script>/u);
    await page.click('#undo-session');
    await desk.until('SELECT state FROM request_state WHERE request_id = 208', 'confirmed');
});

test('a cancelled date stays at the screen, with its reason', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, `#/agenda?session_id=${SESSIONS.sewing}`);
    await page.click('#act-cancel');
    await page.click('#session-form [type=submit]');
    assert.equal(stateOf(desk, SESSIONS.sewing), 'published'); /* a reason is needed */
    await page.selectOption('#reason', 'weather');
    await send(page);
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${SESSIONS.sewing}`,
        'cancelled');
    await shot(page, 'agenda-cancelled');
    await assertAccessible(page);
    desk.kiosk(`tap "Ateliers et agenda"
expect sql "SELECT count(*) FROM request_state WHERE request_id = ${SESSIONS.sewing} AND state = 'cancelled'" "1"
expect text "à cause de la météo"`);
});

test('a date is postponed without a new one, then published again', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, `#/agenda?session_id=${SESSIONS.booked}`);
    await page.click('#act-postpone');
    await page.selectOption('#reason', 'host_away');
    await send(page);
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${SESSIONS.booked}`,
        'postponed');
    await page.click('#act-again');
    await page.fill('#day', '2026-09-25');
    await send(page);
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${SESSIONS.booked}`,
        'published');
    assert.equal(startOf(desk, SESSIONS.booked), at('2026-09-25 10:00'));
    assert.equal(stateOf(desk, 208), 'to_reconfirm');
});

test('a date that is foreseen is shown as not sure yet, and published as it stands', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, `#/agenda?session_id=${SESSIONS.booked}`);
    await page.click('#act-postpone');
    await page.selectOption('#reason', 'host_away');
    await page.fill('#day', '2026-09-18');
    await send(page);
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${SESSIONS.booked}`,
        'postponed');
    desk.kiosk(`tap "Ateliers et agenda"
tap #later
tap #session-${SESSIONS.booked}
expect text "cette nouvelle date n’est pas encore sûre"`);
    await page.click('#act-again');
    assert.equal(await page.inputValue('#day'), '2026-09-18');
    await send(page);
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${SESSIONS.booked}`,
        'published');
    assert.equal(startOf(desk, SESSIONS.booked), at('2026-09-18 10:00'));
});

test('seats cannot be fewer than are taken, and what was typed stays', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, `#/agenda?session_id=${SESSIONS.repair}`);
    await page.click('#act-change');
    await page.fill('#place', 'Jardin');
    await page.fill('#capacity', '5');
    await page.click('#session-form [type=submit]');
    await page.waitForSelector('dialog .error');
    assert.match(await textOf(page, 'dialog .error'), /6 places sont déjà prises/u);
    assert.equal(await page.inputValue('#place'), 'Jardin');
    await page.fill('#capacity', '12');
    await send(page);
    await desk.until(`SELECT capacity FROM session WHERE request_id = ${SESSIONS.repair}`, 12);
    assert.equal(desk.value("SELECT count(*) FROM decision WHERE reason_code = 'place_changed'"), 3);
});

test('a word is said to all who come', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, `#/agenda?session_id=${SESSIONS.booked}`);
    await page.click('#act-tell');
    await page.fill('#words', 'Apportez un tablier.');
    await send(page);
    await desk.until("SELECT count(*) FROM decision_words WHERE words = 'Apportez un tablier.'", 2);
    desk.kiosk(`tap "Suivre ma demande"
scan "${desk.cards['0608']}"
expect text "Du nouveau pour vous"
tap #request-208
expect text "Confirmé"
expect text "Apportez un tablier."`);
    assert.equal(desk.value('SELECT state FROM notice WHERE request_id = 208'), 'told');
});

test('two on one date: the second sees what the first decided', async (t) => {
    const desk = await startSmall(t);
    const nadia = await desk.open('01');
    const karim = await desk.open('02');
    await go(nadia, `#/agenda?session_id=${SESSIONS.sewing}`);
    await go(karim, `#/agenda?session_id=${SESSIONS.sewing}`);
    await karim.click('#act-move'); /* a dialog is open: the page below keeps still */
    await nadia.click('#act-cancel');
    await nadia.selectOption('#reason', 'room');
    await send(nadia);
    await karim.fill('#day', '2026-09-24');
    await karim.click('#session-form [type=submit]');
    await karim.waitForSelector('dialog .error');
    assert.equal(stateOf(desk, SESSIONS.sewing), 'cancelled');
    await karim.keyboard.press('Escape');
    await karim.waitForSelector('.split-detail .notice.bad');
});
