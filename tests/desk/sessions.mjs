// SPDX-License-Identifier: EUPL-1.2
// What the tests of the agenda share: sessions of the small house, and how one is acted on.

export const SESSIONS = {
    booked: 105, /* Cuisine, 11 September 10 h: booking 208 */
    repair: 102, /* 9 September 14 h: six of eight seats taken */
    sewing: 104, /* 10 September 14 h: nobody has booked */
};

export function stateOf(desk, id) {
    return desk.value(`SELECT state FROM request_state WHERE request_id = ${id}`);
}

export function startOf(desk, id) {
    return desk.value(`SELECT starts_s FROM session WHERE request_id = ${id}`);
}

/* UTC seconds of "2026-09-15 14:00" in summer, in Paris. */
export function at(local) {
    return Date.parse(`${local.replace(' ', 'T')}:00+02:00`) / 1000;
}

export async function send(page) {
    await page.click('#session-form [type=submit]');
    await page.waitForSelector('dialog', { state: 'detached' });
}
