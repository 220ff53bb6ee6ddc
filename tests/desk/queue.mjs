/* À valider, from the page to the database and back on the residents' screen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSmall } from './small_house.mjs';
import { assertAccessible, assertFits, go, shot, textOf, waitUntil } from './support.mjs';

const stateOf = (id) => `SELECT state FROM request_state WHERE request_id = ${id}`;

/* Three like bookings of household 3, on a session with seats. */
const THREE_BOOKINGS = `
    CREATE TEMP TABLE more(id, people);
    INSERT INTO more VALUES (651, 1), (652, 2), (653, 1);
    INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom,
        is_private, is_danger, session_id)
    SELECT id, randomblob(16), 'booking', 'screen', 'fr', unixepoch('2026-09-08 08:00') + id,
        unixepoch('2026-09-08 08:00') + id, 'self', 0, 0, 109 FROM more;
    INSERT INTO request_owner(request_id, no, household_id, since_s)
    SELECT id, 1, 3, unixepoch('2026-09-08 08:00') FROM more;
    INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state,
        to_state, session_id, from_s, until_s, adults, holds)
    SELECT id, 1, unixepoch('2026-09-08 08:00'), unixepoch('2026-09-08 08:00'), 'house', 'ask', '',
        'asked', 109, unixepoch('2026-09-16 12:00'), unixepoch('2026-09-16 14:00'), people, 1
    FROM more;
    INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended,
        is_danger, session_id, from_s, until_s, adults, children, holds)
    SELECT id, 1, 'booking', 'asked', unixepoch('2026-09-08 08:00'),
        unixepoch('2026-09-08 08:00') + id, 1, 0, 0, 109, unixepoch('2026-09-16 12:00'),
        unixepoch('2026-09-16 14:00'), people, 0, 1
    FROM more;`;

/* A page that hears of nothing: as if a colleague had been quicker. */
async function deafen(page) {
    await page.context().route('**/events', (route) => route.abort());
    await page.reload();
    await page.waitForSelector('.lines');
}

test('À valider', async (t) => {
    const desk = await startSmall(t, { sql: THREE_BOOKINGS });
    const page = await desk.open('01');

    await t.test('safety is on top, then the oldest, with counts by kind', async () => {
        await page.waitForSelector('#request-601');
        const ids = await page.$$eval('.lines .line', (lines) => lines.map((line) => line.id));
        assert.equal(ids[0], 'request-601');
        const ranks = desk.rows('SELECT request_id FROM request_state WHERE waits = 1 AND is_danger = 0 ORDER BY rank_s, request_id');
        assert.deepEqual(ids.slice(1, 1 + ranks.length), ranks.map((row) => `request-${row.request_id}`));
        const chips = await textOf(page, '.chips');
        const waiting = desk.value('SELECT count(*) FROM request_state WHERE waits = 1');
        assert.match(chips, new RegExp(`Tout\\s*${waiting}`, 'u'));
        assert.match(chips, /Prêts\s*2/u);
        assert.equal(await textOf(page, '#nav-queue .count'), String(waiting));
        await assertAccessible(page);
        await shot(page, 'queue');
    });

    await t.test('a filter shows one kind', async () => {
        await page.click('.chip:has-text("Prêts")');
        await waitUntil(page, () => document.querySelectorAll('.split-list .lines > li').length >= 2 &&
            !document.querySelector('#request-601'));
        assert.match(await textOf(page, '.split-list'), /Perceuse sans fil n° 1/u);
        await go(page, '#/queue');
    });

    await t.test('a card holds the facts, and what follows from yes', async () => {
        await page.click('#request-611');
        await page.waitForSelector('#yes');
        const text = await textOf(page, '.split-detail');
        for (const fact of [/Perceuse sans fil n° 1/u, /ven\. 11 → mar\. 15/u, /Caution à demander : 30 €/u,
            /étagère A1/u, /Foyer 0412/iu, /Darettier · 7 allée Ampère, 3e étage/u, /Lucie|Darettier/u,
            /Abonné jusqu’au 1er janvier 2027/u, /10 € réglés/u,
            /Réponse promise : aujourd’hui 17 h 15/u, /Reste : aucun autre · à dire : retrait vendredi 9 h/u]) {
            assert.match(text, fact);
        }
        const days = await page.$$eval('.days .wanted', (list) => list.length);
        assert.equal(days, 5);
        await assertAccessible(page);
        await shot(page, 'queue-loan');
    });

    await t.test('Alt+O says yes; it can be taken back', async () => {
        await page.keyboard.press('Alt+O');
        await desk.until(stateOf(611), 'reserved');
        assert.equal(desk.value("SELECT who || staff_id FROM decision WHERE request_id = 611 AND no = 2"), 'desk1');
        assert.equal(desk.value("SELECT state FROM notice WHERE request_id = 611"), 'to_tell');
        await page.waitForSelector('.toast:has-text("Réservé")');
        await shot(page, 'queue-answered');
        await page.click('.toast button:has-text("Annuler")');
        await desk.until(stateOf(611), 'asked');
        assert.equal(desk.value("SELECT state FROM notice WHERE request_id = 611"), 'void');
        await page.waitForSelector('#yes');
    });

    await t.test('what was done just now is listed, with its way back', async () => {
        await go(page, '#/queue?request_id=611');
        await page.click('#yes');
        await desk.until(stateOf(611), 'reserved');
        await page.click('#recent');
        await page.waitForSelector('dialog .line:has-text("Perceuse")');
        await shot(page, 'queue-recent');
        await page.click('dialog .line:has-text("Perceuse") button');
        await desk.until(stateOf(611), 'asked');
    });

    await t.test('no asks for a reason, and words; both reach the resident', async () => {
        await go(page, '#/queue?request_id=644');
        await page.keyboard.press('Alt+N');
        await page.waitForSelector('dialog');
        await assertAccessible(page);
        await shot(page, 'queue-no');
        await page.check('input[value=full]');
        await page.fill('textarea', 'Venez <b>jeudi</b>\'); DROP TABLE decision; --');
        await page.click('dialog [type=submit]');
        await desk.until(stateOf(644), 'refused');
        assert.deepEqual(desk.rows("SELECT reason_code, words FROM decision JOIN decision_words USING (request_id, no) WHERE request_id = 644"),
            [{ reason_code: 'full', words: 'Venez <b>jeudi</b>\'); DROP TABLE decision; --' }]);
        await go(page, '#/queue?request_id=644');
        assert.match(await textOf(page, '.split-detail'), /Venez <b>jeudi<\/b>/u);
        desk.kiosk(`tap "Suivre ma demande"
tap "Avec le numéro de foyer et le code"
type "0608"
type "161803"
wait 2s
expect screen mine
expect text "Il n’y a plus de places., Refusé"`);
    });

    await t.test('another answer: another date of the same activity', async () => {
        await go(page, '#/queue?request_id=203');
        await page.keyboard.press('Alt+A');
        await page.waitForSelector('dialog .wide-choice');
        await assertAccessible(page);
        await shot(page, 'queue-other');
        await page.click('dialog .wide-choice:has-text("Mercredi 16 septembre, 14 h")');
        await desk.until(stateOf(203), 'counter_proposed');
        assert.equal(desk.value('SELECT session_id FROM request_state WHERE request_id = 203'), 109);
        await page.click('.toast button:has-text("Annuler")');
        await desk.until(stateOf(203), 'asked');
    });

    await t.test('another answer: the waiting list, a partner, a moment, a colleague', async () => {
        await go(page, '#/queue?request_id=203');
        await page.click('#other');
        await page.click('dialog .wide-choice:has-text("liste d’attente")');
        await desk.until(stateOf(203), 'waitlisted');

        await go(page, '#/queue?request_id=602');
        await page.click('#other');
        await page.click('dialog .wide-choice:has-text("partenaire")');
        await page.check('input[value=food]');
        await page.click('dialog [type=submit]');
        await desk.until(stateOf(602), 'redirected');
        assert.equal(desk.value("SELECT reason_code FROM decision WHERE request_id = 602 AND no = 2"), 'food');

        await go(page, '#/queue?request_id=621');
        await page.click('#other');
        await page.click('dialog .wide-choice:has-text("Autre date")');
        await page.fill('#when', '2026-09-11T10:30');
        await page.click('dialog [type=submit]');
        await desk.until(stateOf(621), 'counter_proposed');
        assert.equal(desk.value("SELECT datetime(from_s, 'unixepoch') FROM request_state WHERE request_id = 621"), '2026-09-11 08:30:00');

        await go(page, '#/queue?request_id=622');
        await page.click('#other');
        await page.click('dialog .wide-choice:has-text("collègue")');
        await desk.until('SELECT coalesce(not_staff_id, 0) FROM request_state WHERE request_id = 622', 1);
        await go(page, '#/queue?request_id=622');
        await page.waitForSelector('.notice:has-text("confié à une collègue"), .notice:has-text("une collègue")');
        assert.equal(await page.$('#yes'), null);
    });

    await t.test('nobody decides on their own request', async () => {
        const karim = await desk.open('02');
        await go(karim, '#/queue?request_id=615');
        await karim.waitForSelector('.notice:has-text("Personne ne valide sa propre demande")');
        assert.equal(await karim.$('#yes'), null);
        assert.equal(await karim.$('#no'), null);
        await assertAccessible(karim);
        await shot(karim, 'queue-own');
        await karim.click('#pass');
        await desk.until('SELECT coalesce(not_staff_id, 0) FROM request_state WHERE request_id = 615', 2);
        await karim.context().close();
    });

    await t.test('the second of two on one card sees what the first decided', async () => {
        const second = await desk.open('01');
        await deafen(second);
        await go(second, '#/queue?request_id=615');
        await second.waitForSelector('#yes');
        const karim = await desk.client('02');
        const nadia = await desk.client('01');
        const said = await nadia.post('/api/queue/decide', { request_id: 615, no: 2, answer: 'no', reason: 'someone_waits' });
        assert.equal(said.status, 200, JSON.stringify(said.body));
        assert.equal((await karim.post('/api/queue/decide', { request_id: 615, no: 2, answer: 'yes' })).status, 409);
        await second.click('#yes');
        await second.waitForSelector('.toast.trouble');
        await second.waitForSelector('.notice:has-text("Refusé")');
        assert.equal(desk.value(stateOf(615)), 'refused');
        assert.equal(desk.value('SELECT max(no) FROM decision WHERE request_id = 615'), 3);
        await shot(second, 'queue-second');
        await second.context().close();
    });

    await t.test('several like ones at once, each answered on its own', async () => {
        const many = await desk.open('01');
        await deafen(many);
        await many.click('#many');
        await many.waitForSelector('[name=many]');
        await many.check('[name=many][value="651"]');
        assert.equal(await many.isDisabled('[name=many][value="611"]'), true);
        await many.check('[name=many][value="652"]');
        await many.check('[name=many][value="653"]');
        await assertAccessible(many);
        await shot(many, 'queue-many');
        const nadia = await desk.client('01');
        await nadia.post('/api/queue/decide', { request_id: 652, no: 1, answer: 'no', reason: 'other' });
        await many.click('#yes-many');
        await many.waitForSelector('dialog:has-text("2 réponses sur 3")');
        await shot(many, 'queue-many-results');
        assert.equal(desk.value(stateOf(651)), 'confirmed');
        assert.equal(desk.value(stateOf(652)), 'refused');
        assert.equal(desk.value(stateOf(653)), 'confirmed');
        await many.context().close();
    });

    await t.test('a freed seat is a task: the first of the list is offered what there is', async () => {
        await go(page, '#/queue?request_id=632');
        await page.waitForSelector('#step-offer');
        assert.match(await textOf(page, '#step-offer'), /2 places sur 3|2 sur 3/u);
        await page.click('#step-offer');
        await desk.until(stateOf(632), 'offered');
        assert.equal(desk.value('SELECT adults + children FROM request_state WHERE request_id = 632'), 2);
    });

    await t.test('what a resident asks at the screen appears and rings within two seconds', async () => {
        await go(page, '#/notices');
        await page.evaluate(() => {
            globalThis.rings = 0;
            document.addEventListener('rung', () => {
                globalThis.rings += 1;
            });
        });
        desk.kiosk(`tap "Coups de main"
tap "J’ai besoin d’un coup de main"
tap "Compagnie"
tap "Jouer ensemble"
key Return
tap #continue
tap "Sans carte"
tap #come-back
tap "Envoyer"
expect screen ticket`);
        const asked = Date.now();
        await page.waitForSelector('#new-request', { timeout: 2500 });
        assert.ok(Date.now() - asked < 2500);
        assert.ok(await page.evaluate(() => globalThis.rings) > 0);
        await page.click('#new-request a');
        await page.waitForSelector('.line:has-text("Compagnie")');
        assert.equal(await page.$('#new-request'), null);
    });

    await t.test('what is no answer, or has no such reason, is refused and writes nothing', async () => {
        const nadia = await desk.client('01');
        const before = desk.value('SELECT count(*) FROM decision');
        const no = desk.value('SELECT no FROM request_state WHERE request_id = 612');
        for (const [body, status, error] of [
            [{ request_id: 612, no, verb: 'hand_out' }, 403, 'denied'],
            [{ request_id: 612, no, verb: 'no such verb' }, 400, 'invalid'],
            [{ request_id: 612, no, answer: 'yes' }, 409, 'conflict'],
            [{ request_id: 611, no: 1, answer: 'yes' }, 409, 'conflict'],
            [{ request_id: 999999, no: 1, answer: 'yes' }, 404, 'not-found'],
            [{ request_id: 604, no: 1, answer: 'no', reason: 'weather' }, 400, 'invalid'],
            [{ request_id: 604, no: 1, answer: 'no', words: 'x'.repeat(281) }, 400, 'invalid'],
            [{ request_id: 'DROP', no: 1, answer: 'yes' }, 400, 'invalid'],
        ]) {
            const said = await nadia.post('/api/queue/decide', body);
            assert.deepEqual([said.status, said.body.error], [status, error], JSON.stringify(body));
        }
        assert.equal((await nadia.get('/api/queue?domain=nothing')).status, 400);
        assert.equal((await nadia.get('/api/queue/card?request_id=999999')).status, 404);
        assert.equal((await nadia.post('/api/undo', { request_id: 604, no: 1 })).status, 403);
        assert.equal(desk.value('SELECT count(*) FROM decision'), before);
    });

    await t.test('on a phone: the list, then the card, then the list again', async () => {
        const phone = await desk.open('01', { viewport: { width: 390, height: 844 }, hasTouch: true });
        await phone.waitForSelector('#request-601');
        await assertFits(phone);
        await assertAccessible(phone);
        await shot(phone, 'queue-phone');
        await phone.click('#request-601');
        await phone.waitForSelector('#yes');
        assert.equal(await phone.isVisible('#request-602'), false);
        await assertFits(phone);
        await shot(phone, 'queue-phone-card', { fullPage: true });
        await phone.click('.back');
        await phone.waitForSelector('#request-601');
        await phone.context().close();
    });

    await t.test('at 200 % and in English', async () => {
        const zoomed = await desk.open('01', { viewport: { width: 720, height: 480 }, locale: 'en-GB', deviceScaleFactor: 2 });
        await go(zoomed, '#/queue?request_id=611');
        await zoomed.waitForSelector('#yes');
        await assertFits(zoomed);
        assert.match(await textOf(zoomed, '#yes'), /Yes, reserve it/u);
        await assertAccessible(zoomed);
        await shot(zoomed, 'queue-zoom-en', { fullPage: true });
        await zoomed.context().close();
    });
});

test('a long pile, and what is only for its asker', async (t) => {
    /* Forty enquiries; the first is a private one of Karim's household. */
    const desk = await startSmall(t, { sql: `
        CREATE TEMP TABLE many AS
        WITH RECURSIVE n(id) AS (SELECT 1001 UNION ALL SELECT id + 1 FROM n WHERE id < 1040)
        SELECT id FROM n;
        INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom,
            is_private, is_danger, service_id)
        SELECT id, randomblob(16), 'enquiry', 'screen', 'fr', unixepoch('2026-09-04') + id,
            unixepoch('2026-09-04') + id, 'self', id = 1001, 0, 2 FROM many;
        INSERT INTO request_owner(request_id, no, household_id, since_s)
        SELECT id, 1, 2, unixepoch('2026-09-04') FROM many;
        INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state,
            to_state, holds)
        SELECT id, 1, unixepoch('2026-09-04'), unixepoch('2026-09-04'), 'house', 'ask', '', 'asked', 0
        FROM many;
        INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended,
            is_danger, adults, children, holds)
        SELECT id, 1, 'enquiry', 'asked', unixepoch('2026-09-04'), unixepoch('2026-09-04') + id, 1, 0,
            0, 0, 0, 0
        FROM many;` });
    const nadia = await desk.client('01');

    await t.test('pages follow each other, nothing twice, nothing missing', async () => {
        const seen = [];
        let key = '';
        for (;;) {
            const { body } = await nadia.get(`/api/queue${key}`);
            seen.push(...body.lines.map((line) => line.request_id));
            if (!body.is_more) {
                break;
            }
            const last = body.lines.at(-1);
            key = `?after_danger=${last.is_danger}&after_rank_s=${last.rank_s}&after_id=${last.request_id}`;
        }
        assert.deepEqual(seen, desk.rows('SELECT request_id FROM request_state WHERE waits = 1 ' +
            'ORDER BY is_danger DESC, rank_s, request_id').map((row) => row.request_id));
    });

    await t.test('one goes on to the following ones and back to the first', async () => {
        const page = await desk.open('01');
        await page.click('.paging a:has-text("suivant")');
        await page.waitForSelector('.paging a:has-text("début")');
        assert.equal(await page.$('#request-1001'), null);
        await assertAccessible(page);
        await page.click('.paging a:has-text("début")');
        await page.waitForSelector('#request-1001');
    });

    await t.test('what somebody of one\'s own household asked only for themselves stays theirs', async () => {
        const karim = await desk.client('02');
        const ids = (await karim.get('/api/queue')).body.lines.map((line) => line.request_id);
        assert.ok(!ids.includes(1001) && ids.includes(1002));
        assert.equal((await karim.get('/api/queue/card?request_id=1001')).status, 404);
        assert.equal((await nadia.get('/api/queue/card?request_id=1001')).status, 200);
        assert.equal((await nadia.post('/api/queue/decide', { request_id: 1001, no: 1, answer: 'yes' })).status, 200);
        assert.ok((await nadia.get('/api/notices')).body.lines.some((one) => one.line.request_id === 1001));
        assert.ok(!(await karim.get('/api/notices')).body.lines.some((one) => one.line.request_id === 1001));
    });
});
