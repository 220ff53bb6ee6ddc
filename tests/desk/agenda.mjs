// SPDX-License-Identifier: EUPL-1.2
/* The agenda: looked at, new dates, dates moved, postponed, cancelled, changed; activities. From the
 * page to the database, and to the residents' screen. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertAccessible, assertFits, go, shot, textOf } from './support.mjs';
import { startSmall } from './small_house.mjs';

const SESSIONS = {
    booked: 105, /* Cuisine, 11 September 10 h: booking 208 */
    repair: 102, /* 9 September 14 h: six of eight seats taken */
    sewing: 104, /* 10 September 14 h: nobody has booked */
    postponed: 108,
};

function stateOf(desk, id) {
    return desk.value(`SELECT state FROM request_state WHERE request_id = ${id}`);
}

function startOf(desk, id) {
    return desk.value(`SELECT starts_s FROM session WHERE request_id = ${id}`);
}

/* UTC seconds of "2026-09-15 14:00" in summer, in Paris. */
function at(local) {
    return Date.parse(`${local.replace(' ', 'T')}:00+02:00`) / 1000;
}

async function send(page) {
    await page.click('#session-form [type=submit]');
    await page.waitForSelector('dialog', { state: 'detached' });
}

test('a week and a month, by day, by kind', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, '#/agenda');
    const week = await textOf(page, '.split-list');
    assert.match(week, /Mercredi 9 septembre/u);
    assert.match(week, /Permanence : parler de ses factures[\s\S]*annulé/u);
    assert.doesNotMatch(week, /16 septembre/u);
    await go(page, '#/agenda?view=month');
    assert.match(await textOf(page, '.split-list'), /Mercredi 16 septembre/u);
    await assertAccessible(page);
    await go(page, '#/agenda?kind=cafe');
    assert.equal(await page.locator('.line').count(), 1);
    await page.click('#after');
    await page.waitForSelector('#session-113');
    await page.selectOption('#partner', { index: 1 });
    await page.waitForURL(/of_partner_id=/u);
});

test('a date every week is looked at, made, moved with those after it, and taken back', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, '#/agenda-new?activity_id=8');
    await page.fill('#day', '2026-10-20');
    await page.fill('#from', '18:30');
    await page.fill('#to', '20:00');
    await page.fill('#place', 'Cour <b>du fond</b>');
    await page.fill('#capacity', '6');
    await page.check('[name=repeat][value="1"]');
    await page.fill('#times', '3');
    await page.locator('#times').blur();
    await page.waitForSelector('#date-2026-11-03');
    await page.uncheck('#date-2026-10-27');
    await page.waitForSelector('#date-2026-11-10');
    await assertAccessible(page);
    await shot(page, 'agenda-new');
    await page.click('#create');
    await page.waitForSelector('#act-move');
    const made = desk.rows('SELECT request_id, starts_s FROM session WHERE series_id IS NOT NULL'
        + ' ORDER BY starts_s');
    assert.deepEqual(made.map((row) => new Date(row.starts_s * 1000).toISOString()), [
        '2026-10-20T16:30:00.000Z', '2026-11-03T17:30:00.000Z', '2026-11-10T17:30:00.000Z']);
    assert.match(await textOf(page, '.split-detail'), /Cour <b>du fond<\/b>/u);

    await page.click('#act-move');
    await page.fill('#day', '2026-10-21');
    await page.check('[name=scope][value=following]');
    await send(page);
    await desk.until(`SELECT starts_s FROM session WHERE request_id = ${made[2].request_id}`,
        made[2].starts_s + 86400);
    await page.click('.toast button:has-text("Annuler")');
    await desk.until(`SELECT starts_s FROM session WHERE request_id = ${made[2].request_id}`,
        made[2].starts_s);
    desk.kiosk('tap "Ateliers et agenda"\nexpect screen agenda');

    /* And it goes on, after its last date. */
    await go(page, `#/agenda?session_id=${made[0].request_id}`);
    await page.click('#more-dates');
    await page.waitForSelector('#date-2026-12-08');
    assert.equal(await page.inputValue('#day'), '2026-11-17');
    await page.uncheck('#date-2026-11-24');
    await page.waitForSelector('#date-2026-12-15');
    await assertAccessible(page);
    await shot(page, 'agenda-more');
    await page.click('#create');
    await page.waitForSelector('#act-move');
    assert.deepEqual(desk.rows(`SELECT date(starts_s, 'unixepoch', 'localtime') AS day, capacity, place
        FROM session WHERE series_id IS NOT NULL AND starts_s > ${made[2].starts_s} ORDER BY starts_s`),
    ['2026-11-17', '2026-12-01', '2026-12-08', '2026-12-15'].map((day) => (
        { day, capacity: 6, place: 'Cour <b>du fond</b>' })));
    await go(page, `#/agenda-more?session_id=${made[0].request_id}`);
    await page.fill('#day', '2026-11-03'); /* what is there already is not made again */
    await page.locator('#day').blur();
    await page.click('#create');
    await page.waitForSelector('.toast.trouble');
    assert.equal(desk.value('SELECT count(*) FROM session WHERE series_id IS NOT NULL'), 7);
});

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

test('an activity is written down, found at the screen, and changed', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, '#/activities?activity_id=new');
    await assertAccessible(page);
    await page.fill('#title', 'Tricot & <i>crochet</i>');
    await page.fill('#price_cents', 'cher');
    await page.click('#save-activity');
    assert.match(await textOf(page, '#activity-form .error'), /montant/u);
    await page.fill('#price_cents', '2,50');
    await page.selectOption('#rule', 'desk_above');
    await page.fill('#rule_limit', '3');
    await page.click('#save-activity');
    await desk.until("SELECT price_cents * 10 + rule_limit FROM activity WHERE title LIKE 'Tricot%'",
        2503);
    await page.waitForURL(/activity_id=\d+/u);
    await page.waitForSelector('.detail-head:has-text("Tricot & <i>crochet</i>")');
    await shot(page, 'activities');
    await page.fill('#title', 'Tricot');
    await page.click('#save-activity');
    await desk.until("SELECT count(*) FROM activity WHERE title = 'Tricot'", 1);
});

test('who has booked is told of another title, at the desk and at the screen', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    const before = desk.value('SELECT title FROM activity WHERE id ='
        + ` (SELECT activity_id FROM session WHERE request_id = ${SESSIONS.booked})`);
    await go(page, `#/activities?activity_id=${desk.value(
        `SELECT activity_id FROM session WHERE request_id = ${SESSIONS.booked}`)}`);
    assert.match(await textOf(page, '#activity-form'), /Qui a réservé est prévenu d’un autre titre/u);
    await page.fill('#title', 'Le grand repas');
    await page.click('#save-activity');
    await desk.until("SELECT count(*) FROM notice JOIN decision USING (request_id, no)"
        + " WHERE request_id = 208 AND reason_code = 'title_changed' AND notice.state = 'to_tell'", 1);
    await go(page, '#/notices?request_id=208');
    const said = await textOf(page, '.split-detail');
    assert.ok(said.includes('Le grand repas'));
    assert.ok(said.includes(`L’atelier a un nouveau nom. Avant, il s’appelait « ${before} ».`), said);
    await shot(page, 'notices-title');
    desk.kiosk(`tap "Suivre ma demande"
scan "${desk.cards['0608']}"
expect text "Du nouveau pour vous"
tap #request-208
expect text "Nouveau nom. L’ancien est écrit plus bas."
expect text "${before}"
shot title-changed`);
    assert.equal(stateOf(desk, 208), 'confirmed');
});

test('who has booked is told of another place, in a sentence', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await desk.post('01', '/api/agenda/change', { session_id: SESSIONS.booked, place: 'Jardin', capacity: 8 });
    await go(page, '#/notices?request_id=208');
    assert.match(await textOf(page, '.split-detail'), /C’est maintenant ailleurs : Jardin\./u);
    desk.kiosk(`tap "Suivre ma demande"
scan "${desk.cards['0608']}"
tap #request-208
expect text "regardez où"`);
});

test('the agenda fits a phone, and works by keyboard', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01', { viewport: { width: 360, height: 740 } });
    for (const hash of [`#/agenda?session_id=${SESSIONS.repair}`, '#/activities?activity_id=2',
        '#/agenda-new', '#/agenda']) {
        await go(page, hash);
        await assertFits(page);
    }
    await assertAccessible(page);
    await go(page, `#/agenda?session_id=${SESSIONS.sewing}`);
    await page.focus('#act-move');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement.id), 'act-move');
});
