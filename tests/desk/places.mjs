// SPDX-License-Identifier: EUPL-1.2
/* Where one is on a page, all day: at its top when one comes, where one was when one comes back, and
 * never behind a banner. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { startSmall } from './small_house.mjs';
import { go, waitUntil } from './support.mjs';

/* How far down the page and its list are. */
function placeOf(page) {
    return page.evaluate(() => ({
        page: window.scrollY, list: document.querySelector('.split-list')?.scrollTop,
    }));
}

async function back(page, hash) {
    await page.goBack();
    await waitUntil(page, (to) => document.body.dataset.shown === to, hash);
}

async function choose(page, selector) {
    await page.evaluate((id) => document.querySelector(id).click(), selector);
    await waitUntil(page, (id) => document.querySelector(id)?.hasAttribute('aria-current'), selector);
}

test('on a phone a record begins at its top, and its list is found again where it was left', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01', { viewport: { width: 390, height: 400 } });
    await go(page, '#/queue');
    await page.evaluate(() => window.scrollTo(0, 500));
    assert.equal((await placeOf(page)).page, 500);
    await choose(page, '#request-611');
    assert.equal((await placeOf(page)).page, 0);
    await page.click('.split-detail .back');
    await waitUntil(page, () => document.querySelector('.has-detail') === null);
    assert.equal((await placeOf(page)).page, 500);
    await go(page, '#/queue?domain=loans');
    assert.equal((await placeOf(page)).page, 0);
    await back(page, '#/queue');
    assert.equal((await placeOf(page)).page, 500);
});

test('a list stays while another of its lines is chosen; another page’s begins at its top', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01', { viewport: { width: 1366, height: 400 } });
    await go(page, '#/queue?request_id=611');
    await page.evaluate(() => {
        window.scrollTo(0, 200);
        document.querySelector('.split-list').scrollTop = 300;
    });
    const lines = await page.locator('.split-list .line').evaluateAll((all) => all.map(({ id }) => id));
    await choose(page, `#${lines.at(-4)}`);
    const chosen = await placeOf(page);
    assert.equal(chosen.page, 0);
    assert.ok(chosen.list >= 300, `${chosen.list}`);
    await go(page, '#/notices');
    assert.deepEqual(await placeOf(page), { page: 0, list: 0 });
});

test('banners make the page no taller than its window, and stay in view', async (t) => {
    const desk = await startSmall(t);
    const page = await desk.open('01', { viewport: { width: 1366, height: 500 } });
    desk.exec("INSERT INTO call(called_at_s, reason_code) VALUES (1788878000, 'safety')");
    await page.waitForSelector('.banner.call');
    await go(page, '#/agenda');
    assert.equal(await page.evaluate(() =>
        document.documentElement.scrollHeight - document.documentElement.clientHeight), 0);
    await go(page, '#/site');
    await page.evaluate(() => window.scrollTo(0, 400));
    const isSeen = await page.evaluate(() => {
        const box = document.querySelector('.banner.call button').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight;
    });
    assert.ok(isSeen);
});

test('signing in is answered as soon as the password is checked', async (t) => {
    const desk = await startSmall(t);
    const began = performance.now();
    for (let i = 0; i < 5; i += 1) {
        await desk.client('01');
    }
    assert.ok(performance.now() - began < 3000); /* a tick of the server each would be five seconds */
});
