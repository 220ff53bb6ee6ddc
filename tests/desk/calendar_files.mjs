// SPDX-License-Identifier: EUPL-1.2
/* A calendar's file on its way to the desk: who may send it, what is no calendar, and what would keep
 * everybody waiting. */
import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import test from 'node:test';
import { CHOIR, PARTNER, calendar, give, openImport, sessions } from './ical.mjs';
import { PASSWORD, startSmall } from './small_house.mjs';
import { assertAccessible, shot, signIn, textOf } from './support.mjs';

const OTHER = `INSERT INTO staff(id, number, first_name, role, partner_id)
    VALUES (5, '11', 'Maud', 'organiser', 3);
INSERT INTO password(staff_id, hash, set_at_s, is_temporary)
SELECT 5, hash, set_at_s, 0 FROM password WHERE staff_id = 4;`;

/* What the page says of a file that cannot be read. */
async function refusal(page, content, name) {
    await give(page, content, name);
    await page.waitForSelector('#said .notice.bad');
    return (await textOf(page, '#said')).trim();
}

/* Without a browser: a file as somebody who signed in sends it. */
async function sendAs(desk, login, content, query) {
    const answer = await fetch(`${desk.url}/api/calendar/read${query}`, {
        method: 'POST', body: content,
        headers: { Cookie: `desk=${login.cookie}`, Origin: desk.url, 'X-Token': login.csrf,
            'Content-Type': 'text/calendar' },
    });
    return { status: answer.status, body: await answer.json() };
}

async function send(desk, number, content, query = '') {
    return sendAs(desk, await signIn(desk.url, number, PASSWORD), content, query);
}

/* All at the same moment. */
async function sendAtOnce(desk, numbers, content) {
    const logins = [];
    for (const number of numbers) {
        logins.push(await signIn(desk.url, number, PASSWORD));
    }
    return Promise.all(logins.map((login) => sendAs(desk, login, content, `?partner_id=${PARTNER}`)));
}

/* ---- Who may ---- */

test('an organiser reaches their own association’s calendars, whatever they ask for', async (t) => {
    const desk = await startSmall(t, { sql: OTHER });
    const ours = await send(desk, '10', calendar(CHOIR), '?partner_id=3');
    assert.equal(ours.status, 200);
    const id = ours.body.reading_id;
    assert.equal(desk.value(`SELECT partner_id FROM calendar_reading WHERE id = ${id}`), PARTNER);
    const maud = await desk.client('11');
    assert.equal((await maud.get(`/api/calendar/reading?reading_id=${id}`)).status, 404);
    assert.deepEqual((await maud.get('/api/calendar/readings')).body.readings, []);
    for (const [path, body] of [['choose', { title: 'Chorale du mardi', kind: 'cafe', capacity: 3, rule: 'desk' }],
        ['confirm', { reason: 'other' }], ['drop', {}]]) {
        assert.equal((await maud.post(`/api/calendar/${path}`, { reading_id: id, ...body })).status, 403, path);
    }
    assert.equal(desk.value(`SELECT state FROM calendar_reading WHERE id = ${id}`), 'open');
    assert.equal(desk.value('SELECT count(*) FROM calendar_title WHERE kind_code = \'cafe\''), 0);
    assert.equal((await send(desk, '01', calendar(CHOIR))).status, 400); /* whose, is not said */
    assert.equal((await send(desk, '01', calendar(CHOIR), '?partner_id=99')).status, 404);
});

test('the concierge says whose calendar it is', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk);
    await give(page, calendar(CHOIR));
    await page.waitForSelector('#said .notice.warn');
    assert.match(await textOf(page, '#said'), /À qui est ce calendrier \? Choisissez d’abord/u);
    assert.equal(desk.value('SELECT count(*) FROM calendar_reading'), 0);
});

/* ---- Files that are none ---- */

/* One file in a ZIP archive. */
function zip(name, text) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(bytes.length, 22);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, Buffer.from(name), packed]);
}

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64');

test('a file that is no calendar, or too much of one, ends in a sentence', async (t) => {
    const desk = await startSmall(t);
    const page = await openImport(desk, '10');
    const before = sessions(desk);
    const long = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:${'x'.repeat(8 * 1024 * 1024 - 100)}\r\n`;
    const many = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260915T100000Z\r\n${
        'X-A:b\r\n'.repeat(200000)}END:VEVENT\r\nEND:VCALENDAR\r\n`;
    assert.match(await refusal(page, zip('agenda.ics', calendar(CHOIR)), 'agenda.ics'), /C’est une archive/u);
    assert.match(await refusal(page, PNG, 'photo.ics'), /C’est une image/u);
    assert.match(await refusal(page, '<!DOCTYPE html><title>Connexion</title>'), /C’est une page web/u);
    assert.match(await refusal(page, ''), /Il n’y a rien dans ce fichier/u);
    assert.match(await refusal(page, many), /trop long : exportez moins de mois/u);
    assert.match(await refusal(page, `${long}${'x'.repeat(200)}`), /dépasse 8 Mo/u);
    assert.match(await refusal(page, calendar({ ...CHOIR, start: '20200915T183000', end: '20200915T200000' })),
        /aucune date dans l’année qui vient/u);
    await shot(page, 'calendar-refused');
    await assertAccessible(page);
    await give(page, long);
    await page.waitForSelector('#said .notice.bad, #other-file');
    assert.equal(sessions(desk), before);
});

/* Rules that look for dates there are none of. */
const HEAVY = calendar(...Array.from({ length: 3000 }, (_, i) => ({
    ...CHOIR, uid: `heavy-${i}`, lines: ['RRULE:FREQ=DAILY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=30'] })));

test('others are answered while a calendar is read', async (t) => {
    const desk = await startSmall(t);
    const nadia = await desk.client('01');
    let isReading = true;
    const reading = send(desk, '10', HEAVY).finally(() => { isReading = false; });
    let longest = 0;
    for (let i = 0; isReading && i < 1000; i++) {
        const began = performance.now();
        assert.equal((await nadia.get('/api/agenda/choices')).status, 200);
        longest = Math.max(longest, performance.now() - began);
    }
    const { status, body } = await reading;
    assert.equal(status, 200);
    assert.ok(body.refusal !== undefined || body.reading_id > 0);
    assert.ok(longest < 1500, `${longest} ms`);
});

test('two calendars are read at a time', async (t) => {
    const desk = await startSmall(t, { sql: OTHER });
    const answers = await sendAtOnce(desk, ['01', '02', '10', '11'], HEAVY);
    assert.ok(answers.some((answer) => answer.status === 503 && answer.body.error === 'busy'));
    assert.ok(answers.some((answer) => answer.status === 200));
});

test('a person reads one calendar at a time', async (t) => {
    const desk = await startSmall(t);
    const answers = await sendAtOnce(desk, ['10', '10', '10'], HEAVY);
    assert.ok(answers.some((answer) => answer.status === 503 && answer.body.error === 'busy'));
    assert.ok(answers.some((answer) => answer.status === 200));
});
