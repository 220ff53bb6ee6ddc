// SPDX-License-Identifier: EUPL-1.2
/* What somebody typed and could not be written stays where it is, to be sent again: on every page
 * with a form of its own, while the house's computer does not answer and while the screen is writing. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { startSmall } from './small_house.mjs';
import { go, textOf } from './support.mjs';

const TYPED = 'Des mots tapés longtemps';

/* Where: what is typed, and what sends it. */
const FORMS = {
    '#/today': ['#note', '#note-form [type=submit]'],
    '#/agenda-new?activity_id=8': ['#place', '#create'],
    '#/activities?activity_id=8': ['#summary', '#save-activity'],
    '#/household-new': ['#family_name', 'main [type=submit]'],
    '#/site?part=words': ['#message', 'main [type=submit]'],
    '#/catalogue?part=partners&id=1': ['#summary', '#save'],
    '#/catalogue?part=services&id=1': ['#summary', '#save'],
    '#/translations': ['main textarea', 'main [type=submit]'],
};

const TROUBLES = {
    'no answer': {
        end: (route) => route.abort(), says: /Pas de liaison avec l’ordinateur de la maison/u,
    },
    'the screen is writing': {
        end: (route) => (route.request().method() === 'GET' ? route.continue()
            : route.fulfill({ status: 503, contentType: 'application/json', body: '{"error":"busy"}' })),
        says: /L’écran est en train d’écrire/u,
    },
};

test('what was typed stays when it could not be written', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('03');
    for (const [why, { end, says }] of Object.entries(TROUBLES)) {
        for (const [hash, [field, send]] of Object.entries(FORMS)) {
            await go(page, hash, field);
            await page.locator(field).first().fill(TYPED);
            await page.route('**/api/**', end);
            await page.locator(send).first().click();
            await page.waitForSelector('.toast.trouble, main .error');
            await page.evaluate(() => new Promise((done) => { setTimeout(done, 300); }));
            assert.match(await textOf(page, 'body'), says, `${hash}, ${why}`);
            assert.equal(await page.locator(field).first().inputValue(), TYPED, `${hash}, ${why}`);
            await page.unroute('**/api/**');
        }
    }
    await go(page, '#/today', '#note-form');
    await page.fill('#note', TYPED);
    await page.click('#note-form [type=submit]'); /* sent again, it is written */
    await desk.until(`SELECT count(*) FROM handover_words WHERE words = '${TYPED}'`, 1);
});

test('what was begun is found again on the way back, and gone once it was sent', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('03');
    await go(page, '#/today', '#note');
    await page.fill('#note', TYPED);
    await page.click('.banner a'); /* a danger */
    await page.waitForSelector('#nav-queue[aria-current]');
    await page.goBack();
    await page.waitForSelector('#note');
    assert.equal(await page.inputValue('#note'), TYPED);
    await page.click('#note-form [type=submit]');
    await desk.until(`SELECT count(*) FROM handover_words WHERE words = '${TYPED}'`, 1);
    await go(page, '#/queue');
    await page.goBack();
    await page.waitForSelector('#note');
    assert.equal(await page.inputValue('#note'), '');
    await go(page, '#/queue');
    await go(page, '#/today', '#note'); /* by a link: from the beginning */
    assert.equal(await page.inputValue('#note'), '');
});
