// SPDX-License-Identifier: EUPL-1.2
// Households from the page to the rows, and on to the kiosk's screen.
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {AT, ask, load, serve, shot, SHOTS, signIn, startDesk, violations} from './support.mjs';

const desk = await startDesk({name: 'households'});
test.after(() => desk.stop());

const HTML = '<img src=x onerror="alert(1)"><b>';
const SQL = "'); DROP TABLE person; --";
// The household's PIN, once one was printed.
let printed = '';
const idOf = (number) => desk.sql(`SELECT id FROM household WHERE number = '${number}'`);
const count = (what) => Number(desk.sql(`SELECT count(*) FROM ${what}`));

// At the kiosk, a household's number and the PIN that was printed.
const enter = (number) => `tap "Suivre ma demande"
tap "Avec le numéro de foyer et le code"
expect screen pin
type "${number}"
type "${printed}"
wait 2s`;

// A page on which nothing that somebody wrote may run.
async function pageOf(number, options) {
  const page = await desk.page(number, options);
  page.on('dialog', (dialog) => { throw new Error(`a dialog: ${dialog.message()}`); });
  return page;
}

async function open(page, hash) {
  await load(page, `${desk.url}/#/${hash}`);
  await page.locator('h1').first().waitFor({state: 'attached'});
}

async function openHousehold(page, number) {
  await open(page, `households?household_id=${idOf(number)}`);
  await page.locator('.detail-head h2', {hasText: number}).waitFor();
}

const toast = (page, text) => page.locator('.toast', {hasText: text}).waitFor();
const undo = (page) => page.locator('.toast button', {hasText: 'Annuler'}).click();
const yes = (page, text) => page.locator('dialog[open] button', {hasText: text}).last().click();

// Fills a list in: a CSV file.
async function look(page, text) {
  await page.locator('#list').setInputFiles(
    {name: 'foyers.csv', mimeType: 'text/csv', buffer: Buffer.from(text)});
  await page.click('#look');
}

async function registerFamily(page, number, family, first) {
  await open(page, 'household-new');
  await page.fill('#first-name-0', first);
  await page.fill('#family_name', family);
  await page.fill('#number', number);
  await page.click('#register');
  await page.locator('.detail-head h2', {hasText: number}).waitFor();
}

test('a household is written down; what is not fit is said beside what was typed', async () => {
  const page = await pageOf('01');
  await open(page, 'households');
  await page.click('#household-new');
  await page.locator('#new-household').waitFor();
  await page.fill('#first-name-0', 'Samira');
  await page.fill('#first-name-1', 'Lina');
  await page.check('#is-child-1');
  await page.click('#more-persons');
  await page.fill('#first-name-2', 'Adam');
  await page.fill('#family_name', 'Zyrabeni');
  await page.fill('#address', '9 allée Ampère');
  await page.fill('#phone', 'demander');
  await page.selectOption('#lang', 'ar');
  await page.fill('#number', '0087');
  await page.click('#register');
  await page.locator('.error', {hasText: 'chiffres'}).waitFor();
  await page.fill('#phone', '06 39 98 77 66');
  await page.click('#register');
  await page.locator('.error', {hasText: 'déjà pris'}).waitFor();
  assert.equal(await page.locator('#first-name-2').inputValue(), 'Adam');
  assert.deepEqual(await violations(page), []);
  await page.fill('#number', '0777');
  await page.click('#register');
  await page.locator('.detail-head h2', {hasText: '0777'}).waitFor();
  assert.equal(desk.sql(`SELECT lang || family_name || phone FROM household
    JOIN household_contact ON household_id = id WHERE number = '0777'`), 'arZyrabeni06 39 98 77 66');
  assert.equal(desk.sql(`SELECT group_concat(first_name || is_child) FROM person
    JOIN person_name ON person_id = id WHERE household_id = ${idOf('0777')}`),
  'Samira0,Lina1,Adam0');
  await page.close();
});

test('it is found by names, street, telephone and number', async () => {
  const page = await pageOf('01');
  for (const words of ['zyrab', 'lina samira', '9 allee zyr', '0639987766', '0777']) {
    await open(page, 'households');
    await page.fill('#words', words);
    await page.keyboard.press('Enter');
    await page.locator(`#household-${idOf('0777')}`).waitFor();
  }
  assert.deepEqual(await violations(page), []);
  await page.fill('#words', 'personne-de-ce-nom');
  await page.keyboard.press('Enter');
  await page.locator('.empty', {hasText: 'Aucun foyer'}).waitFor();
  await page.close();
});

test('a card is printed once, read by a scanner, and taken at the kiosk; the one before is not', async () => {
  const page = await pageOf('01');
  const codes = [];
  for (let i = 0; i < 2; i += 1) {
    await openHousehold(page, '0777');
    await page.click('#household-card');
    if (i === 1) {
      await yes(page, 'Faire une nouvelle carte');
    }
    await page.locator('.card-to-cut', {hasText: 'Conciergerie Ampère'}).waitFor();
    assert.deepEqual(await violations(page), []);
    await shot(page, 'household-card');
    const picture = join(SHOTS, 'household-card.png');
    codes.push(execFileSync('zbarimg', ['--quiet', '--raw', picture], {encoding: 'utf8'}).trim());
    assert.match(codes[i], /^C1[0-9A-Z]{28}$/);
  }
  assert.ok(!page.url().includes(codes[1]));
  assert.ok(!(await page.locator('.card-to-cut').textContent()).includes('0777'));
  await page.goBack();
  await page.locator('.detail-head h2', {hasText: '0777'}).waitFor();
  await page.goForward();
  await page.locator('.notice', {hasText: 'une fois'}).waitFor();
  assert.equal(await page.locator('.card-to-cut').count(), 0);
  desk.kiosk(`scan "${codes[1]}"\nexpect screen mine`);
  desk.kiosk(`scan "${codes[0]}"\nexpect text "remplacée"`);
  await page.close();
});

test('a lost card is ended', async () => {
  const page = await pageOf('01');
  await openHousehold(page, '0777');
  await page.click('#household-lost');
  await yes(page, 'Arrêter cette carte');
  await toast(page, 'ne marche plus');
  assert.equal(desk.sql(`SELECT end_code FROM card WHERE household_id = ${idOf('0777')}
    ORDER BY id DESC LIMIT 1`), 'lost');
  await page.close();
});

test('a PIN is printed once, stands in no address and no storage, and opens at the kiosk', async () => {
  const page = await pageOf('01');
  await openHousehold(page, '0777');
  await page.click('#pin');
  const pin = await page.locator('#pin-code').textContent();
  printed = pin;
  assert.match(pin, /^\d{6}$/);
  await page.locator('h1', {hasText: 'Conciergerie Ampère'}).waitFor();
  assert.deepEqual(await violations(page), []);
  await shot(page, 'household-pin');
  const kept = await page.evaluate(() => JSON.stringify([location.href, history.state,
    {...localStorage}, {...sessionStorage}, document.title, document.cookie]));
  assert.ok(!kept.includes(pin), kept);
  await page.reload();
  await page.locator('.notice', {hasText: 'une fois'}).waitFor();
  assert.ok(!(await page.content()).includes(pin));
  desk.kiosk(`${enter('0777')}
expect screen mine`);
  await page.close();
});

test('without the key there is no PIN, and the page says so', async () => {
  const keyless = await serve(desk.db, ['--at', AT]);
  const login = await signIn(keyless.url, '01', desk.accounts.staff['01'].password);
  const household_id = Number(idOf('0777'));
  const {body} = await ask(keyless.url, login, `/api/household?household_id=${household_id}`);
  assert.equal(body.has_pin_key, 0);
  const refused = await ask(keyless.url, login, '/api/household/pin', {household_id});
  assert.equal(refused.body.error, 'missing');
  await keyless.stop();
  const page = await pageOf('01');
  await page.route('**/api/household?*', (route) => route.fulfill({json: body}));
  await open(page, `households?household_id=${household_id}`);
  await page.locator('#pin:disabled', {hasText: 'clé'}).waitFor();
  await page.close();
});

test('persons come, change and go, each with its way back', async () => {
  const page = await pageOf('01');
  await openHousehold(page, '0777');
  await page.click('#add-person');
  await page.fill('dialog #first_name', 'Omar');
  await page.check('dialog #is_child');
  await yes(page, 'Noter');
  await toast(page, 'C’est noté');
  const omar = desk.sql("SELECT person_id FROM person_name WHERE first_name = 'Omar' ORDER BY 1 DESC LIMIT 1");
  assert.equal(desk.sql(`SELECT is_child FROM person WHERE id = ${omar}`), '1');
  await page.click(`#change-${omar}`);
  await yes(page, 'Retirer cette personne');
  await yes(page, 'Retirer');
  await toast(page, 'Retirée');
  assert.equal(count(`person_name WHERE person_id = ${omar}`), 0);
  await undo(page);
  await page.locator(`#change-${omar}`).waitFor();
  assert.equal(desk.sql(`SELECT first_name FROM person_name WHERE person_id = ${omar}`), 'Omar');
  await page.click(`#change-${omar}`);
  await yes(page, 'Le prénom');
  await page.fill('dialog #first_name', 'Omar-Ali');
  await yes(page, 'Noter');
  await toast(page, 'C’est noté');
  assert.equal(desk.sql(`SELECT first_name FROM person_name WHERE person_id = ${omar}`), 'Omar-Ali');
  await page.close();
});

test('contact, trust and trainings change and go back', async () => {
  const page = await pageOf('01');
  await openHousehold(page, '0777');
  await page.click('#change-contact');
  assert.deepEqual(await violations(page), []);
  await page.fill('dialog #address', '11 allée Ampère');
  await yes(page, 'Noter');
  await toast(page, 'C’est noté');
  const address = () => desk.sql(`SELECT address FROM household_contact WHERE household_id = ${idOf('0777')}`);
  assert.equal(address(), '11 allée Ampère');
  await undo(page);
  await toast(page, 'Annulé');
  assert.equal(address(), '9 allée Ampère');
  await page.click('#trust');
  await toast(page, 'C’est noté');
  assert.equal(desk.sql("SELECT is_trusted FROM household WHERE number = '0777'"), '1');
  await page.click('#train-machines');
  await page.locator('#train-machines', {hasText: 'Plus maintenant'}).waitFor();
  assert.equal(count(`training WHERE household_id = ${idOf('0777')}`), 1);
  await undo(page);
  await page.locator('#train-machines', {hasText: 'Formation faite'}).waitFor();
  assert.equal(count(`training WHERE household_id = ${idOf('0777')}`), 0);
  await page.close();
});

test('nobody gives their own household a right', async () => {
  const page = await pageOf('02');
  await openHousehold(page, '0042');
  await page.locator('#trust:disabled').waitFor();
  await page.locator('#leave:disabled').waitFor();
  const answer = await desk.post('02', '/api/household/trust',
    {household_id: Number(idOf('0042')), is_trusted: true});
  assert.equal(answer.status, 403);
  await page.close();
});

test('a subscription is noted with its payment, renewed, and taken back', async () => {
  const page = await pageOf('01');
  await openHousehold(page, '0777');
  await page.click('#subscribe');
  await page.locator('dialog', {hasText: '7 septembre 2027'}).waitFor();
  await page.fill('dialog #paid_cents', 'dix');
  await yes(page, 'Noter');
  await page.locator('dialog .error', {hasText: 'somme'}).waitFor();
  await page.fill('dialog #paid_cents', '10,50');
  assert.deepEqual(await violations(page), []);
  await yes(page, 'Noter');
  await toast(page, '10,50');
  const paid = () => desk.sql(`SELECT group_concat(date(from_s, 'unixepoch', '+2 hours') || ' ' ||
    date(until_s, 'unixepoch', '+2 hours') || ' ' || paid_cents) FROM subscription
    WHERE household_id = ${idOf('0777')}`);
  assert.equal(paid(), '2026-09-08 2027-09-08 1050');
  await page.click('#subscribe');
  await page.check('dialog input[value="1"]');
  await page.fill('dialog #paid_cents', '1');
  await yes(page, 'Noter');
  await toast(page, 'Abonnement noté');
  assert.equal(paid(), '2026-09-08 2027-09-08 1050,2027-09-08 2027-10-08 100');
  await undo(page);
  await toast(page, 'Annulé');
  assert.equal(paid(), '2026-09-08 2027-09-08 1050');
  await page.close();
});

test('a guest’s ticket becomes theirs, and shows under their number at the kiosk', async () => {
  const page = await pageOf('01');
  await openHousehold(page, '0777');
  await page.click('#claim');
  await page.fill('dialog #ticket', '123456');
  await yes(page, 'Regarder');
  await page.locator('dialog .error').waitFor();
  await page.fill('dialog #ticket', desk.accounts.guest.number);
  await yes(page, 'Regarder');
  await page.locator('dialog', {hasText: '0777'}).waitFor();
  await yes(page, 'C’est à eux');
  await toast(page, 'Le ticket est à eux');
  const request = desk.sql(`SELECT request_id FROM ticket WHERE number = '${desk.accounts.guest.number}'`);
  assert.equal(desk.sql(`SELECT household_id FROM request_state WHERE request_id = ${request}`),
    idOf('0777'));
  await undo(page);
  await toast(page, 'Annulé');
  assert.equal(desk.sql(`SELECT count(household_id) FROM request_state WHERE request_id = ${request}`), '0');
  desk.kiosk(`scan "${desk.accounts.guest.code}"
expect screen mine_request`);
  await page.click('#claim');
  await page.fill('dialog #ticket', desk.accounts.guest.number);
  await yes(page, 'Regarder');
  await yes(page, 'C’est à eux');
  await toast(page, 'Le ticket est à eux');
  await page.locator(`#request-${request}`).waitFor();
  desk.kiosk(`${enter('0777')}
tap #request-${request}
expect screen mine_request`);
  await page.close();
});

test('the same people twice become one, and two again', async () => {
  const page = await pageOf('01');
  await registerFamily(page, '0778', 'Zyrabeni', 'Mehdi');
  await openHousehold(page, '0777');
  await page.click('#merge');
  await page.fill('dialog #other', 'mehdi');
  await page.click('#other-0778');
  await page.locator('dialog', {hasText: 'Réunir 0778 et 0777'}).waitFor();
  assert.deepEqual(await violations(page), []);
  await yes(page, 'Les réunir');
  await toast(page, '0778 fait maintenant partie de 0777');
  assert.equal(desk.sql(`SELECT count(*) FROM person WHERE household_id = ${idOf('0777')}
    AND left_at_s IS NULL`), '5');
  desk.kiosk(`${enter('0778')}
expect screen mine`); // the number finds the survivor
  await undo(page);
  await toast(page, 'Annulé');
  assert.equal(count('household_merge'), 0);
  assert.equal(desk.sql(`SELECT count(*) FROM person WHERE household_id = ${idOf('0778')}`), '1');
  await page.close();
});

test('who moves away is first told what is still out, then comes back as they were', async () => {
  const page = await pageOf('01');
  await openHousehold(page, '0087');
  await page.locator('#leave:disabled', {hasText: 'régler'}).waitFor();
  await openHousehold(page, '0777');
  const running = () => count(`request_state WHERE household_id = ${idOf('0777')} AND is_ended = 0`);
  const before = running();
  assert.ok(before > 0);
  await page.click('#leave');
  await yes(page, 'Ils déménagent');
  await toast(page, 'est parti');
  assert.equal(running(), 0);
  await page.locator('.notice', {hasText: 'Ils sont partis'}).waitFor();
  assert.deepEqual(await violations(page), []);
  assert.equal(await page.locator('#forget').count(), 0);
  desk.kiosk(`${enter('0777')}
expect text "ne vont pas ensemble"`);
  await page.click('#return');
  await toast(page, 'Bon retour');
  assert.equal(running(), before);
  desk.kiosk(`${enter('0777')}
expect screen mine`);
  await page.close();
});

test('a coordinator lets names be forgotten: none is left in the file', async () => {
  const page = await pageOf('03');
  await registerFamily(page, '0779', 'Huitzilopochtli', 'Xochipilli');
  await page.click('#leave');
  await yes(page, 'Ils déménagent');
  await page.click('#forget');
  await yes(page, 'Effacer pour toujours');
  await toast(page, 'Les noms sont effacés');
  const file = execFileSync('strings', [desk.db], {encoding: 'utf8', maxBuffer: 1 << 28});
  for (const part of ['uitzilopoch', 'ochipilli']) {
    assert.ok(!file.includes(part), part);
  }
  await page.close();
});

test('a list is looked at, taken over, and changes nothing the second time', async () => {
  const page = await pageOf('01');
  const list = '\ufeffNuméro;Nom;Prénoms;Enfants;Adresse;Abonné jusqu’au;Remarque\r\n' +
    `801;"${HTML.replaceAll('"', '""')}";Ana et Rui;2;"1, rue; Neuve";31/12/2026;x\r\n` +
    `0777;;Samira, Noa;;;;\r\n;Sans-adresse;;;;;\r\n802;Mot;;;;31/02/2027;\r\n`;
  const households = count('household');
  await open(page, 'households');
  await page.click('#household-import');
  await page.locator('#list').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.click('#look');
  await page.locator('.notice', {hasText: 'Choisissez'}).waitFor();
  await look(page, list);
  const row = (text) => page.locator('tr', {hasText: text});
  await row('pas assez').or(row('Pas assez')).waitFor();
  await row('Abonné jusqu’au').first().waitFor();
  await row(HTML).waitFor();
  await row('0777').waitFor();
  assert.equal(await page.locator('main img').count(), 0);
  assert.deepEqual(await violations(page), []);
  await shot(page, 'households-import');
  assert.equal(count('household'), households);
  await page.click('#take-over');
  await yes(page, 'Reprendre');
  await page.locator('.notice.ok').waitFor();
  assert.equal(count('household'), households + 1);
  assert.equal(desk.sql(`SELECT family_name FROM household_contact WHERE household_id = ${idOf('0801')}`), HTML);
  assert.equal(count(`person WHERE household_id = ${idOf('0801')} AND is_child = 1`), 2);
  await open(page, 'households');
  await open(page, 'households-import');
  await look(page, list);
  await page.locator('#take-over:disabled').waitFor();
  await look(page, 'Nom\nH\u0000');
  await page.locator('.notice.bad', {hasText: 'UTF-8'}).waitFor();
  await look(page, 'Prénom\nAli\n');
  await page.locator('.notice.bad', {hasText: 'Nom de famille'}).waitFor();
  await page.close();
});

for (const bypassCSP of [false, true]) {
  test(`what people write is shown as it is, ${bypassCSP ? 'without' : 'with'} the page’s policy`, async () => {
    const page = await pageOf('01', {bypassCSP});
    const number = bypassCSP ? '0881' : '0880';
    await open(page, 'household-new');
    await page.fill('#first-name-0', HTML);
    await page.fill('#first-name-1', SQL);
    await page.fill('#family_name', `${HTML}${SQL}`);
    await page.fill('#address', `${SQL}${HTML}`);
    await page.fill('#number', number);
    await page.click('#register');
    await page.locator('.detail-head h2', {hasText: number}).waitFor();
    for (const text of [HTML, SQL, `${HTML}${SQL}`, `${SQL}${HTML}`]) {
      await page.locator('.split-detail', {hasText: text}).waitFor();
    }
    await page.fill('#words', SQL);
    await page.keyboard.press('Enter');
    await page.locator(`#household-${idOf(number)}`, {hasText: HTML}).waitFor();
    assert.equal(await page.locator('main img, main script').count(), 0);
    assert.equal(count('person') > 0, true);
    await openHousehold(page, number);
    await page.locator('.tools button', {hasText: 'Carte'}).first().click();
    await page.locator('.card-to-cut').waitFor();
    await page.locator('.paper', {hasText: HTML}).waitFor();
    assert.equal(await page.locator('img').count(), 0);
    await page.close();
  });
}

test('names are hidden on demand, in the list, on the page and in what is printed', async () => {
  const page = await pageOf('01');
  await openHousehold(page, '0777');
  await page.click('#hide-names');
  assert.ok(!(await page.locator('main').textContent()).includes('Zyrabeni'));
  assert.ok(!(await page.locator('main').textContent()).includes('Samira'));
  await page.close();
});

test('it works on a telephone’s width, in English', async () => {
  const page = await pageOf('01', {lang: 'en', width: 390, height: 800});
  await openHousehold(page, '0777');
  await page.locator('h3', {hasText: 'Persons'}).waitFor();
  assert.deepEqual(await violations(page), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
  await shot(page, 'household-phone');
  await page.close();
});
