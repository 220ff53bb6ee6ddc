// SPDX-License-Identifier: EUPL-1.2
/* Who comes to a session, who came, who waits: from the page to the figures. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertAccessible, go, shot, textOf } from './support.mjs';
import { startSmall } from './small_house.mjs';

const OVER = 530; /* this afternoon: bookings 641 (two), 642 (a guest), 643 (one and a child) */
const WAITED = 520; /* two of four seats free; 632, one and two children, waits */
const CAFE = 101; /* free entry, from 17 h */

function stateOf(desk, id) {
    return desk.value(`SELECT state FROM request_state WHERE request_id = ${id}`);
}

function figure(desk, where) {
    return desk.value(`SELECT coalesce(sum(adults + children), 0) FROM act WHERE ${where}`);
}

test('attendance is entered all at once, with heads, and corrected', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, `#/agenda?session_id=${OVER}`);
    await assertAccessible(page);
    await page.check('#absent-642');
    await page.fill('[name=adults-641]', '1');
    await page.click('#all-present');
    await page.fill('#unnamed_adults', '3');
    await page.check('#is_complete');
    await shot(page, 'attendance');
    await page.click('#save-attendance');
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${OVER}`, 'counted');
    assert.equal(stateOf(desk, 642), 'absent');
    assert.equal(figure(desk, "outcome = 'present'"), 3);
    assert.equal(figure(desk, "outcome = 'counted'"), 3);
    assert.equal(desk.value("SELECT count(*) FROM act WHERE outcome = 'counted' AND day = 20260908"),
        1);
    /* One came after all; the rest stands. */
    await page.waitForSelector(`#session-${OVER} .pill:has-text("6 présents")`);
    await page.check('#present-642');
    await page.click('#save-attendance');
    await desk.until('SELECT state FROM request_state WHERE request_id = 642', 'present');
    assert.equal(figure(desk, "outcome = 'counted'"), 3);
    assert.equal(figure(desk, "outcome = 'present'"), 4);
});

test('who came without a booking is noted, beyond the seats too, and taken off', async (t) => {
    const desk = await startSmall(t);
    desk.exec(`UPDATE session SET capacity = 5 WHERE request_id = ${OVER}`);
    const page = await desk.open('01');
    await go(page, `#/agenda?session_id=${OVER}`);
    await page.click('#walk-in');
    assert.match(await textOf(page, 'dialog'), /Toutes les places sont prises/u);
    await assertAccessible(page);
    await page.fill('#first_name', '<u>Lou</u>');
    await page.fill('#household', '9999');
    await page.click('#session-form [type=submit]');
    await page.waitForSelector('dialog .error');
    await page.fill('#household', '0412');
    await page.click('#session-form [type=submit]');
    await page.waitForSelector('[id^=forget-]');
    assert.match(await textOf(page, '.toast'), /1 personne de plus/u);
    const id = desk.value("SELECT max(id) FROM request WHERE kind = 'booking'");
    assert.equal(stateOf(desk, id), 'present');
    await page.click(`#forget-${id}`);
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${id}`, 'replaced');
    assert.equal(figure(desk, "outcome = 'present'"), 0);
    await page.click('.toast button:has-text("Annuler")');
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${id}`, 'present');
});

test('at a free entry only heads are counted', async (t) => {
    const desk = await startSmall(t, { at: '2026-09-08T17:30' });
    const page = await desk.open('01');
    await go(page, `#/agenda?session_id=${CAFE}`);
    await page.fill('#unnamed_adults', '11');
    await page.fill('#unnamed_children', '3');
    await page.check('#is_complete');
    await page.click('#save-attendance');
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${CAFE}`, 'counted');
    assert.equal(figure(desk, "kind = 'session' AND subject_code = 'cafe'"), 14);
    await page.click('.toast button:has-text("Annuler")');
    await desk.until("SELECT sum(adults) FROM act WHERE kind = 'session'", 0);
});

test('a group is asked about the seats there are, put back, taken off', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, `#/agenda?session_id=${WAITED}`);
    await assertAccessible(page);
    assert.equal(await page.locator('#offer-632').count(), 0); /* three do not fit */
    await page.click('#part-632');
    await page.fill('#children', '1');
    await page.click('#session-form [type=submit]');
    await desk.until('SELECT state FROM request_state WHERE request_id = 632', 'offered');
    assert.equal(desk.value('SELECT adults + children FROM request_state WHERE request_id = 632'), 2);
    await shot(page, 'waiting-list');
    await page.click('#wait-632');
    await desk.until('SELECT adults + children FROM request_state WHERE request_id = 632', 3);
    await page.waitForSelector('#part-632');
    await page.click('#off-632');
    await desk.until('SELECT state FROM request_state WHERE request_id = 632', 'cancelled');
    await page.click('.toast button:has-text("Annuler")');
    await desk.until('SELECT state FROM request_state WHERE request_id = 632', 'waitlisted');
});

test('the list on paper has first names and boxes, and nothing else of anybody', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01');
    await go(page, `#/print/attendance?session_id=${OVER}`);
    await assertAccessible(page);
    const text = await textOf(page, '.paper');
    const names = desk.rows('SELECT family_name, phone FROM household_contact');
    assert.ok(names.length > 0);
    for (const { family_name, phone } of names) {
        assert.ok(!text.includes(family_name), family_name);
        assert.ok(phone === '' || !text.includes(phone));
    }
    assert.equal(await page.locator('.tick').count(), 3 + 6);
    await shot(page, 'print-attendance');
});
