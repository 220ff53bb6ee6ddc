// SPDX-License-Identifier: EUPL-1.2
// Coups de main at the desk: from the page to the rows, and back on the kiosk's screen.
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import {load, shot, startDesk, violations} from './support.mjs';

let desk;
let page;
const HTML = '<img src=x onerror="document.title=1"> \'); DROP TABLE request; --';

before(async () => {
  desk = await startDesk({name: 'help'});
  page = await desk.page('01');
  await page.locator('#main h1').waitFor(); // it has gone to its first page by itself
});
after(() => desk.stop());

const sql = (text) => desk.sql(text);
const asked = (household, category) => sql(`SELECT s.request_id FROM request_state AS s
  JOIN request AS r ON r.id = s.request_id
  JOIN household AS h ON h.id = s.household_id
  WHERE h.number = '${household}' AND r.category_code = '${category}' AND s.state = 'asked'`);
const state = (id) => sql(`SELECT state FROM request_state WHERE request_id = ${id}`);
const heading = (name) => page.getByRole('heading', {name});

// Loads the page anew: what was said before stands there no longer.
async function open(id, view = 'asked') {
  await load(page, `${desk.url}/#/help?view=${view}&request_id=${id}`);
  await page.locator('.detail-head').waitFor();
}

// Presses a button, then the one of the dialog.
async function press(name, then) {
  await page.getByRole('button', {name}).first().click();
  if (then) {
    await page.getByRole('dialog').getByRole('button', {name: then, exact: true}).click();
  }
}

const said = (text) => page.locator('.toast', {hasText: text}).waitFor();

test('the board\'s words are the desk\'s, and name nobody', async () => {
  const id = asked('0233', 'handiwork');
  const [first] = sql(`SELECT n.first_name FROM person_name AS n JOIN person AS p ON p.id = n.person_id
    JOIN household AS h ON h.id = p.household_id WHERE h.number = '0233'`).split('\n');
  await open(id);
  await page.getByText('C’est au plafond de la cuisine, je n’ai pas d’escabeau.').waitFor();
  await press('Oui, afficher au tableau');
  const words = page.getByLabel('Ce que lisent les voisins');
  await words.fill(`Une ampoule chez ${first}.`);
  await page.getByRole('button', {name: 'Afficher', exact: true}).click();
  await page.getByText('Ces mots nomment quelqu’un').waitFor();
  assert.equal(state(id), 'asked');
  await shot(page, 'help-words');
  assert.deepEqual(await violations(page), []);
  await words.fill('Changer une ampoule au plafond, l’escabeau est à apporter.');
  await page.getByRole('button', {name: 'Afficher', exact: true}).click();
  await said('C’est affiché au tableau.');
  assert.equal(state(id), 'published');
  desk.kiosk(`
tap "Coups de main"
tap "Voir tout le panneau"
tap "Une ampoule"
expect text "Changer une ampoule au plafond, l’escabeau est à apporter."
expect no text "je n’ai pas d’escabeau"
expect no text "${first}"
`);
});

test('publishing is taken back, and done again', async () => {
  const id = asked('0265', 'handiwork');
  await open(id);
  await press('Oui, afficher au tableau', 'Afficher');
  await said('C’est affiché au tableau.');
  await page.getByRole('button', {name: 'Annuler', exact: true}).click();
  await said('Annulé');
  assert.equal(state(id), 'asked');
});

test('what is not for the board is looked for without it', async () => {
  const id = asked('0149', 'electricity');
  await open(id);
  await press('Oui, chercher quelqu’un');
  await said('sans le tableau');
  assert.equal(state(id), 'published');
  await page.getByText('Ce n’est pas affiché : l’accueil seul cherche.').waitFor();
  desk.kiosk(`
tap "Coups de main"
tap "Voir tout le panneau"
expect no text "Une prise"
`);
});

test('somebody is proposed, both say yes for themselves, and only then are they put in touch', async () => {
  const id = sql(`SELECT s.request_id FROM request_state AS s JOIN household AS h
    ON h.id = s.household_id JOIN request AS r ON r.id = s.request_id
    WHERE h.number = '0233' AND r.category_code = 'handiwork' AND s.state = 'published'`);
  await open(id, 'published');
  await shot(page, 'help-published');
  assert.deepEqual(await violations(page), []);
  await press('Quelqu’un d’autre');
  await page.getByLabel('Foyer : numéro ou nom').fill('0087');
  await page.locator('#helper-search-0087').click();
  await page.getByRole('dialog').getByRole('button', {name: 'Demander aux deux'}).click();
  await said('Proposé. Il faut le demander aux deux.');
  const reply = sql(`SELECT max(id) FROM request WHERE parent_id = ${id}`);
  assert.equal(state(id), 'match_proposed');
  assert.equal(state(reply), 'match_proposed');
  assert.equal(await page.getByText('Donner les coordonnées').count(), 0);

  // The helper says yes at the screen.
  desk.kiosk(`
tap "Suivre ma demande"
scan "${desk.accounts.household['0087'].card}"
expect text "Une ampoule"
tap #request-${reply}
expect text "Pourriez-vous aider ?"
expect text "Un voisin aimerait votre aide"
tap "Oui, mettez-nous en contact"
expect text "Vous avez dit oui"
`);
  assert.equal(state(reply), 'agreed');
  assert.equal(state(id), 'match_proposed');
  await open(id, 'match_proposed');
  assert.equal(await page.getByText('À dire à').count(), 0);
  await page.locator(`#agree-${id}`).click();
  await said('Le oui est noté.');
  assert.equal(state(id), 'agreed');
  await open(id, 'agreed');
  await page.getByText('À dire à').first().waitFor();
  await shot(page, 'help-agreed');
  assert.deepEqual(await violations(page), []);
  await press('Chacun le sait');
  await said('Noté : chacun sait comment joindre l’autre.');
  assert.equal(sql(`SELECT request_id FROM help_contact`), reply);
  await page.getByRole('button', {name: 'Annuler', exact: true}).click();
  await said('Annulé');
  assert.equal(sql('SELECT count(*) FROM help_contact'), '0');
});

test('a day is agreed for both, and read at the screen', async () => {
  const id = sql(`SELECT r.parent_id FROM request AS r JOIN request_state AS s ON s.request_id = r.id
    JOIN household AS h ON h.id = s.household_id WHERE h.number = '0087' AND s.state = 'agreed'
    AND r.direction = 'reply'`);
  await open(id, 'agreed');
  await press('Convenir d’un jour');
  await page.getByLabel('Jour et heure').fill('2026-09-10T14:00');
  await page.getByRole('dialog').getByRole('button', {name: 'Noter', exact: true}).click();
  await said('Le jour est convenu');
  desk.kiosk(`
tap "Suivre ma demande"
scan "${desk.accounts.household['0087'].card}"
tap "Une ampoule"
expect text "Vous êtes d’accord tous les deux : jeudi 14 h."
expect text "Je ne peux plus aider"
expect no text "Je n’en ai plus besoin"
`);
});

test('done is a gift, or minutes noted; it can be taken back', async () => {
  const id = sql(`SELECT r.parent_id FROM request AS r JOIN request_state AS s ON s.request_id = r.id
    JOIN household AS h ON h.id = s.household_id WHERE h.number = '0087' AND s.state = 'agreed'
    AND r.direction = 'reply'`);
  await open(id, 'agreed');
  await press('C’est fait');
  await page.getByLabel('Le temps passé').check();
  await page.getByLabel('Combien de minutes').fill('45');
  await page.getByRole('dialog').getByRole('button', {name: 'C’est fait', exact: true}).click();
  await said('45 minutes notées');
  assert.equal(state(id), 'done');
  assert.equal(sql(`SELECT sum(a.minutes) FROM act AS a JOIN request_act AS l ON l.act_id = a.id
    WHERE l.request_id = ${id}`), '45');
  await page.getByRole('button', {name: 'Annuler', exact: true}).click();
  await said('Annulé');
  assert.equal(state(id), 'agreed');
});

test('nobody came: it is looked for again, and the other one is told', async () => {
  const id = sql(`SELECT r.parent_id FROM request AS r JOIN request_state AS s ON s.request_id = r.id
    JOIN household AS h ON h.id = s.household_id WHERE h.number = '0087' AND s.state = 'agreed'
    AND r.direction = 'reply'`);
  await open(id, 'agreed');
  await press('Personne n’est venu', 'Chercher de nouveau quelqu’un');
  await said('De nouveau au tableau');
  assert.equal(state(id), 'published');
  assert.equal(sql(`SELECT group_concat(s.state) FROM request AS r JOIN request_state AS s
    ON s.request_id = r.id WHERE r.parent_id = ${id}`), 'cancelled');
});

test('whoever replied is brought together with who asked', async () => {
  const reply = asked('0087', 'digital');
  await open(reply);
  await press('Oui, mettre en relation', 'Les mettre en relation');
  await said('Proposé.');
  assert.equal(state(reply), 'match_proposed');
  await page.getByRole('button', {name: 'Annuler', exact: true}).click();
  await said('Annulé');
  assert.equal(state(reply), 'asked');
});

test('papers go to a partner, never to a neighbour', async () => {
  const id = asked('0087', 'papers');
  await open(id);
  await press('Oui, chercher quelqu’un');
  await said('sans le tableau');
  await page.getByText('Papiers et droits : pour un partenaire, pas pour les voisins.').waitFor();
  assert.equal(await page.getByRole('button', {name: 'Proposer'}).count(), 0);
  await press('Orienter vers un partenaire');
  await page.locator('#partners-found input').first().check();
  await shot(page, 'help-partner');
  assert.deepEqual(await violations(page), []);
  await page.getByLabel('Avec vos mots').fill(HTML);
  await page.getByRole('button', {name: 'Envoyer', exact: true}).click();
  await said('Envoyé vers');
  assert.equal(state(id), 'redirected');
  assert.equal(sql(`SELECT is_end FROM request_partner WHERE request_id = ${id}`), '1');
  await open(id);
  assert.equal(await page.locator('blockquote', {hasText: 'DROP TABLE'}).innerText(), HTML);
  assert.equal(await page.locator('blockquote img').count(), 0);
});

test('what is disputed is decided, with a reason', async () => {
  const id = sql(`SELECT s.request_id FROM request_state AS s JOIN request AS r ON r.id = s.request_id
    WHERE s.kind = 'help' AND s.state = 'disputed' AND r.direction = 'need'`);
  await open(id, 'disputed');
  await press('Non…');
  await page.getByLabel('Réglé autrement').check();
  await page.getByRole('dialog').getByRole('button', {name: 'Clore'}).click();
  await said('Fermé');
  assert.equal(state(id), 'closed');
  assert.equal(sql(`SELECT count(*) FROM request AS r JOIN request_state AS s ON s.request_id = r.id
    WHERE r.parent_id = ${id} AND s.is_ended = 1`), '1');
});

test('what hung for long is asked about, and hangs again', async () => {
  const id = sql(`SELECT request_id FROM request_state WHERE kind = 'help' AND state = 'to_revive'`);
  await open(id, 'to_revive');
  await press('Demander si c’est toujours utile');
  await said('À demander');
  assert.equal(sql(`SELECT count(*) FROM notice WHERE request_id = ${id} AND state = 'to_tell'`), '1');
  await press('Oui, toujours utile');
  await said('De nouveau au tableau');
  assert.equal(state(id), 'published');
});

test('answers to a need that is over leave the pile and are to be told; taken back, they wait again', async () => {
  const id = sql(`SELECT s.request_id FROM request_state AS s JOIN request AS r ON r.id = s.request_id
    WHERE s.kind = 'help' AND s.state = 'published' AND r.direction = 'need' LIMIT 1`);
  const reply = 900001;
  sql(`INSERT INTO request (id, uid, kind, parent_id, channel, lang, asked_at_s, recorded_at_s, for_whom,
      is_private, is_danger, direction, category_code)
    SELECT ${reply}, randomblob(16), 'help', id, 'screen', 'fr', recorded_at_s, recorded_at_s, 'self', 0, 0,
      'reply', category_code FROM request WHERE id = ${id};
    INSERT INTO request_owner SELECT ${reply}, 1, id, 0 FROM household WHERE number = '0087';
    INSERT INTO decision (request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state, holds)
    VALUES (${reply}, 1, 1788220800, 1788220800, 'resident', 'ask', '', 'asked', 0);
    INSERT INTO request_state (request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
      adults, children, holds)
    VALUES (${reply}, 1, 'help', 'asked', 1788220800, 1788220800, 1, 0, 0, 0, 0, 0)`);
  const nadia = await desk.page('01');
  await load(nadia, `${desk.url}/#/queue`);
  const line = nadia.locator(`a[href*="request_id=${reply}"]`).first();
  await line.waitFor();
  const need = sql(`SELECT no FROM request_state WHERE request_id = ${id}`);
  const closed = await desk.post('02', '/api/help/act',
    {request_id: Number(id), no: Number(need), verb: 'close', reason: 'no_longer'});
  assert.equal(closed.status, 200);
  await line.waitFor({state: 'detached'});
  assert.equal(state(reply), 'cancelled');
  const untold = `SELECT count(*) FROM notice WHERE request_id = ${reply} AND state = 'to_tell'`;
  assert.equal(sql(untold), '1');
  await desk.post('02', '/api/undo', {request_id: Number(id), no: closed.body.no});
  await line.waitFor();
  assert.equal(sql(untold), '0');
  assert.equal(state(reply), 'asked');
});

test('an offer rests, and hangs again', async () => {
  const id = sql(`SELECT request_id FROM request_state WHERE kind = 'help' AND state = 'paused'`);
  await open(id, 'paused');
  await press('Remettre au tableau');
  await said('De nouveau au tableau');
  await press('Mettre en pause');
  await said('En pause');
  assert.equal(state(id), 'paused');
});

test('nobody decides for the own household', async () => {
  const id = sql(`SELECT request_id FROM request_state WHERE kind = 'help' AND state = 'asked'
    AND household_id IS NOT NULL AND is_danger = 0 ORDER BY request_id LIMIT 1`);
  sql(`UPDATE staff SET household_id = (SELECT household_id FROM request_state
    WHERE request_id = ${id}) WHERE number = '02'`);
  const other = await desk.page('02');
  await other.locator('#main h1').waitFor();
  await load(other, `${desk.url}/#/help?request_id=${id}`);
  await other.getByText('une collègue décide').first().waitFor();
  assert.equal(await other.locator('#act-publish').isDisabled(), true);
});

test('every list is without a violation, also in English and on a phone', async () => {
  const phone = await desk.page('01', {lang: 'en', width: 400, height: 800});
  await phone.locator('#main h1').waitFor();
  for (const view of ['asked', 'published', 'match_proposed', 'agreed', 'done_said', 'disputed',
    'to_revive', 'paused']) {
    await load(page, `${desk.url}/#/help?view=${view}`);
    await heading('Coups de main').waitFor();
    assert.deepEqual(await violations(page), [], view);
    await load(phone, `${desk.url}/#/help?view=${view}`);
    await phone.getByRole('heading', {name: 'Helping hands'}).waitFor();
    assert.deepEqual(await violations(phone), [], view);
  }
  await shot(phone, 'help-phone-en');
});
