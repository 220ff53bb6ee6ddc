/* À prévenir: the sentence to say, told, not reached, a note, and the ways back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSmall } from './small_house.mjs';
import { assertAccessible, assertFits, go, shot, textOf } from './support.mjs';

test('À prévenir', async (t) => {
    const desk = await startSmall(t);
    const nadia = await desk.client('01');
    const decide = async (body) => {
        const answer = await nadia.post('/api/queue/decide', { no: 1, ...body });
        assert.equal(answer.status, 200, JSON.stringify(answer.body));
    };
    await decide({ request_id: 611, answer: 'yes' });
    await decide({ request_id: 602, answer: 'no', reason: 'nobody_found', words: 'Essayez la <i>mairie</i>' });
    await decide({ request_id: 604, answer: 'no', reason: 'not_ours' });
    const page = await desk.open('01');
    const notice = (id) => `SELECT state FROM notice WHERE request_id = ${id}`;

    await t.test('the count is in the navigation, whatever page is open', async () => {
        await page.waitForSelector('#nav-notices .count');
        assert.equal(await textOf(page, '#nav-notices .count'),
            String(desk.value("SELECT count(DISTINCT request_id) FROM notice WHERE state = 'to_tell'")));
    });

    await t.test('each has a sentence ready to be said', async () => {
        await go(page, '#/notices?request_id=611');
        await page.waitForSelector('.say');
        const text = await textOf(page, '.split-detail');
        for (const said of [/Bonjour, Conciergerie Ampère à l’appareil\./u,
            /C’est au sujet de votre demande : Perceuse sans fil, du 11 au 15 septembre\./u,
            /Accepté\./u, /À retirer vendredi 9 h\./u, /06 39 98 04 12/u, /Darettier/u]) {
            assert.match(text, said);
        }
        await assertAccessible(page);
        await shot(page, 'notices');
    });

    await t.test('a no says why, with the words that were added, as text', async () => {
        await go(page, '#/notices?request_id=602');
        await page.waitForSelector('.say:has-text("Essayez")');
        const text = await textOf(page, '.split-detail');
        assert.match(text, /Refusé\./u);
        assert.match(text, /Nous n’avons trouvé personne cette fois/u);
        assert.match(text, /Essayez la <i>mairie<\/i>\./u);
    });

    await t.test('a sensitive matter has no title', async () => {
        await go(page, '#/notices?request_id=604');
        await page.waitForSelector('.say');
        const text = await textOf(page, '.split-detail');
        assert.doesNotMatch(text, /Papiers/u);
    });

    await t.test('told by telephone leaves the pile, and comes back for ten minutes', async () => {
        await go(page, '#/notices?request_id=611');
        await page.keyboard.press('Alt+P');
        await desk.until(notice(611), 'told');
        assert.deepEqual(desk.rows("SELECT how, staff_id FROM notice WHERE request_id = 611"),
            [{ how: 'phone', staff_id: 1 }]);
        await page.waitForSelector('#notice-611', { state: 'detached' });
        await page.click('.toast button:has-text("Annuler")');
        await desk.until(notice(611), 'to_tell');
        await page.waitForSelector('#notice-611');
    });

    await t.test('could not reach: it stays, and tries are counted', async () => {
        await go(page, '#/notices?request_id=611');
        await page.click('#try');
        await desk.until(notice(611), 'unreachable');
        await page.waitForSelector('#notice-611:has-text("1 essai")');
        await page.click('#try');
        await desk.until('SELECT tries FROM notice WHERE request_id = 611', 2);
        await page.waitForSelector('.split-detail:has-text("2 essais, le dernier aujourd’hui")');
        await page.click('.toast button:has-text("Annuler")');
        await desk.until('SELECT tries FROM notice WHERE request_id = 611', 1);
        await shot(page, 'notices-tried');
    });

    await t.test('a note for colleagues', async () => {
        await page.click('#note');
        await page.fill('textarea', 'Appeler après 18 h <script>alert(1)</script>');
        await assertAccessible(page);
        await page.click('dialog [type=submit]');
        await desk.until('SELECT words FROM notice_note WHERE request_id = 611', 'Appeler après 18 h <script>alert(1)</script>');
        await page.waitForSelector('.split-detail:has-text("<script>alert(1)</script>")');
        await page.click('#note');
        assert.match(await page.inputValue('textarea'), /après 18 h/u);
        await page.fill('textarea', '');
        await page.click('dialog [type=submit]');
        await desk.until('SELECT count(*) FROM notice_note', 0);
    });

    await t.test('what is read at the screen meanwhile leaves the pile by itself', async () => {
        desk.kiosk(`scan "${desk.cards['0412']}"
expect screen mine
tap #request-611
expect screen mine_request`);
        await page.waitForSelector('#notice-611', { state: 'detached', timeout: 4000 });
        assert.equal(desk.value(notice(611)), 'told');
    });

    await t.test('when somebody else told them, one learns so', async () => {
        const karim = await desk.client('02');
        await page.context().route('**/events', (route) => route.abort());
        await page.reload();
        await page.waitForSelector('.lines');
        await go(page, '#/notices?request_id=602');
        await page.waitForSelector('#tell-person');
        assert.equal((await karim.post('/api/notices/tell', { request_id: 602, how: 'in_person' })).status, 200);
        await page.click('#tell-person');
        await page.waitForSelector('.toast.trouble');
        assert.equal(desk.value('SELECT staff_id FROM notice WHERE request_id = 602'), 2);
    });

    await t.test('an empty pile says so', async () => {
        await nadia.post('/api/notices/tell', { request_id: 604, how: 'paper' });
        await go(page, '#/notices?after_s=0');
        await page.waitForSelector('.empty:has-text("Tout le monde est prévenu")');
        await assertAccessible(page);
    });

    await t.test('on a phone', async () => {
        await nadia.post('/api/notices/untell', { request_id: 604 });
        const phone = await desk.open('01', { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'en-GB' });
        await go(phone, '#/notices?request_id=604');
        await phone.waitForSelector('#tell-phone');
        await assertFits(phone);
        await assertAccessible(phone);
        await shot(phone, 'notices-phone-en', { fullPage: true });
    });
});
