// SPDX-License-Identifier: EUPL-1.2
/* Loans: prepared, handed out, kept longer, taken back, repaired, lost and found; at the counter,
 * also yesterday, on paper; copies that leave, and what will be missing. From the page to the
 * database, and to the residents' screen. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertAccessible, assertFits, go, shot, textOf } from './support.mjs';
import { startSmall } from './small_house.mjs';

/* A third drill, reserved for household 0412 on the 18th; the ladder for 0608 on the 10th. */
const MORE = `
INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom, is_private,
    is_danger, item_id) VALUES
    (801, randomblob(16), 'copy', 'desk', 'fr', 1788220800, 1788220800, 'self', 0, 0, 1),
    (821, randomblob(16), 'loan', 'screen', 'fr', 1788220800, 1788220800, 'self', 0, 0, 1),
    (822, randomblob(16), 'loan', 'screen', 'fr', 1788220800, 1788220800, 'self', 0, 0, 2);
INSERT INTO request_owner(request_id, no, household_id, since_s) VALUES
    (821, 1, 1, 1788220800), (822, 1, 3, 1788220800);
INSERT INTO copy(request_id, item_id, number, shelf) VALUES (801, 1, 3, 'A1');
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    copy_id, from_s, until_s, holds) VALUES
    (801, 1, 1788220800, 1788220800, 'house', 'add', '', 'available', NULL, NULL, NULL, 0),
    (821, 1, 1788220800, 1788220800, 'house', 'ask', '', 'reserved', 801,
        unixepoch('2026-09-18 07:00'), unixepoch('2026-09-19 07:00'), 1),
    (822, 1, 1788220800, 1788220800, 'house', 'ask', '', 'reserved', 303,
        unixepoch('2026-09-10 07:00'), unixepoch('2026-09-11 07:00'), 1);
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    item_id, copy_id, from_s, until_s, adults, children, holds) VALUES
    (801, 1, 'copy', 'available', 1788220800, 1788220800, 0, 0, 0, 1, NULL, NULL, NULL, 0, 0, 0),
    (821, 1, 'loan', 'reserved', 1788220800, 1788220800, 0, 0, 0, 1, 801,
        unixepoch('2026-09-18 07:00'), unixepoch('2026-09-19 07:00'), 0, 0, 1),
    (822, 1, 'loan', 'reserved', 1788220800, 1788220800, 0, 0, 0, 2, 303,
        unixepoch('2026-09-10 07:00'), unixepoch('2026-09-11 07:00'), 0, 0, 1);
INSERT INTO household_search(rowid, names, place, phone) VALUES
    (1, 'darettier', '', ''), (2, 'selanouk', '', ''), (3, 'abelawska', '', '');
UPDATE household_contact SET family_name = '<img src=x onerror=alert(1)>' WHERE household_id = 3;`;

const CARD_0412 = 'C1248H248H248H248H248H248H24PA';
const SEWING = 612; /* reserved, of 0412, today 17 h, with a pedal and 50 € */
const LADDER = 613; /* out, of 0507, due today 18 h */
const DIXIT = 614; /* out, of 0608, due on the 4th, 10 € taken */

const house = (t) => startSmall(t, { sql: MORE });
const stateOf = (desk, id) => desk.value(`SELECT state FROM request_state WHERE request_id = ${id}`);
const until = (desk, id, state) =>
    desk.until(`SELECT state FROM request_state WHERE request_id = ${id}`, state);

async function undo(page) {
    await page.click('.toast button:has-text("Annuler")');
    await page.waitForSelector('.toast:has-text("C’est annulé")');
}

test('each list has its loans; all can be read with names hidden, in English, on a phone', async (t) => {
    const desk = await house(t);
    const page = await desk.open('01');
    const lists = {
        prepare: [822, SEWING, 821], hand_out: [SEWING], out: [DIXIT, LADDER], late: [DIXIT],
        check: [], repair: [], lost: [], ready: [], away: [],
    };
    for (const [view, ids] of Object.entries(lists)) {
        await go(page, `#/loans?view=${view}`);
        await page.waitForSelector(`.chip[aria-current][href*="${view}"]`);
        const shown = await page.locator('.line[id^=loan-]').evaluateAll((all) => all.map(
            (one) => Number(one.id.slice(5))));
        assert.deepEqual([...shown].sort(), [...ids].sort(), view);
        await assertAccessible(page);
    }
    await go(page, '#/loans?view=copies', '#copy-302');
    assert.match(await textOf(page, '#copy-302'), /Perceuse sans fil n° 2/u);
    await go(page, '#/loans?view=late', `#loan-${DIXIT}`);
    assert.match(await textOf(page, `#loan-${DIXIT}`), /<img src=x onerror=alert\(1\)>/u);
    assert.match(await textOf(page, `#loan-${DIXIT}`), /en retard/u);
    await page.click('#hide-names');
    assert.doesNotMatch(await textOf(page, `#loan-${DIXIT}`), /img/u);
    await page.click('#lang-en');
    await page.waitForSelector('h1:has-text("Loans")');
    await assertAccessible(page);
    const phone = await desk.open('01', { viewport: { width: 390, height: 800 } });
    for (const hash of ['#/loans', `#/loans?request_id=${SEWING}`, '#/loans?item_id=1',
        '#/loans/new?item_id=1', '#/print/picking']) {
        await go(phone, hash);
        await assertFits(phone, hash);
        await assertAccessible(phone);
    }
});

test('loans are found by thing, household, name and ticket', async (t) => {
    const desk = await house(t);
    const page = await desk.open('01');
    /* To prepare today, due today, late: what there is to do stands in the navigation. */
    await page.waitForSelector('#nav-loans .count');
    assert.equal(await textOf(page, '#nav-loans .count'), '3');
    desk.exec(`INSERT INTO ticket(request_id, number, token_hash) VALUES (${LADDER}, '730118',
        randomblob(32))`);
    const finds = { escab: [822, LADDER], 507: [], '0507': [LADDER], Selanouk: [LADDER],
        '730 118': [LADDER], 'machine a': [SEWING], '" OR *': [] };
    for (const [wish, ids] of Object.entries(finds)) {
        await go(page, '#/loans', '#loans-q');
        await page.fill('#loans-q', wish);
        await page.keyboard.press('Enter');
        await page.waitForSelector('.chip[aria-current]:has-text("Trouvé")');
        const shown = await page.locator('.line[id^=loan-]').evaluateAll((all) => all.map(
            (one) => Number(one.id.slice(5))));
        assert.deepEqual([...shown].sort(), [...ids].sort(), wish);
    }
});

test('prepared, handed out part by part with the deposit, and taken back', async (t) => {
    const desk = await house(t);
    const page = await desk.open('01');
    await go(page, `#/loans?view=hand_out&request_id=${SEWING}`, '#counter');
    assert.match(await textOf(page, '#main-move'), /sans caution/u);
    await page.click('#do-prepare');
    await until(desk, SEWING, 'ready');
    await undo(page);
    assert.equal(stateOf(desk, SEWING), 'reserved');
    await page.waitForSelector('#do-prepare');
    await page.check('#part-0');
    await page.check('#deposit');
    assert.match(await textOf(page, '#main-move'), /À dire : retour/u);
    await shot(page, 'loans-hand-out');
    await page.click('#main-move');
    await until(desk, SEWING, 'out');
    assert.equal(desk.value(`SELECT count(*) FROM loan_part WHERE request_id = ${SEWING}`), 1);
    assert.equal(desk.value(`SELECT cents FROM loan_deposit WHERE request_id = ${SEWING}`), 5000);
    desk.kiosk(`scan "${CARD_0412}"
expect text "Machine à coudre"`);

    /* A part is missing: it is looked at first, and the deposit stays. */
    await page.waitForSelector('#odd');
    assert.match(await textOf(page, '#main-move'), /à vérifier/u);
    await page.check('#part-0');
    assert.match(await textOf(page, '#main-move'), /^Reprendre\s*La caution reste ici/u);
    await page.check('#odd');
    await page.click('#main-move');
    await until(desk, SEWING, 'needs_check');
    await page.waitForSelector('#do-mend');
    await page.click('#do-mend');
    await page.fill('dialog textarea', 'La pédale <b>grince</b>');
    await assertAccessible(page);
    await page.click('dialog [type=submit]');
    await until(desk, SEWING, 'repair');
    await page.waitForSelector('.words');
    assert.match(await textOf(page, '.words'), /La pédale <b>grince<\/b>/u);
    await page.click('.split-detail a[href*="print/repair"]');
    await page.waitForSelector('.repair-title');
    assert.match(await textOf(page, '.paper'), /Machine à coudre n° 1[\s\S]*grince/u);
    await assertAccessible(page);
    await shot(page, 'loans-repair-ticket');
    await go(page, `#/loans?view=repair&request_id=${SEWING}`, '#counter');
    assert.ok(await page.isChecked('#part-0'));
    await page.check('#deposit');
    await page.click('#main-move');
    await until(desk, SEWING, 'back');
    assert.equal(desk.value(`SELECT returned_at_s IS NOT NULL FROM loan_deposit
        WHERE request_id = ${SEWING}`), 1);
    await undo(page);
    await until(desk, SEWING, 'repair');
    assert.equal(desk.value(`SELECT returned_at_s IS NULL FROM loan_deposit
        WHERE request_id = ${SEWING}`), 1);
});

test('kept longer, unless somebody waits; the resident sees the new day', async (t) => {
    const desk = await house(t);
    const page = await desk.open('01');
    await desk.post('01', '/api/loans/move', { request_id: SEWING, no: 1, verb: 'hand_out' });
    await go(page, `#/loans?view=out&request_id=${SEWING}`, '#do-extend');
    await page.click('#do-extend');
    await page.waitForSelector('dialog');
    await assertAccessible(page);
    await page.click('dialog .wide-choice');
    await desk.until(`SELECT until_s = unixepoch('2026-09-12 07:00') FROM request_state
        WHERE request_id = ${SEWING}`, 1);
    desk.kiosk(`scan "${CARD_0412}"
expect text "samedi 9 h"`);
    await undo(page);
    desk.exec(`
        INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom,
            is_private, is_danger, item_id)
        VALUES (831, randomblob(16), 'loan', 'screen', 'fr', 1788220800, 1788220800, 'self', 0, 0, 4);
        INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state,
            to_state, holds)
        VALUES (831, 1, 1788220800, 1788220800, 'resident', 'join', '', 'waitlisted', 0);
        INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended,
            is_danger, item_id, adults, children, holds)
        VALUES (831, 1, 'loan', 'waitlisted', 1788220800, 1788220800, 0, 0, 0, 4, 0, 0, 0);`);
    await go(page, `#/loans?view=out&request_id=${SEWING}`, '#do-extend');
    assert.ok(await page.isDisabled('#do-extend'));
    assert.match(await textOf(page, '.loan-step'), /Quelqu’un d’autre l’attend/u);
});

test('lost, and found again', async (t) => {
    const desk = await house(t);
    const page = await desk.open('01');
    await go(page, `#/loans?view=out&request_id=${DIXIT}`, '#do-lose');
    await page.click('#do-lose');
    await page.fill('dialog textarea', 'Oublié dans le train.');
    await page.click('dialog [type=submit]');
    await until(desk, DIXIT, 'lost');
    await go(page, `#/loans?view=lost&request_id=${DIXIT}`, '#counter');
    await page.check('#deposit');
    await page.click('#main-move');
    await until(desk, DIXIT, 'back');
    assert.equal(desk.value(`SELECT returned_at_s IS NOT NULL FROM loan_deposit
        WHERE request_id = ${DIXIT}`), 1);
});

test('what comes back is offered by itself to who waits first, and no longer when that is taken back', async (t) => {
    const desk = await house(t);
    const item = desk.value(`SELECT item_id FROM request_state WHERE request_id = ${DIXIT}`);
    const waiting = 831; /* of 0507, for the first that comes back */
    desk.exec(`UPDATE item_class SET rule = 'automatic' WHERE id = (SELECT class_id FROM item WHERE id = ${item});
        INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom, is_private,
            is_danger, item_id)
        VALUES (${waiting}, randomblob(16), 'loan', 'screen', 'fr', 1788220800, 1788220800, 'self', 0, 0, ${item});
        INSERT INTO request_owner(request_id, no, household_id, since_s) VALUES (${waiting}, 1, 2, 1788220800);
        INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state, holds)
        VALUES (${waiting}, 1, 1788220800, 1788220800, 'resident', 'wait', '', 'waitlisted', 0);
        INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
            item_id, adults, children, holds)
        VALUES (${waiting}, 1, 'loan', 'waitlisted', 1788220800, 1788220800, 0, 0, 0, ${item}, 0, 0, 0)`);
    const page = await desk.open('01');
    await go(page, `#/loans?view=late&request_id=${DIXIT}`, '#counter');
    await page.click('#main-move');
    await until(desk, waiting, 'offered');
    assert.equal(desk.value(`SELECT holds FROM request_state WHERE request_id = ${waiting}`), 1);
    const untold = `SELECT count(*) FROM notice WHERE request_id = ${waiting} AND state = 'to_tell'`;
    assert.equal(desk.value(untold), 1);
    const teller = await desk.open('02');
    await go(teller, '#/notices', `#notice-${waiting}`);
    await undo(page);
    await until(desk, waiting, 'waitlisted');
    assert.equal(desk.value(untold), 0);
    await teller.waitForSelector(`#notice-${waiting}`, { state: 'detached' });
});

test('at the counter, for a household: found, handed out, on its screen', async (t) => {
    const desk = await house(t);
    const page = await desk.open('01');
    await go(page, '#/loans/new', '#item-search');
    await page.fill('#item-search', 'perc');
    await page.click('#item-search-1');
    await page.waitForSelector('[name=copy_id]');
    /* No. 1 is not lent today, no. 2 is in maintenance: both can be told apart from what is free. */
    assert.equal(await page.locator('[name=copy_id]').count(), 2);
    await page.check('[name=copy_id][value="801"]');
    await page.fill('#asker-search', '0412');
    await page.click('#asker-search-0412');
    await page.waitForSelector('#person_id');
    await page.check('#part-0');
    await page.check('#part-2');
    await page.check('#deposit');
    await assertAccessible(page);
    await shot(page, 'loans-counter');
    await page.click('#send');
    await page.waitForSelector('.toast:has-text("Remis")');
    const [loan] = desk.rows(`SELECT s.request_id, s.state, s.copy_id, s.household_id,
        (SELECT group_concat(position) FROM loan_part WHERE request_id = s.request_id) AS parts,
        (SELECT cents FROM loan_deposit WHERE request_id = s.request_id) AS cents
        FROM request_state AS s WHERE kind = 'loan' ORDER BY request_id DESC LIMIT 1`);
    assert.deepEqual({ ...loan, request_id: 0 }, { request_id: 0, state: 'out', copy_id: 801,
        household_id: 1, parts: '1,3', cents: 3000 });
    desk.kiosk(`scan "${CARD_0412}"
expect text "Perceuse sans fil"`);
    await page.waitForSelector('#odd');
    /* By mistake: as if it had never been. */
    await undo(page);
    assert.equal(stateOf(desk, loan.request_id), 'cancelled');
    assert.equal(desk.value('SELECT count(*) FROM act'), 0);
    assert.equal(desk.value('SELECT count(*) FROM loan_part'), 0);
});

test('on paper, yesterday, for a guest; and what cannot be is said', async (t) => {
    const desk = await house(t);
    const page = await desk.open('01');
    await go(page, '#/loans/new?item_id=1', '#lend-form');
    await page.click('#send');
    await page.waitForSelector('.trouble-place .notice:has-text("prénom")');
    await page.fill('#first_name', 'Bilal <i>B.</i>');
    await page.check('#is_paper');
    await page.fill('#happened_at', '2026-09-07T17:30');
    await page.selectOption('#until_s', '');
    await page.fill('#until_at', '2026-09-07T16:00');
    await page.click('#send');
    await page.waitForSelector('.trouble-place .notice:has-text("après le début")');
    await page.fill('#until_at', '2026-09-10T09:00');
    await page.click('#send');
    await page.waitForSelector('.toast:has-text("Remis")');
    const [loan] = desk.rows(`SELECT s.request_id, r.channel, s.from_s, s.until_s, d.recorded_at_s,
        c.first_name FROM request_state AS s JOIN request AS r ON r.id = s.request_id
        JOIN request_contact AS c ON c.request_id = s.request_id
        JOIN decision AS d ON d.request_id = s.request_id AND d.no = 1
        WHERE s.kind = 'loan' ORDER BY s.request_id DESC LIMIT 1`);
    const utc = (text) => Date.parse(`${text}:00+02:00`) / 1000;
    assert.equal(loan.channel, 'paper');
    assert.equal(loan.from_s, utc('2026-09-07T17:30'));
    assert.equal(loan.until_s, utc('2026-09-10T09:00'));
    assert.ok(loan.recorded_at_s >= utc('2026-09-08T16:42'));
    assert.equal(loan.first_name, 'Bilal <i>B.</i>');
    /* Back the same evening, on paper too. */
    await go(page, `#/loans?view=out&request_id=${loan.request_id}`, '#counter');
    assert.match(await textOf(page, '.split-detail'), /Bilal <i>B\.<\/i>/u);
    await page.click('.earlier summary');
    await page.fill('#happened_at', '2026-09-07T17:50');
    await page.click('#main-move');
    await until(desk, loan.request_id, 'back');
    assert.equal(desk.value('SELECT day FROM act'), 20260907);
});

test('nobody lends to the own household', async (t) => {
    const desk = await house(t);
    const page = await desk.open('02'); /* Karim, of 0507 */
    await go(page, '#/loans/new?item_id=1', '#asker-search');
    await page.fill('#asker-search', '0507');
    await page.click('#asker-search-0507');
    await page.waitForSelector('#person_id');
    await page.click('#send');
    await page.waitForSelector('.trouble-place .notice:has-text("une collègue décide")');
    assert.equal(desk.value("SELECT count(*) FROM request WHERE kind = 'loan' AND id > 822"), 0);
});

test('a copy leaves; its later loan gets another copy, other days, or is cancelled and told',
    async (t) => {
        const desk = await house(t);
        const page = await desk.open('01');
        await go(page, '#/loans?item_id=1', '#maintain-801');
        await page.click('#maintain-801');
        await page.fill('dialog textarea', 'Charbons à changer');
        await page.click('dialog [type=submit]');
        await until(desk, 801, 'maintenance');
        await page.waitForSelector('#restore-801');
        assert.match(await textOf(page, '.split-detail'), /Charbons à changer/u);
        await page.click('#to-away');
        await page.click('#loan-821');
        await page.waitForSelector('#swap-301');
        assert.match(await textOf(page, '.split-detail'), /N° 3 : en entretien/u);
        await assertAccessible(page);
        await shot(page, 'loans-away');
        await page.click('#swap-301');
        await desk.until('SELECT copy_id FROM request_state WHERE request_id = 821', 301);
        assert.equal(stateOf(desk, 821), 'reserved');
        assert.equal(desk.value('SELECT count(*) FROM notice WHERE request_id = 821'), 0);
        await undo(page);
        await desk.until('SELECT copy_id FROM request_state WHERE request_id = 821', 801);

        await go(page, '#/loans?view=away&request_id=821', '#propose-0');
        await page.click('#propose-0');
        await until(desk, 821, 'counter_proposed');
        desk.kiosk(`scan "${CARD_0412}"
tap #request-821
expect text "Autre date proposée"`);
        await go(page, '#/loans?request_id=821', '#do-cancel');
        await page.click('#do-cancel');
        await page.check('dialog [value=copy_away]');
        await page.fill('dialog textarea', 'Nous vous rappelons <b>vite</b>.');
        await page.click('dialog [type=submit]');
        await until(desk, 821, 'cancelled');
        assert.equal(desk.value(`SELECT count(*) FROM notice
            WHERE request_id = 821 AND state = 'to_tell'`), 1);
        desk.kiosk(`scan "${CARD_0412}"
tap #request-821
expect text "Nous vous rappelons <b>vite</b>."`);
    });

test('a copy is missed, found, and lent no more for a reason', async (t) => {
    const desk = await house(t);
    const page = await desk.open('01');
    await go(page, '#/loans?item_id=1', '#miss-301');
    await page.click('#miss-301');
    await page.click('dialog [type=submit]');
    await until(desk, 301, 'missing');
    await page.click('#restore-301');
    await until(desk, 301, 'available');
    await undo(page);
    await until(desk, 301, 'missing');
    await page.click('#retire-301');
    await page.check('dialog [value=worn]');
    await assertAccessible(page);
    await page.click('dialog [type=submit]');
    await until(desk, 301, 'retired');
    assert.equal(desk.value("SELECT reason_code FROM decision WHERE verb = 'retire'"), 'worn');
    await page.waitForSelector('.split-detail:has-text("Usé")');
});

test('a late loan makes the next one a task, and a colleague’s decision is seen at once', async (t) => {
    const desk = await house(t);
    const nadia = await desk.open('01');
    await desk.post('02', '/api/loans/move', { request_id: LADDER, no: 1, verb: 'lose' });
    await go(nadia, '#/loans?view=away', '#loan-822');
    assert.match(await textOf(nadia, '#loan-822'), /perdu/u);
    await nadia.click('#loan-822');
    await nadia.waitForSelector('#away-cancel');
    await desk.post('02', '/api/loans/move', { request_id: LADDER, no: 2, verb: 'find' });
    await nadia.waitForSelector('#away-cancel', { state: 'detached', timeout: 4000 });
    /* Decided on what was seen: the second of two is told. */
    const late = await desk.post('01', '/api/loans/move', { request_id: LADDER, no: 2, verb: 'find' });
    assert.deepEqual([late.status, late.body.error], [409, 'conflict']);
});

test('the picking list is by day and shelf, with a box for each part', async (t) => {
    const desk = await house(t);
    const page = await desk.open('01');
    await go(page, '#/print/picking', '.paper');
    const text = await textOf(page, '.paper');
    assert.match(text, /Mardi 8 septembre[\s\S]*C1[\s\S]*Machine à coudre n° 1[\s\S]*Pédale/u);
    assert.match(text, /Jeudi 10 septembre[\s\S]*A4[\s\S]*Escabeau 5 marches n° 1/u);
    await assertAccessible(page);
    await shot(page, 'loans-picking');
});
