// SPDX-License-Identifier: EUPL-1.2
/* An association's calendar, taken over: from its file to the preview, the database and the
 * residents' screen; the same file again; dates that move, go, or are not understood. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { CHOIR, PARTNER, REPAIR, calendar, openImport, read, repair, sessions, takeOver } from './ical.mjs';
import { startSmall } from './small_house.mjs';
import { assertAccessible, assertFits, go, pressOn, shot, textOf } from './support.mjs';

test('nothing is written before it is seen and said; then the screen shows it', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk);
    await assertAccessible(page);
    await shot(page, 'calendar-import');
    const before = sessions(desk);
    await read(page, CHOIR,
        { uid: 'fete', title: 'Fête du quartier', start: '20260919T150000', end: '20260919T220000' },
        { uid: 'secret', title: 'Réunion du bureau', start: '20260916T100000', end: '20260916T110000',
            lines: ['CLASS:PRIVATE'] },
        { uid: 'perhaps', title: 'Sortie en forêt', start: '20260920T100000', end: '20260920T170000',
            lines: ['STATUS:TENTATIVE'] },
        { uid: 'rule', title: 'Répétition générale', start: '20260921T100000', end: '20260921T110000',
            lines: ['RRULE:FREQ=PARFOIS'] });
    assert.match(await textOf(page, '#group-new'), /Nouvelles dates\s*4/u);
    assert.match(await textOf(page, '#group-new'),
        /Chorale du mardi\s*Mardi 15 sept\., 18 h 30 – 20 h · Salle commune/u);
    await page.click('#group-left_out summary');
    const left = await textOf(page, '#group-left_out');
    assert.match(left, /Une date privée[\s\S]*Privé dans votre calendrier/u);
    assert.doesNotMatch(left, /Réunion du bureau/u);
    assert.match(left, /Sortie en forêt[\s\S]*Pas encore sûr/u);
    assert.match(await textOf(page, '#group-not_understood'),
        /Répétition générale\s*Cette répétition n’est pas comprise : ajoutez les dates une à une\.\s*ligne \d+/u);
    assert.match(await textOf(page, '#confirm'), /4 dates/u);
    assert.equal(sessions(desk), before);
    await assertAccessible(page);

    await page.selectOption('#kind-0', 'committee');
    await desk.until("SELECT kind_code FROM calendar_title WHERE title = 'Chorale du mardi'",
        'committee');
    await page.fill('#capacity-0', '12');
    await page.locator('#capacity-0').blur();
    await desk.until("SELECT capacity FROM calendar_title WHERE title = 'Chorale du mardi'", 12);
    await shot(page, 'calendar-preview', { fullPage: true });
    await takeOver(page);
    assert.match(await textOf(page), /4 nouvelles dates\./u);
    await assertAccessible(page);
    assert.equal(sessions(desk), before + 4);
    assert.equal(desk.value("SELECT kind_code || ' ' || partner_id FROM activity"
        + " WHERE title = 'Chorale du mardi'"), `committee ${PARTNER}`);
    await page.click('#to-agenda');
    await page.waitForSelector('.split-list');
    desk.kiosk(`tap "Ateliers et agenda"
tap #later
expect text "Chorale du mardi"
expect text "Fête du quartier"`);
});

test('the same file again changes nothing, and absence cancels nothing', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk);
    await read(page, CHOIR, repair('20260909T140000', '20260909T160000'));
    assert.match(await textOf(page, '#confirm'), /3 dates[\s\S]*1 date suivra désormais ce calendrier/u);
    await takeOver(page);
    const before = sessions(desk);
    await page.click('#other-file');
    await page.waitForSelector('#file');
    await read(page, CHOIR, repair('20260909T140000', '20260909T160000'));
    assert.match(await textOf(page), /Tout est déjà dans l’agenda/u);
    assert.equal(await page.locator('#confirm').count(), 0);
    await page.click('#drop');
    await page.waitForSelector('#file');
    await read(page, CHOIR);
    await page.click('#group-missing summary');
    assert.match(await textOf(page, '#group-missing'), /Il n’arrive rien à ces dates[\s\S]*Réparer son petit/u);
    assert.equal(await page.locator('#confirm').count(), 0);
    assert.equal(sessions(desk), before);
    assert.equal(desk.value(`SELECT state FROM request_state WHERE request_id = ${REPAIR}`), 'published');
});

test('a date that moves keeps its bookings, and who booked reads it at the screen', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk);
    await read(page, repair('20260909T140000', '20260909T160000'));
    await takeOver(page);
    await page.click('#other-file');
    await page.waitForSelector('#file');
    await read(page, repair('20260910T150000', '20260910T170000'));
    assert.match(await textOf(page, '#group-changed'),
        /Date : Mercredi 9 sept\., 14 h – 16 h → \s*maintenant\s*Jeudi 10 sept\., 15 h – 17 h/u);
    assert.match(await textOf(page, '#group-changed'), /6 personnes seront prévenues/u);
    assert.match(await textOf(page, '#confirm'), /1 date est déplacée : 6 personnes seront prévenues\./u);
    await shot(page, 'calendar-moved');
    await takeOver(page);
    assert.equal(desk.value(`SELECT datetime(starts_s, 'unixepoch') FROM session
        WHERE request_id = ${REPAIR}`), '2026-09-10 13:00:00');
    assert.deepEqual(desk.rows(`SELECT state FROM request_state WHERE session_id = ${REPAIR}
        AND kind = 'booking' ORDER BY request_id`).map((row) => row.state),
    ['to_reconfirm', 'to_reconfirm', 'asked']);
    desk.kiosk(`tap "Suivre ma demande"
scan "${desk.cards['0608']}"
expect text "Du nouveau pour vous"
expect text "Déplacé : venez-vous toujours ?"`);
});

test('what the calendar cancels is cancelled, with one reason', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk);
    await read(page, repair('20260909T140000', '20260909T160000'));
    await takeOver(page);
    await page.click('#other-file');
    await page.waitForSelector('#file');
    await read(page, repair('20260909T140000', '20260909T160000', 'STATUS:CANCELLED', 'SEQUENCE:1'));
    assert.match(await textOf(page, '#group-cancelled'), /Réparer[\s\S]*6 personnes seront prévenues/u);
    await page.click('#confirm'); /* a reason is needed */
    assert.equal(desk.value(`SELECT state FROM request_state WHERE request_id = ${REPAIR}`), 'published');
    await page.selectOption('#reason', 'weather');
    await takeOver(page);
    assert.match(await textOf(page), /1 date annulée\./u);
    assert.equal(desk.value(`SELECT state FROM request_state WHERE request_id = ${REPAIR}`), 'cancelled');
    desk.kiosk(`tap "Ateliers et agenda"
expect text "à cause de la météo"`);
});

test('under the rule of their association, an organiser asks the concierge or decides alone', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk, '10');
    await read(page, repair('20260909T140000', '20260909T160000'));
    await takeOver(page);
    await page.click('#other-file');
    await page.waitForSelector('#file');
    const file = [CHOIR, repair('20260910T150000', '20260910T170000')];
    await read(page, ...file);
    assert.match(await textOf(page, '#confirm'),
        /4 dates attendent l’accord de la conciergerie\. Personne à prévenir\./u);
    desk.exec(`UPDATE partner SET agenda_rule = 'automatic' WHERE id = ${PARTNER}`);
    await go(page, await page.evaluate(() => location.hash));
    assert.match(await textOf(page, '#confirm'),
        /3 dates paraîtront, 1 date est déplacée : 6 personnes seront prévenues\./u);
    desk.exec(`UPDATE partner SET agenda_rule = 'desk' WHERE id = ${PARTNER}`);
    await takeOver(page);
    assert.match(await textOf(page), /4 dates attendent l’accord de la conciergerie\./u);
    assert.deepEqual(desk.rows(`SELECT DISTINCT state FROM request_state AS s JOIN session AS x USING (request_id)
        JOIN activity AS a ON a.id = x.activity_id WHERE a.title = 'Chorale du mardi'`), [{ state: 'proposed' }]);
    assert.equal(desk.value(`SELECT datetime(starts_s, 'unixepoch') FROM session
        WHERE request_id = ${REPAIR}`), '2026-09-09 12:00:00');
});

test('what changed meanwhile is looked at again before anything is written', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk);
    await read(page, repair('20260909T140000', '20260909T160000'));
    await takeOver(page);
    await page.click('#other-file');
    await page.waitForSelector('#file');
    await read(page, repair('20260910T150000', '20260910T170000'));
    const change = await desk.post('01', '/api/agenda/change', { session_id: REPAIR,
        place: 'Jardin', capacity: 9 });
    assert.equal(change.status, 200);
    await page.click('#confirm');
    await page.waitForSelector('.notice.warn');
    assert.match(await textOf(page), /Quelque chose a changé entre-temps/u);
    assert.equal(desk.value(`SELECT datetime(starts_s, 'unixepoch') FROM session
        WHERE request_id = ${REPAIR}`), '2026-09-09 12:00:00');
    await takeOver(page);
    assert.equal(desk.value(`SELECT datetime(starts_s, 'unixepoch') FROM session
        WHERE request_id = ${REPAIR}`), '2026-09-10 13:00:00');
});

test('words of a file are shown as they are, never run', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk);
    const title = '<img src=x onerror=alert(1)> Robert\'); DROP TABLE session;--';
    await read(page, { uid: 'evil', title: title.replaceAll(';', '\\;'), start: '20260915T100000', end: '20260915T110000',
        lines: ['LOCATION:"><script>alert(2)</script>'] });
    assert.ok((await textOf(page, '#group-new')).includes(title));
    await takeOver(page);
    assert.equal(desk.value('SELECT title FROM activity ORDER BY id DESC LIMIT 1'), title);
    assert.equal(desk.value('SELECT place FROM session ORDER BY request_id DESC LIMIT 1'),
        '"><script>alert(2)</script>');
});

test('a file is dropped anywhere on the page', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk, '10');
    const transfer = await page.evaluateHandle((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'agenda.ics', { type: 'text/calendar' }));
        return data;
    }, calendar(CHOIR));
    await page.dispatchEvent('h1', 'dragover', { dataTransfer: transfer });
    assert.equal(await page.locator('.drop.is-over').count(), 1);
    await page.dispatchEvent('h1', 'drop', { dataTransfer: transfer });
    await page.waitForSelector('#group-new');
});

test('a calendar that was read is found again after leaving the page', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk, '10');
    await read(page, CHOIR);
    await go(page, '#/agenda');
    await page.click('#import');
    await page.waitForSelector('#open-readings');
    assert.match(await textOf(page, '#open-readings'), /Agenda de la Corde[\s\S]*3 nouvelles/u);
    await page.click('#open-readings a');
    await page.waitForSelector('#group-new');
    await pressOn(page, '#drop', 'Rien n’a été écrit');
    await page.waitForSelector('#file');
    assert.equal(await page.locator('#open-readings').count(), 0);
});

/* ---- For everybody ---- */

test('by keyboard alone, on a phone, and at 200 %', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk, '01', { viewport: { width: 360, height: 740 } });
    await assertFits(page);
    await read(page, CHOIR, repair('20260909T140000', '20260909T160000'),
        { uid: 'w', title: `${'Long'.repeat(60)}`, start: '20260916T100000' });
    await assertFits(page, 'the preview');
    await assertAccessible(page);
    await shot(page, 'calendar-phone', { fullPage: true });
    await page.setViewportSize({ width: 720, height: 480 });
    await assertFits(page, 'the preview at 200 %');
    await page.focus('#group-unchanged summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#group-unchanged details[open]');
    await page.focus('#confirm');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice.ok');
    await assertFits(page, 'what was done');
});
