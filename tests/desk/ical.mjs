// SPDX-License-Identifier: EUPL-1.2
/* Calendars as associations keep them, and how one gives them to the desk's page. */
import { go } from './support.mjs';

export const PARTNER = 1; /* La Corde Alliée, of which Lucien, 10, is an organiser */
export const REPAIR = 102; /* theirs: 9 September 14 h, three bookings of six people */

/* ---- Files ---- */

export function event({ uid, title, start, end, lines = [] }) {
    return ['BEGIN:VEVENT', `UID:${uid}@chorale.example`, `SUMMARY:${title}`,
        ...(start ? [`DTSTART;TZID=Europe/Paris:${start}`] : []),
        ...(end ? [`DTEND;TZID=Europe/Paris:${end}`] : []), ...lines, 'END:VEVENT'];
}

export function calendar(...events) {
    return `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//essai//FR', 'X-WR-CALNAME:Agenda de la Corde',
        ...events.map(event).flat(), 'END:VCALENDAR'].join('\r\n')}\r\n`;
}

export const REPAIR_WORDS = 'DESCRIPTION:Votre grille-pain ne marche plus ? Apportez-le. On l’ouvre ensemble\\,'
    + ' on cherche la panne et on répare quand c’est possible.';
export const REPAIR_PLACE = 'LOCATION:Atelier de la Conciergerie\\, rez-de-chaussée';

export function repair(start, end, ...lines) {
    return { uid: 'repair', title: 'Réparer son petit électroménager', start, end,
        lines: [REPAIR_PLACE, REPAIR_WORDS, ...lines] };
}

export const CHOIR = { uid: 'choir', title: 'Chorale du mardi', start: '20260915T183000', end: '20260915T200000',
    lines: ['RRULE:FREQ=WEEKLY;COUNT=3', 'LOCATION:Salle commune'] };

/* ---- Acts ---- */

export async function openImport(desk, number = '01', context = {}) {
    const page = await desk.open(number, context);
    await go(page, '#/calendar-import', '#file');
    return page;
}

export async function give(page, content, name = 'agenda.ics') {
    await page.setInputFiles('#file', { name, mimeType: 'text/calendar', buffer: Buffer.from(content) });
}

/* Gives a file, and waits for its preview. The concierge says whose it is. */
export async function read(page, ...events) {
    if (await page.locator('#partner_id').count() > 0) {
        await page.selectOption('#partner_id', String(PARTNER));
    }
    await give(page, calendar(...events));
    await page.waitForSelector('#other-file');
}

export async function takeOver(page) {
    await page.click('#confirm');
    await page.waitForSelector('.notice.ok');
}

export function sessions(desk) {
    return desk.value('SELECT count(*) FROM session');
}
