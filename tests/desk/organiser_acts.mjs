// SPDX-License-Identifier: EUPL-1.2
/* What organisers do that holds at once, from their page to the database and the residents' screen; and
 * what they do not see. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { at, send } from './sessions.mjs';
import { startSmall } from './small_house.mjs';
import { assertAccessible, assertFits, go, pressOn, textOf } from './support.mjs';

/* La Corde Alliée's, whose organiser is Lucien, number 10. */
const DATES = {
    repairAgain: 109, /* 16 September 14 h: nobody has booked */
    bike: 112, /* 11 September 14 h: booking 207, four, household 0608 */
};
const SEWING = 104; /* the house's */

function alone(desk) {
    desk.exec("UPDATE partner SET agenda_rule = 'automatic' WHERE id = 1");
}

test('postponing and cancelling hold at once, and who booked finds it', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('10');
    await go(page, `#/agenda?session_id=${DATES.bike}`, '#act-postpone');
    await page.click('#act-postpone');
    await page.selectOption('#reason', 'weather');
    await send(page);
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${DATES.bike}`, 'postponed');
    desk.kiosk(`tap "Ateliers et agenda"
tap #day-3
tap #session-${DATES.bike}
expect text "Cette date est reportée"`);
    await page.waitForSelector('#act-cancel');
    await page.click('#act-cancel');
    await page.selectOption('#reason', 'host_away');
    await page.fill('#words', 'Notre mécanicien est malade.');
    await send(page);
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${DATES.bike}`, 'cancelled');
    desk.kiosk(`tap "Suivre ma demande"
scan "${desk.cards['0608']}"
expect text "Du nouveau pour vous"
tap #request-207
expect text "Notre mécanicien est malade."`);
    await page.waitForSelector('#undo-session'); /* their own act, for ten minutes */
    await pressOn(page, '#undo-session', 'Annulé');
    await desk.until('SELECT state FROM request_state WHERE request_id = 207', 'to_reconfirm');
});

test('a word to those who booked is read at the screen', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('10');
    await go(page, `#/agenda?session_id=${DATES.bike}`, '#act-tell');
    await page.click('#act-tell');
    await page.fill('#words', 'Apportez une chambre à air <b>neuve</b>.');
    await send(page);
    await desk.until('SELECT state FROM notice WHERE request_id = 207', 'to_tell');
    desk.kiosk(`tap "Suivre ma demande"
scan "${desk.cards['0608']}"
expect text "Du nouveau pour vous"
tap #request-207
expect text "Apportez une chambre à air <b>neuve</b>."`);
});

test('a date is copied a week later, with its time, place and seats', async (t) => {
    const desk = await startSmall(t);
    alone(desk);
    const page = await desk.open('10');
    await go(page, `#/agenda?session_id=${DATES.repairAgain}`, '#copy-session');
    await page.click('#copy-session');
    await page.waitForSelector('#new-form');
    assert.equal(await page.inputValue('#activity_id'), '2');
    assert.equal(await page.inputValue('#day'), '2026-09-23');
    assert.equal(await page.inputValue('#capacity'), '8');
    await page.waitForSelector('#date-2026-09-23');
    await page.click('#create');
    await page.waitForSelector('#act-move');
    assert.equal(desk.value('SELECT place FROM session ORDER BY request_id DESC LIMIT 1'),
        'Atelier de la Conciergerie, rez-de-chaussée');
    desk.kiosk(`tap "Ateliers et agenda"
tap #later
tap #later
expect text "Réparer son petit électroménager"`);
});

test('an association that the concierge trusts announces and moves alone', async (t) => {
    const desk = await startSmall(t);
    const nadia = await desk.open('01');
    await go(nadia, '#/catalogue?part=partners&id=1', '#keeps_agenda_alone');
    assert.match(await textOf(nadia), /1 personne les tient/u);
    await nadia.check('#keeps_agenda_alone');
    await nadia.click('#save');
    await desk.until('SELECT agenda_rule FROM partner WHERE id = 1', 'automatic');
    const page = await desk.open('10');
    assert.match(await textOf(page, '#rule'), /tout de suite/u);
    await go(page, `#/agenda?session_id=${DATES.repairAgain}`, '#act-move');
    await page.click('#act-move');
    await page.fill('#day', '2026-09-17');
    await send(page);
    await desk.until(`SELECT starts_s FROM session WHERE request_id = ${DATES.repairAgain}`,
        at('2026-09-17 14:00'));
    desk.kiosk(`tap "Ateliers et agenda"
tap #later
tap #session-${DATES.repairAgain}
expect text "jeudi 17 septembre"`);
});

test('their series goes on: new dates wait for the concierge’s yes', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('10');
    const made = await desk.post('01', '/api/agenda/create', { activity_id: 8, starts: '2026-10-20T18:30',
        ends: '2026-10-20T20:00', weeks: 1, times: 2, place: 'Cour', capacity: 6, least_people: 0, skips: '', skips_closed: 0, is_draft: false });
    assert.equal(made.status, 200, JSON.stringify(made.body));
    await go(page, `#/agenda?session_id=${made.body.session_id}`);
    await page.click('#more-dates');
    await page.waitForSelector('#date-2026-11-24');
    assert.match(await textOf(page, '#more-form'), /La conciergerie dit d’abord oui/u);
    await assertAccessible(page);
    await page.click('#create');
    await page.waitForSelector('.toast:has-text("4 dates sont proposées")');
    assert.deepEqual(desk.rows(`SELECT state, count(*) AS n FROM session JOIN request_state USING (request_id)
        WHERE series_id IS NOT NULL GROUP BY state ORDER BY state`),
    [{ state: 'proposed', n: 4 }, { state: 'published', n: 2 }]);
});

test('no page leads to another association’s date', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('10');
    await page.evaluate((to) => { location.hash = to; }, `#/agenda?session_id=${SEWING}`);
    await page.waitForSelector('main .notice.bad');
    assert.equal(await page.locator('[id^=act-]').count(), 0);
    await go(page, '#/agenda?view=month');
    assert.equal(await page.locator(`#session-${SEWING}`).count(), 0);
    await page.evaluate(() => { location.hash = '#/queue'; });
    await page.waitForSelector('#rule'); /* back where they begin */
    assert.equal(await page.locator('#search').count(), 0);
    const nadia = await desk.open('01');
    assert.equal(await nadia.locator('#nav-dates').count(), 0);
});

test('their pages fit a phone and twice the size, and work by keyboard', async (t) => {
    const desk = await startSmall(t);
    for (const viewport of [{ width: 360, height: 740 }, { width: 720, height: 480 }]) {
        const page = await desk.open('10', { viewport });
        for (const hash of ['#/dates', `#/agenda?session_id=${DATES.bike}`, '#/agenda-new?activity_id=8',
            '#/activities?activity_id=8']) {
            await go(page, hash);
            await assertFits(page, hash);
        }
        await assertAccessible(page);
    }
    const page = await desk.open('10');
    await page.focus(`#date-${DATES.bike}`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#act-tell');
    await page.focus('#act-tell');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement.id), 'act-tell');
});
