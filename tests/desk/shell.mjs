/* The page itself: signing in and out, languages, hidden names, the scanner, a lost connection, an
 * expired sign-in, and strings that are nothing but text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PASSWORD, signIn, startSmall } from './small_house.mjs';
import { assertAccessible, assertFits, go, scan, shot, textOf, waitUntil } from './support.mjs';

/* Each can be pressed where it stands, whatever a toast says. */
async function assertUncovered(page, selector) {
    for (const one of await page.locator(selector).all()) {
        await one.scrollIntoViewIfNeeded();
        assert.ok(await one.evaluate((button) => {
            const box = button.getBoundingClientRect();
            const places = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) =>
                document.elementFromPoint(box.left + x * box.width, box.top + y * box.height)));
            return places.every((place) => button.contains(place));
        }), `${await one.innerText()} is covered`);
    }
}

const EVIL = '<img src=x onerror="document.title=\'caught\'">\'; DROP TABLE staff; --';

test('the page', async (t) => {
    const desk = await startSmall(t);

    await t.test('a wrong password says so kindly, and is slowed after some', async () => {
        const page = await desk.visit();
        await assertAccessible(page);
        await shot(page, 'sign-in');
        for (let i = 0; i < 6; i += 1) {
            await page.fill('#number', '02');
            await page.fill('#password', 'not this one');
            await page.click('[type=submit]');
            await waitUntil(page, () => document.querySelector('[type=submit]').disabled === false);
        }
        assert.match(await textOf(page), /Attendez \d+ secondes?, puis réessayez|ne vont pas ensemble/u);
        assert.equal(await page.$('.side'), null);
        assert.equal(desk.value("SELECT count(*) FROM login"), 0);
        await shot(page, 'sign-in-wrong');
        await page.context().close();
    });

    await t.test('the first password has to be changed', async () => {
        desk.exec("UPDATE password SET is_temporary = 1 WHERE staff_id = 3");
        const page = await desk.visit();
        await page.fill('#number', '03');
        await page.fill('#password', PASSWORD);
        await page.click('[type=submit]');
        await page.waitForSelector('#again');
        await assertAccessible(page);
        await page.fill('#old', PASSWORD);
        await page.fill('#new', 'un mot de passe neuf');
        await page.fill('#again', 'un autre');
        await page.click('[type=submit]');
        await page.waitForSelector('.error:has-text("pas les mêmes")');
        await page.fill('#again', 'un mot de passe neuf');
        await page.click('[type=submit]');
        await page.waitForSelector('.side');
        assert.equal(desk.value('SELECT is_temporary FROM password WHERE staff_id = 3'), 0);
        await page.context().close();
    });

    await t.test('another language, at once and next time', async () => {
        const page = await desk.open('01');
        await page.click('#lang-en');
        await page.waitForSelector('h1:has-text("To decide")');
        assert.equal(await page.getAttribute('html', 'lang'), 'en');
        await page.reload();
        await page.waitForSelector('h1:has-text("To decide")');
        await assertAccessible(page);
        await shot(page, 'queue-en');
        await page.click('#lang-fr');
        await page.waitForSelector('h1:has-text("À valider")');
        await page.context().close();
    });

    await t.test('hidden names are not in the page at all', async () => {
        const page = await desk.open('01');
        await go(page, '#/queue?request_id=611');
        await page.waitForSelector('.split-detail:has-text("Darettier")');
        await page.click('#hide-names');
        assert.doesNotMatch(await page.content(), /Darettier|06 39 98 04 12/u);
        assert.match(await textOf(page, '.split-detail'), /••••/u);
        await page.reload();
        await page.waitForSelector('.split-detail:has-text("••••")');
        assert.doesNotMatch(await textOf(page), /Darettier/u);
        await shot(page, 'names-hidden');
        await page.click('#hide-names');
        await page.waitForSelector('.split-detail:has-text("Darettier")');
        await page.context().close();
    });

    await t.test('a scan opens the record, and reaches no field, button or shortcut', async () => {
        const page = await desk.open('01');
        await go(page, '#/queue?request_id=611');
        await page.waitForSelector('#yes');
        const asked = [];
        await page.route('**/api/scan*', (route) => {
            asked.push(route.request().postDataJSON().code);
            route.fulfill({ json: { request_id: 622 } });
        });
        /* With the yes button under the focus: the scanner's Enter must not press it. */
        for (const place of ['#yes', '#search', '#hide-names', '#request-601']) {
            const code = desk.cards['0412'];
            await page.focus(place);
            const before = asked.length;
            await scan(page, code);
            await waitUntil(page, () => location.hash === '#/request?request_id=622');
            await page.waitForTimeout(200);
            assert.deepEqual(asked.slice(before), [code], `scanned with the focus on ${place}`);
            assert.equal(await page.inputValue('#search'), '');
            assert.equal(desk.value('SELECT state FROM request_state WHERE request_id = 611'), 'asked');
            assert.equal(await page.getAttribute('#hide-names', 'aria-pressed'), 'false');
            await go(page, '#/queue?request_id=611');
            await page.waitForSelector('#yes');
        }
        await page.context().close();
    });

    await t.test('over a dialog a scan changes nothing, and says so', async () => {
        const page = await desk.open('01');
        await go(page, '#/queue?request_id=611');
        await page.click('#no');
        await page.focus('dialog textarea');
        await page.keyboard.type('déjà ');
        await scan(page, desk.cards['0412']);
        /* In the dialog: what is outside is neither seen nor heard, nor pressed. */
        await page.waitForSelector('dialog .toasts[role=status] .toast:has-text("Fermez d’abord cette fenêtre")');
        await assertUncovered(page, 'dialog button:not(.plain)');
        await assertAccessible(page);
        assert.equal(await page.inputValue('dialog textarea'), 'déjà ');
        assert.match(page.url(), /request_id=611$/u);
        await page.keyboard.press('Escape');
        await page.waitForSelector('.content .toast');
        await assertUncovered(page, '.answers button');
        await page.context().close();
    });

    await t.test('noise of a scanner goes nowhere, and what a person types stays', async () => {
        const page = await desk.open('01');
        await go(page, '#/queue?request_id=611');
        await page.waitForSelector('#yes');
        await page.focus('#yes');
        await scan(page, `C1${'A'.repeat(60)}`);
        await page.waitForTimeout(300);
        assert.equal(desk.value('SELECT state FROM request_state WHERE request_id = 611'), 'asked');
        await page.focus('#search');
        await page.keyboard.type('c1 ticket t1 café', { delay: 45 });
        await page.waitForTimeout(200);
        assert.equal(await page.inputValue('#search'), 'c1 ticket t1 café');
        await page.context().close();
    });

    await t.test('letters without Alt are no shortcuts', async () => {
        const page = await desk.open('01');
        await go(page, '#/queue?request_id=611');
        await page.waitForSelector('#yes');
        for (const key of ['o', 'O', 'n', 'a', 'Control+o', 'Shift+O']) {
            await page.focus('main');
            await page.evaluate((pressed) => document.dispatchEvent(new KeyboardEvent('keydown', pressed)),
                { key, code: `Key${key.at(-1).toUpperCase()}`, bubbles: true });
        }
        await page.waitForTimeout(300);
        assert.equal(await page.$('dialog'), null);
        assert.equal(desk.value('SELECT state FROM request_state WHERE request_id = 611'), 'asked');
        await page.context().close();
    });

    await t.test('a call from the screen rings until somebody comes', async () => {
        const page = await desk.open('01');
        await page.waitForSelector('.banner.call');
        await shot(page, 'call');
        await page.click('.banner.call button');
        await desk.until('SELECT staff_id FROM call', 1);
        await page.waitForSelector('.banner.call', { state: 'detached' });
        await page.context().close();
    });

    await t.test('an expired sign-in keeps what was typed', async () => {
        const page = await desk.open('01');
        await go(page, '#/queue?request_id=622');
        await page.click('#no');
        await page.check('input[value=professional]');
        await page.fill('textarea', 'Appelez M. Weber, il vient vite.');
        desk.exec('DELETE FROM login');
        await page.click('dialog [type=submit]');
        await page.waitForSelector('dialog #password');
        assert.equal(await page.inputValue('dialog #number'), '01');
        await assertAccessible(page);
        await shot(page, 'sign-in-again');
        await page.fill('dialog #password', PASSWORD);
        await page.click('dialog [type=submit]');
        await desk.until('SELECT state FROM request_state WHERE request_id = 622', 'refused');
        assert.equal(desk.value('SELECT words FROM decision_words WHERE request_id = 622'), 'Appelez M. Weber, il vient vite.');
        await page.context().close();
    });

    await t.test('a lost connection is told, and mends by itself', async () => {
        const page = await desk.open('01');
        const { port } = desk;
        await desk.stop();
        await page.waitForSelector('#lost', { timeout: 15000 });
        await assertAccessible(page);
        await shot(page, 'lost');
        await page.click('#nav-notices');
        await page.waitForSelector('main:has-text("Pas de liaison")');
        await desk.start({ port });
        await page.waitForSelector('#lost', { state: 'detached', timeout: 20000 });
        await page.waitForSelector('.lines, .empty'); /* the page it could not have meanwhile */
        await page.context().close();
    });

    await t.test('an organiser finds no pile', async () => {
        const page = await desk.open('10');
        await page.waitForTimeout(300);
        assert.equal(await page.$('#nav-queue'), null);
        assert.equal(await page.$('#nav-notices'), null);
        await assertAccessible(page);
        await page.context().close();
    });

    await t.test('the keyboard alone: skip link, navigation, a card, a dialog and back', async () => {
        const page = await desk.open('01');
        await page.reload();
        await page.waitForSelector('#request-611');
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
        await page.keyboard.press('Enter');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
        await page.focus('#request-611');
        await page.keyboard.press('Enter');
        await page.waitForSelector('#no');
        assert.equal(await page.evaluate(() => document.activeElement.classList.contains('split-detail')), true);
        await page.focus('#no');
        await page.keyboard.press('Enter');
        await page.waitForSelector('dialog');
        for (let i = 0; i < 15; i += 1) {
            await page.keyboard.press('Tab');
            assert.equal(await page.evaluate(() => document.querySelector('dialog').contains(document.activeElement) ||
                document.activeElement === document.body), true);
        }
        await page.keyboard.press('Escape');
        await page.waitForSelector('dialog', { state: 'detached' });
        assert.equal(await page.evaluate(() => document.activeElement.id), 'no');
        await page.context().close();
    });

    for (const bypassCSP of [false, true]) {
        await t.test(`HTML and SQL are shown as text, with the policy ${bypassCSP ? 'off' : 'on'}`, async () => {
            const quoted = EVIL.replaceAll("'", "''");
            desk.exec(`UPDATE household_contact SET family_name = '${quoted}', address = '${quoted}' WHERE household_id = 1;
                UPDATE activity SET title = '${quoted}'; UPDATE item SET title = '${quoted}';
                UPDATE person_name SET first_name = '${quoted}'; UPDATE session SET place = '${quoted}';
                INSERT OR REPLACE INTO request_words(request_id, field, lang, words) VALUES (611, '', 'fr', '${quoted}');`);
            const page = await desk.open('01', { bypassCSP });
            for (const id of [611, 203]) {
                await go(page, `#/queue?request_id=${id}`);
                await page.waitForSelector('.split-detail h2');
                assert.ok((await textOf(page, '.split-detail')).includes(EVIL));
            }
            assert.equal(await page.$('main img'), null);
            assert.notEqual(await page.title(), 'caught');
            await page.context().close();
        });
    }

    await t.test('a phone\'s width, and the menu', async () => {
        const page = await desk.open('01', { viewport: { width: 390, height: 844 }, hasTouch: true });
        await page.click('.menu');
        await page.waitForSelector('#sign-out', { state: 'visible' });
        await assertFits(page);
        await assertAccessible(page);
        await shot(page, 'menu-phone');
        await page.context().close();
    });

    await t.test('signing out ends it, in the database too', async () => {
        const page = await desk.open('01');
        const before = desk.value('SELECT count(*) FROM login');
        await page.click('#sign-out');
        await page.click('dialog button:has-text("Se déconnecter")');
        await page.waitForSelector('#number');
        assert.equal(desk.value('SELECT count(*) FROM login'), before - 1);
        await signIn(page);
        await page.context().close();
    });
});
