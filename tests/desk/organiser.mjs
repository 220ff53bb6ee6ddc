// SPDX-License-Identifier: EUPL-1.2
/* Organisers' dates that wait for the concierge: from their page to the pile, back to them with a
 * reason, and on to the residents' screen. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { at, send, startOf, stateOf } from './sessions.mjs';
import { startSmall } from './small_house.mjs';
import { assertAccessible, go, pressOn, shot, textOf } from './support.mjs';

/* La Corde Alliée's, whose organiser is Lucien, number 10. */
const DATES = {
    repair: 102, /* 9 September 14 h: three and one confirmed, two asked */
    repairAgain: 109, /* 16 September 14 h: nobody has booked */
    bike: 112, /* 11 September 14 h: booking 207, four, household 0608 */
    postponed: 108,
};

/* The only request that waits and is of that kind. */
function waitingOf(desk, kind) {
    return desk.value(`SELECT request_id FROM request_state WHERE waits = 1 AND kind = '${kind}'`);
}

test('their own dates only, with how many booked, were told and said yes, and no contact', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('10');
    await page.waitForSelector(`#date-${DATES.repair}`);
    assert.match(await textOf(page, `#date-${DATES.repair}`), /6 inscrits, 6 prévenus, 4 oui/u);
    assert.match(await textOf(page, '#rule'), /attendent le oui de la conciergerie/u);
    const shown = await page.locator('[id^=date-]').evaluateAll((lines) => lines.map((one) => one.id));
    assert.deepEqual([...shown].sort(), Object.values(DATES).map((id) => `date-${id}`).sort());
    await assertAccessible(page);
    await shot(page, 'organiser-dates');
    await page.click(`#date-${DATES.repair}`);
    await page.waitForSelector('.detail-head');
    const seen = await textOf(page, 'main');
    for (const { family_name: family, phone } of desk.rows('SELECT family_name, phone FROM household_contact')) {
        assert.ok(!seen.includes(family), family);
        assert.ok(phone === '' || !seen.includes(phone));
    }
    assert.doesNotMatch(seen, /foyer \d{4}|ticket/u);
});

test('weekly dates with one left out wait for the concierge, who says yes to all of them', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('10');
    await page.click('#new-date');
    await page.waitForSelector('#new-form');
    await page.selectOption('#activity_id', '8');
    await page.waitForSelector('#date-2026-09-15');
    await page.fill('#day', '2026-09-15');
    await page.fill('#from', '17:00');
    await page.fill('#to', '19:00');
    await page.fill('#capacity', '6');
    await page.check('[name=repeat][value="1"]');
    await page.fill('#times', '3');
    await page.locator('#times').blur();
    await page.waitForSelector('#date-2026-09-22');
    await page.uncheck('#date-2026-09-22');
    await page.waitForSelector('#date-2026-10-06');
    assert.match(await textOf(page, '#new-form'), /La conciergerie dit d’abord oui/u);
    await assertAccessible(page);
    await pressOn(page, '#create', '3 dates sont proposées');
    const made = desk.rows("SELECT request_id FROM request_state WHERE kind = 'session'"
        + " AND state = 'proposed' ORDER BY from_s").map((row) => row.request_id);
    assert.equal(made.length, 3);
    desk.kiosk(`tap "Ateliers et agenda"
tap #later
expect no text "Vélo : freins et vitesses"`);

    const nadia = await desk.open('01');
    await go(nadia, `#/queue?request_id=${made[0]}`, '#yes');
    assert.match(await textOf(nadia), /Proposé par Lucien, La Corde Alliée/u);
    assert.ok(await nadia.isChecked('#with_following'));
    await assertAccessible(nadia);
    await shot(nadia, 'organiser-series');
    await pressOn(nadia, '#yes', 'Publié');
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${made[2]}`, 'published');
    desk.kiosk(`tap "Ateliers et agenda"
tap #later
tap #session-${made[0]}
expect text "Vélo : freins et vitesses"`);
});

test('what comes back says why at the next sign-in, until it is put right', async (t) => {
    const desk = await startSmall(t);
    const lucien = await desk.client('10');
    const { body } = await lucien.post('/api/agenda/create', { activity_id: 8, capacity: 5,
        starts: '2026-09-17T17:00', ends: '2026-09-17T19:00' });
    assert.equal(body.state, 'proposed');
    const id = body.session_id;
    const nadia = await desk.open('01');
    await go(nadia, `#/queue?request_id=${id}`, '#no');
    await nadia.click('#no');
    await nadia.check('dialog [value=room]');
    await nadia.fill('dialog textarea', 'La salle est prise jusqu’à 18 h.');
    await nadia.click('dialog [type=submit]');
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${id}`, 'returned');

    const page = await desk.open('10');
    await page.waitForSelector(`#mend-${id}`);
    const told = await textOf(page);
    assert.match(told, /1 chose est revenue/u);
    assert.match(told, /Pas de salle/u);
    assert.match(told, /La salle est prise jusqu’à 18 h\./u);
    await assertAccessible(page);
    await shot(page, 'organiser-returned');
    await page.click(`#mend-${id}`);
    await page.waitForSelector('#act-change');
    await page.click('#act-change');
    await page.fill('#from', '18:00');
    await page.fill('#to', '20:00');
    await send(page);
    await desk.until(`SELECT starts_s FROM session WHERE request_id = ${id}`, at('2026-09-17 18:00'));
    await go(page, '#/dates');
    assert.match(await textOf(page), /La salle est prise/u); /* changed, not yet proposed */
    await go(page, `#/agenda?session_id=${id}`, '#act-publish');
    await page.click('#act-publish');
    await send(page);
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${id}`, 'proposed');
    await go(page, '#/dates', '#rule');
    assert.doesNotMatch(await textOf(page), /La salle est prise/u);
});

test('a move says whom it touches, waits, and is news for who booked once agreed to', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('10');
    await go(page, `#/agenda?session_id=${DATES.bike}`, '#act-move');
    assert.match(await textOf(page, '#act-move'),
        /La conciergerie dit d’abord oui. 1 réservation .* La conciergerie les prévient/u);
    await page.click('#act-move');
    assert.match(await textOf(page, '#follows'), /1 réservation/u);
    await page.fill('#day', '2026-09-18');
    await page.selectOption('#reason', 'room');
    await page.fill('#words', 'La cour est en travaux.');
    await assertAccessible(page);
    await send(page);
    await page.waitForSelector('.toast:has-text("Proposé")');
    assert.equal(await page.locator('.toast button:has-text("Annuler")').count(), 0);
    const proposal = waitingOf(desk, 'amendment');
    assert.equal(startOf(desk, DATES.bike), at('2026-09-11 14:00'));
    await page.waitForSelector(`#withdraw-${proposal}`);
    await shot(page, 'organiser-proposed');
    desk.kiosk(`tap "Ateliers et agenda"
tap #day-3
tap #session-${DATES.bike}
expect text "vendredi 11 septembre"`);

    const nadia = await desk.open('01');
    await go(nadia, `#/queue?request_id=${proposal}`, '#yes');
    assert.match(await textOf(nadia), /Nouvelle date : vendredi 18 septembre/u);
    assert.match(await textOf(nadia, '#yes'), /1 réservation/u);
    await assertAccessible(nadia);
    await shot(nadia, 'organiser-amendment');
    await pressOn(nadia, '#yes', 'Modifié');
    await desk.until('SELECT state FROM request_state WHERE request_id = 207', 'to_reconfirm');
    assert.equal(startOf(desk, DATES.bike), at('2026-09-18 14:00'));
    await go(page, '#/dates', `#date-${DATES.bike}`);
    assert.match(await textOf(page, `#date-${DATES.bike}`), /4 inscrits, 0 prévenu, 0 oui/u);
    desk.kiosk(`tap "Suivre ma demande"
scan "${desk.cards['0608']}"
expect text "Du nouveau pour vous"
tap #request-207
expect text "La cour est en travaux."`);
    await go(page, '#/dates', `#date-${DATES.bike}`);
    assert.match(await textOf(page, `#date-${DATES.bike}`), /4 inscrits, 4 prévenus, 0 oui/u);
});

test('a proposal that is refused says why until it is read; one may be taken back', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('10');
    await go(page, `#/agenda?session_id=${DATES.repairAgain}`, '#act-change');
    await page.click('#act-change');
    await page.fill('#place', 'Jardin partagé');
    await page.fill('#capacity', '12');
    await send(page);
    const first = waitingOf(desk, 'amendment');
    await pressOn(page, `#withdraw-${first}`, 'Annulé');
    assert.equal(stateOf(desk, first), 'cancelled');
    await page.click('#act-change');
    await page.fill('#place', 'Jardin partagé');
    await send(page);
    const second = waitingOf(desk, 'amendment');
    const nadia = await desk.open('01');
    await go(nadia, `#/queue?request_id=${second}`, '#no');
    assert.match(await textOf(nadia), /Lieu : Jardin partagé/u);
    await nadia.click('#no');
    await nadia.check('dialog [value=not_clear]');
    await nadia.click('dialog [type=submit]');
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${second}`, 'refused');
    await go(page, '#/dates', `#read-${second}`);
    assert.match(await textOf(page), /La conciergerie a dit non/u);
    await pressOn(page, `#read-${second}`, 'comme à l’agenda');
    assert.equal(await page.locator(`#read-${second}`).count(), 0);
});
