// SPDX-License-Identifier: EUPL-1.2
// The catalogue: services with their forms, things and copies, partners, things from a list; from the
// page to the database, and to the residents' screen.
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {go, pressOn, shot, startDesk, violations} from './support.mjs';

const desk = await startDesk({name: 'catalogue'});
test.after(() => desk.stop());
const one = (text) => Number(desk.sql(text));
const nadia = await desk.page('01');
await nadia.waitForSelector('.side');
const HTML = '<b>Gras</b> & "co" \'; DROP TABLE item; --';

const open = (more) => go(nadia, `#/catalogue?${more}`, '.detail-head');
const press = (selector, said) => pressOn(nadia, selector, said);
const undo = () =>
  pressOn(nadia, '.toast button:has-text("Annuler")', 'annulé');

let service = 0;

test('a service is added with its questions, and residents can ask for it', async () => {
  await open('part=services&id=new');
  await nadia.fill('#title', 'Livres au pied de l’immeuble');
  await nadia.fill('#summary', HTML);
  await nadia.selectOption('#icon', 'book');
  await nadia.selectOption('#rule', 'automatic');
  await nadia.click('#add-question');
  await nadia.fill('[id="fields[0].label"]', 'Quel genre ?');
  await nadia.fill('[id="fields[0].choices"]', 'Roman');
  await nadia.click('#add-question');
  await nadia.fill('[id="fields[1].label"]', 'Combien de livres ?');
  await nadia.selectOption('[id="fields[1].kind"]', 'number');
  await nadia.click('#save');
  await nadia.waitForSelector('.trouble .error'); // one choice is none
  assert.equal(await nadia.inputValue('[id="fields[1].label"]'), 'Combien de livres ?');
  await nadia.fill('[id="fields[0].choices"]', 'Roman\nBande dessinée\n<i>Autre</i>');
  await press('#save', 'Le service est à l’écran');
  service = one('SELECT max(id) FROM service');
  assert.equal(desk.sql(`SELECT title, summary, icon, rule FROM service WHERE id = ${service}`),
    `Livres au pied de l’immeuble|${HTML}|book|automatic`);
  await nadia.waitForSelector(`#service-${service}[aria-current]`);
  assert.deepEqual(await violations(nadia), []);
  desk.kiosk(`tap "Emprunter"
tap "Chercher par mot"
expect screen search
type "pied"
tap "Livres au pied de l’immeuble"
expect screen service
expect text "<b>Gras</b>"
tap "Demander"
expect text "Quel genre"
tap "Bande dessinée"
tap #number-more
tap "Continuer"
tap #without
tap #come-back
tap #send
expect screen ticket`);
});

test('a question that goes keeps the words of its answers', async () => {
  const id = one(`SELECT max(id) FROM request WHERE service_id = ${service}`);
  assert.ok(id > 0);
  await open(`part=services&id=${service}`);
  await nadia.click('#drop-0');
  assert.equal(await nadia.inputValue('[id="fields[0].label"]'), 'Combien de livres ?');
  await press('#save', 'Enregistré');
  assert.equal(one(`SELECT count(*) FROM service_field WHERE service_id = ${service}`), 1);
  await go(nadia, `#/request?request_id=${id}`);
  await nadia.waitForSelector('text=Quel genre');
  await nadia.waitForSelector('text=Bande dessinée');
});

test('services are put in order, hidden, and shown again', async () => {
  await open('part=services&id=2');
  const places = () => desk.sql(
    "SELECT group_concat(id) FROM (SELECT id FROM service WHERE pillar = 'service' AND is_active = 1 ORDER BY position LIMIT 3)");
  assert.equal(places(), '1,2,3');
  await press('#move-up', 'Une place plus haut');
  assert.equal(places(), '2,1,3');
  await press('#move-down', 'Une place plus bas');
  assert.equal(places(), '1,2,3');
  await press('#hide', 'L’écran ne le montre plus');
  desk.kiosk('tap "Services"\ntap "À votre service"\nexpect no text "Envoyer un colis"');
  await undo();
  desk.kiosk('tap "Services"\ntap "À votre service"\nexpect text "Envoyer un colis"');
});

let item = 0;

test('a kind of things, a thing and a copy can be borrowed at once', async () => {
  await go(nadia, '#/catalogue?part=items');
  await nadia.click('#add-class');
  await nadia.fill('dialog #title', 'Observer le ciel');
  await nadia.selectOption('dialog #rule', 'desk_above');
  await nadia.fill('dialog #rule_limit', '2');
  await nadia.fill('dialog #max_days', '5');
  assert.deepEqual(await violations(nadia), []);
  await nadia.click('#save-class');
  await nadia.waitForSelector('dialog', {state: 'detached'});
  const kind = one('SELECT max(id) FROM item_class');
  assert.equal(desk.sql(`SELECT title, rule, rule_limit, max_days FROM item_class WHERE id = ${kind}`),
    'Observer le ciel|desk_above|2|5');
  await open(`part=items&class_id=${kind}&id=new`);
  await nadia.fill('#title', 'Lunette');
  await nadia.fill('#deposit_cents', '12,50');
  await nadia.fill('[id="parts[0].label"]', HTML);
  await press('#save', 'C’est noté');
  item = one('SELECT max(id) FROM item');
  assert.equal(desk.sql(`SELECT title, deposit_cents, subscriber_fee_cents FROM item WHERE id = ${item}`),
    'Lunette|1250|');
  assert.equal(desk.sql(`SELECT label FROM item_part WHERE item_id = ${item}`), HTML);
  await nadia.waitForSelector('#add-copy');
  await nadia.fill('#copy-form #shelf', 'K9');
  await press('#add-copy', 'Un exemplaire de plus');
  assert.equal(desk.sql(`SELECT number, shelf FROM copy WHERE item_id = ${item}`), '1|K9');
  await nadia.fill('#copy-form #number', '1');
  await nadia.click('#add-copy');
  await nadia.waitForSelector('#copy-form .error:has-text("porte déjà ce numéro")');
  assert.deepEqual(await violations(nadia), []);
  await shot(nadia, 'catalogue-item');
  desk.kiosk(`tap "Emprunter"
tap "Observer le ciel"
tap "Lunette"
expect screen item
expect text "<b>Gras</b>"
expect text "Caution : 12,50 €"`);
});

test('a thing that is withdrawn is no longer lent, and comes back', async () => {
  await open(`part=items&class_id=1&id=${item}`);
  await press('#hide', 'L’écran ne le montre plus');
  desk.kiosk('tap "Emprunter"\nexpect screen lend\nexpect no text "Observer le ciel"');
  assert.equal(desk.sql(`SELECT title FROM item WHERE id = ${item}`), 'Lunette');
  await undo();
  desk.kiosk('tap "Emprunter"\nexpect text "Observer le ciel"');
});

test('a partner is shown by what they help with', async () => {
  await open('part=partners&id=new');
  await nadia.fill('#name', 'Les Veilleurs du canal');
  await nadia.check('#need-energy');
  await nadia.fill('#phone', 'plus tard');
  await nadia.click('#save');
  await nadia.waitForSelector('#phone[aria-invalid]');
  await nadia.fill('#phone', '03 53 01 19 42');
  await press('#save', 'Enregistré');
  const id = one('SELECT max(id) FROM partner');
  assert.equal(desk.sql(`SELECT need_code FROM partner_need WHERE partner_id = ${id}`), 'energy');
  await nadia.waitForSelector(`#partner-${id}[aria-current]`);
  assert.deepEqual(await violations(nadia), []);
  await press('#hide', 'Il n’est plus montré');
  assert.notEqual(desk.sql(`SELECT withdrawn_at_s FROM partner WHERE id = ${id}`), '');
  await undo();
  assert.equal(desk.sql(`SELECT withdrawn_at_s FROM partner WHERE id = ${id}`), '');
});

test('things come from a list: looked at first, then taken over, and the same again does nothing',
  async () => {
    const list = join(desk.dir, 'objets.csv');
    writeFileSync(list, '\uFEFFTitre;Catégorie;Caution;Accessoires;Exemplaires;Couleur\r\n'
      + '"<b>Scie</b> japonaise";Bricolage;15 €;la housse, deux lames;2;rouge\r\n'
      + 'Niveau à bulle;Mesurer;;;1;\r\n'
      + ';Bricolage;;;1;\r\n'
      + 'Lunette;Observer le ciel;cher;;1;\r\n');
    const items = () => one('SELECT count(*) FROM item');
    const before = items();
    await open('part=import');
    await nadia.click('#look');
    await nadia.waitForSelector('#plan .notice:has-text("Choisissez d’abord un fichier")');
    await nadia.setInputFiles('#list', list);
    await nadia.click('#look');
    await nadia.waitForSelector('#list-summary');
    assert.match((await nadia.innerText('#list-summary')).replaceAll('\u00a0', ' '),
      /2 nouveaux objets.*2 lignes refusées.*3 exemplaires de plus/u);
    assert.match(await nadia.innerText('#plan'), /Colonnes laissées de côté\s*: Couleur/u);
    assert.match(await nadia.innerText('#plan'), /<b>Scie<\/b> japonaise/u);
    assert.match((await nadia.innerText('#plan')).replaceAll('\u00a0', ' '), /« Caution » n/u);
    assert.match(await nadia.innerText('#plan'), /nouvelle famille d’objets/u);
    assert.equal(items(), before);
    assert.deepEqual(await violations(nadia), []);
    await shot(nadia, 'catalogue-import');
    await nadia.click('#take-over');
    await nadia.waitForSelector('#plan .notice.ok');
    assert.equal(items(), before + 2);
    assert.equal(one("SELECT count(*) FROM copy JOIN item ON item.id = item_id WHERE title = '<b>Scie</b> japonaise'"), 2);
    desk.kiosk('tap "Emprunter"\ntap "Mesurer"\nexpect text "Niveau à bulle"');
    await open('part=import&again=1');
    await nadia.setInputFiles('#list', list);
    await nadia.click('#look');
    await nadia.waitForSelector('#take-over[disabled]');
    assert.equal(items(), before + 2);
  });

test('a file that is no list says why, and where', async () => {
  const list = join(desk.dir, 'latin.csv');
  writeFileSync(list, Buffer.from('Titre;Cat\u00e9gorie\nScie;Outils\n', 'latin1'));
  await open('part=import');
  await nadia.setInputFiles('#list', list);
  await nadia.click('#look');
  await nadia.waitForSelector('#plan .notice.bad:has-text("n’est pas en UTF-8")');
});

test('a catalogue to begin with offers only what is not here yet', async () => {
  await go(nadia, '#/starter?what=items');
  assert.equal(await nadia.locator('text=Perceuse à percussion').count(), 0);
  assert.deepEqual(await violations(nadia), []);
  await nadia.check('label:has-text("Guitare") input');
  await nadia.click('#take');
  await nadia.waitForSelector('.toast:has-text("1 ligne est au catalogue")');
  assert.equal(one("SELECT count(*) FROM copy JOIN item ON item.id = item_id WHERE title = 'Guitare'"), 1);
});

test('the parts fit a phone, in English', async () => {
  const phone = await desk.page('01', {lang: 'en-GB', width: 390, height: 800});
  await phone.waitForSelector('.side');
  for (const part of ['services', `services&id=${service}`, 'items&class_id=1', `items&id=${item}`,
    'partners', 'import']) {
    await go(phone, `#/catalogue?part=${part}`);
    await phone.waitForSelector('.split');
    assert.deepEqual(await violations(phone), [], part);
    const wide = await phone.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${part} is ${wide} px too wide`);
  }
});
