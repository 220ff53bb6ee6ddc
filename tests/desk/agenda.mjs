// SPDX-License-Identifier: EUPL-1.2
/* The agenda: looked at, new dates and series, activities and their titles. From the page to the
 * database, and to the residents' screen. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { SESSIONS, send, stateOf } from './sessions.mjs';
import { startSmall } from './small_house.mjs';
import { assertAccessible, assertFits, go, shot, textOf } from './support.mjs';

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
