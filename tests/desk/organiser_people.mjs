// SPDX-License-Identifier: EUPL-1.2
/* What organisers write for everybody, and who came: words with their guide, attendance by first name,
 * and requests made by hand, which reach no other association's line. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertAccessible, go, pressOn, shot, textOf } from './support.mjs';
import { startSmall } from './small_house.mjs';

const REPAIR = 102; /* 9 September 14 h: bookings 201, 202, 203, household 0608 */
const BIKE = 112; /* activity 8; booking 207 */
const SEWING = 104; /* the house's, activity 4 */

function stateOf(desk, id) {
    return desk.value(`SELECT state FROM request_state WHERE request_id = ${id}`);
}

test('who came is ticked by first name, and printed without a contact', async (t) => {
    const desk = await startSmall(t, { at: '2026-09-09T15:00',
        sql: "INSERT INTO request_contact(request_id, first_name, phone, for_name) VALUES"
            + " (201, 'Rosa', '06 39 98 06 08', '');" });
    const page = await desk.open('10');
    await go(page, `#/agenda?session_id=${REPAIR}`, '#attendance');
    await assertAccessible(page);
    const seen = await textOf(page, '.split-detail');
    assert.match(seen, /Rosa/u);
    assert.doesNotMatch(seen, /06 39|Abelawska|0608|ticket/u);
    assert.equal(await page.locator('.split-detail .who a').count(), 0);
    await page.check('#present-201');
    await page.check('#absent-202');
    await page.click('#walk-in');
    assert.equal(await page.locator('dialog #household').count(), 0);
    await page.fill('#first_name', 'Lou');
    await page.click('#session-form [type=submit]');
    await page.waitForSelector('[id^=forget-]');
    await page.check('#present-201');
    await page.check('#absent-202');
    await page.fill('#unnamed_adults', '2');
    await page.check('#is_complete');
    await shot(page, 'organiser-attendance');
    await page.click('#save-attendance');
    await desk.until(`SELECT state FROM request_state WHERE request_id = ${REPAIR}`, 'counted');
    assert.equal(stateOf(desk, 201), 'present');
    assert.equal(stateOf(desk, 202), 'absent');
    await go(page, `#/print/attendance?session_id=${REPAIR}`, '.paper');
    const paper = await textOf(page, '.paper');
    assert.match(paper, /Rosa/u);
    assert.doesNotMatch(paper, /06 39|Abelawska|0608|ticket/u);
    await assertAccessible(page);
});

test('the guide advises as one types, and refuses nothing', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('10');
    await go(page, '#/activities?activity_id=new', '#guide');
    assert.equal(await page.locator('#partner_id, #rule').count(), 0);
    await page.fill('#title', 'ATELIER DE RÉPARATION');
    assert.match(await textOf(page, '#guide'), /les minuscules se lisent mieux/u);
    await page.fill('#title', 'Atelier participatif de réparation avec la CAF');
    assert.match(await textOf(page, '#guide'), /6 lettres de trop|lettres de trop/u);
    await page.fill('#title', 'Parler à la CAF');
    assert.match(await textOf(page, '#guide'), /ne connaît pas « CAF »/u);
    await page.fill('#title', 'Réparer son vélo');
    assert.match(await textOf(page, '#guide'), /Titre : court et simple/u);
    await page.fill('#summary', 'Apportez votre vélo.');
    assert.match(await textOf(page, '#guide'), /c’est là qu’on le cherche/u);
    await page.fill('#bring', 'Votre vélo');
    await page.selectOption('#spoken', 'ar');
    assert.match(await textOf(page, '#guide'), /Langue : en arabe/u);
    await page.fill('#least_age', '18');
    assert.match(await textOf(page, '#guide'), /l’un ou l’autre/u);
    await assertAccessible(page);
    await shot(page, 'organiser-guide');
    await page.click('#save-activity'); /* advice only */
    await desk.until("SELECT count(*) FROM activity WHERE title = 'Réparer son vélo' AND partner_id = 1"
        + " AND rule = 'desk' AND spoken = 'ar' AND bring = 'Votre vélo' AND least_age = 18", 1);
});

test('words that are read already are the concierge’s; another activity is made from them', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('10');
    await go(page, '#/activities?activity_id=8', '#copy-activity');
    assert.match(await textOf(page), /Les habitants lisent déjà ces mots/u);
    assert.ok(await page.isDisabled('#save-activity'));
    const title = "SELECT title FROM activity WHERE id = 8";
    const before = desk.value(title);
    assert.equal((await desk.post('10', '/api/agenda/activity', { activity_id: 8, kind: 'workshop',
        title: 'Autre', icon: 'bike', subscriber_cents: -1, rule: 'desk' })).status, 403);
    assert.equal(desk.value(title), before);
    await page.click('#copy-activity');
    await page.waitForSelector('#save-activity:not([disabled])');
    assert.equal(await page.inputValue('#title'), before);
    await page.fill('#title', 'Vélo : les pneus');
    await page.click('#save-activity');
    await desk.until("SELECT count(*) FROM activity WHERE title = 'Vélo : les pneus' AND partner_id = 1", 1);
});

test('what to bring and the language spoken stand on the residents’ screen', async (t) => {
    const desk = await startSmall(t, { sql: "UPDATE partner SET agenda_rule = 'automatic';" });
    const page = await desk.open('10');
    await go(page, '#/activities?activity_id=8', '#guide');
    await page.fill('#bring', 'Votre vélo <b>et</b> une pompe');
    await page.selectOption('#spoken', 'lsf');
    await pressOn(page, '#save-activity', 'Noté');
    desk.kiosk(`tap "Ateliers et agenda"
tap #day-3
tap #session-${BIKE}
expect text "En langue des signes française"
expect text "À apporter : Votre vélo <b>et</b> une pompe"`);
    await go(page, `#/agenda?session_id=${BIKE}`, '.split-detail');
    assert.match(await textOf(page, '.split-detail'), /À apporter : Votre vélo <b>et<\/b> une pompe/u);
});

test('a request made by hand for another association’s line is refused, each of them', async (t) => {
    const desk = await startSmall(t, { at: '2026-09-10T14:30',
        sql: "UPDATE partner SET agenda_rule = 'automatic';"
            + " INSERT INTO staff(id, number, first_name, role, partner_id) VALUES"
            + " (9, '11', 'Anouk', 'organiser', 3);"
            + " INSERT INTO password(staff_id, hash, set_at_s, is_temporary)"
            + " SELECT 9, hash, set_at_s, 0 FROM password WHERE staff_id = 4;" });
    const anouk = await desk.client('11');
    const times = { starts: '2026-10-06T14:00', ends: '2026-10-06T16:00' };
    const activity = { kind: 'workshop', title: 'Le mien', icon: 'tools', subscriber_cents: -1, rule: 'desk' };
    const everything = 'SELECT (SELECT count(*) FROM decision) + (SELECT count(*) FROM request)'
        + ' + (SELECT sum(length(title)) FROM activity) + (SELECT sum(length(place)) FROM session)';
    const before = desk.value(everything);
    for (const id of [BIKE, SEWING]) {
        for (const path of ['session', 'proposals', 'names', 'attendance']) {
            assert.equal((await anouk.get(`/api/agenda/${path}?session_id=${id}`)).status, 404, path);
        }
        for (const [path, body] of [
            ['act', { verb: 'move', ...times }], ['act', { verb: 'cancel', reason: 'room' }],
            ['act', { verb: 'postpone', reason: 'room' }], ['act', { verb: 'tell', words: 'Bonjour' }],
            ['change', { capacity: 9, place: 'Ailleurs' }], ['walk-in', { adults: 1 }],
            ['attendance', { is_complete: true, adults: 2 }],
        ]) {
            const answer = await anouk.post(`/api/agenda/${path}`, { session_id: id, ...body });
            assert.equal(answer.status, 403, `${path} ${JSON.stringify(body)}: ${JSON.stringify(answer)}`);
        }
    }
    assert.equal((await anouk.get('/api/agenda/activity?activity_id=8')).status, 404);
    assert.equal((await anouk.post('/api/agenda/activity', { activity_id: 8, ...activity })).status, 403);
    assert.equal((await anouk.post('/api/agenda/create', { activity_id: 8, ...times })).status, 403);
    assert.equal((await anouk.post('/api/agenda/forget', { request_id: 207, no: 1 })).status, 403);
    assert.equal((await anouk.post('/api/agenda/undo', { request_id: 207, no: 1 })).status, 403);
    for (const path of ['/api/queue', '/api/households', '/api/agenda/bookings?session_id=107']) {
        assert.equal((await anouk.get(path)).status, 403, path);
    }
    assert.equal(desk.value(everything), before);
});
