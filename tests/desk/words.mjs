// SPDX-License-Identifier: EUPL-1.2
// The page's words, dates and sums, without a browser: every code of the core has its word, and what
// is said in French is said as in kiosk/i18n/.
import assert from 'node:assert/strict';
import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {BUILD, HERE} from './serve.mjs';

const top = join(HERE, '../..');
const modules = join(BUILD, 'desk', 'modules'); // a copy: Node asks a package.json what a .js is
const page = (name) => import(join(modules, name));
const source = (name) => readFileSync(join(top, 'kiosk/core', name), 'utf8');

let i18n;
let words;
let told;

before(async () => {
  cpSync(join(top, 'assets/desk'), modules, {recursive: true});
  writeFileSync(join(modules, 'package.json'), '{"type": "module"}');
  globalThis.document = {documentElement: {}};
  globalThis.fetch = async (path) => new Response(
    readFileSync(join(BUILD, 'generated', `texts_${path.split('/').at(-1)}.json`)));
  i18n = await page('i18n.js');
  words = await page('words.js');
  told = await page('words_told.js');
  await i18n.useLanguage('fr');
});

const at = (local) => i18n.atKey(local);
const plain = (text) => text.replaceAll(/[\u00a0\u202f]/gu, ' ');

// The clock of the site, from there on.
async function now(local, lang = 'fr') {
  await i18n.useLanguage(lang);
  i18n.useSite('Europe/Paris', 0);
  i18n.useSite('Europe/Paris', at(local));
}

// ---- Codes ----

// {LOAN: "loan", …} of kiosk/core/flow_words.c.
function codes(prefix) {
  const found = source('flow_words.c').matchAll(new RegExp(`\\[${prefix}_(\\w+)\\] = "(\\w+)"`, 'gu'));
  return new Map([...found].map(([, name, code]) => [name, code]));
}

// Rows of the flow: {kind, from, verb, to, answer}.
function flow() {
  const rows = source('flow.c').matchAll(
    /ROW\((\w+), (\w+), (\w+), (\w+), ([^,]+),([^()]*?)\)[,;]/gsu);
  const [kinds, states, verbs] = [codes('KIND'), codes('STATE'), codes('VERB')];
  return [...rows].map(([, kind, from, verb, to, who, rest]) => ({
    kind: kinds.get(kind), from: states.get(from) ?? '', verb: verbs.get(verb),
    to: states.get(to), isDesk: /\bD\b/u.test(who), answer: /ANSWER_\w+/u.exec(rest)?.[0] ?? '',
  }));
}

test('the flow was read', () => {
  assert.ok(flow().length > 150);
  assert.ok(flow().some((row) => row.kind === 'loan' && row.verb === 'accept' &&
    row.answer === 'ANSWER_YES'));
});

test('every kind and state has its word, for the desk and for whoever asked', () => {
  for (const kind of codes('KIND').values()) {
    assert.ok(kind in words.KINDS, kind);
  }
  const residents = new Set(['booking', 'loan', 'extension', 'help', 'enquiry', 'deposit', 'visit']);
  for (const row of flow()) {
    assert.ok(`${row.kind}.${row.to}` in words.STATES || row.to in words.STATES, row.to);
    if (residents.has(row.kind)) {
      assert.ok(`${row.kind}.${row.to}` in told.TOLD_STATES || row.to in told.TOLD_STATES, row.to);
    }
  }
});

test('every decision has its word, and the desk\'s answers their button', () => {
  const rowOf = ({kind, from, verb}) => words.VERBS[`${kind}.${from}.${verb}`] ??
    words.VERBS[`${kind}.${verb}`] ?? words.VERBS[verb];
  const name = ({kind, from, verb}) => `${kind} ${from} ${verb}`;
  assert.deepEqual(flow().filter((move) => !rowOf(move)?.[1]).map(name), []);
  assert.deepEqual(flow().filter((move) => move.answer !== '' && !rowOf(move)[0]).map(name), []);
});

test('every condition that can fail has its sentence', () => {
  const guards = [...source('flow_words.c').matchAll(/\{GUARD_\w+, "(\w+)"\}/gu)];
  assert.ok(guards.length >= 14);
  assert.deepEqual(guards.map(([, code]) => code).filter((code) => !(code in words.OBSTACLES)), []);
});

test('the reasons of a no are those of the core, and each can be said', () => {
  const refusals = source('codes.c').split('REFUSALS[] = {')[1].split('};')[0]
    .matchAll(/\{KIND_(\w+), \{([^}]*)\}\}/gu);
  const kinds = codes('KIND');
  const ours = {};
  for (const [, kind, list] of refusals) {
    ours[kinds.get(kind)] = [...list.matchAll(/"(\w+)"/gu)].map(([, code]) => code);
  }
  assert.deepEqual(words.REFUSALS_OF, ours);
  for (const code of Object.values(ours).flat()) {
    assert.ok(code in words.REASONS && code in told.REFUSALS, code);
  }
});

test('helping hands are those of the core, and what may hang on the board', () => {
  const rows = source('codes.c').split('CATEGORIES[] = {')[1].split('};')[0]
    .matchAll(/\{"(\w+)", (?:true|false), (true|false), (?:true|false), \{([^}]*)\}\}/gu);
  let count = 0;
  for (const [, category, isForBoard, list] of rows) {
    count += 1;
    const choices = [...list.matchAll(/"(\w+)"/gu)].map(([, code]) => code)
      .filter((code) => code !== 'other');
    assert.deepEqual(Object.keys(words.HELP[category][2]), choices);
    assert.equal(words.isForBoard(category), isForBoard === 'true', category);
  }
  assert.equal(count, Object.keys(words.HELP).length);
});

// ---- Days and times ----

test('times and days in French', async () => {
  await now('2026-09-08T16:42');
  assert.equal(i18n.time(at('2026-09-08T17:00')), '17\u00a0h');
  assert.equal(i18n.time(at('2026-09-08T09:05')), '9\u00a0h\u00a005');
  assert.equal(plain(i18n.moment(at('2026-09-08T17:00'))), 'aujourd’hui 17 h');
  assert.equal(plain(i18n.moment(at('2026-09-09T14:30'))), 'demain 14 h 30');
  assert.equal(plain(i18n.moment(at('2026-09-11T09:00'))), 'vendredi 9 h');
  assert.equal(plain(i18n.moment(at('2026-09-22T17:00'))), 'mardi 22 sept., 17 h');
  assert.equal(plain(i18n.shortTime(at('2026-09-08T16:31'))), 'mardi 8 sept., 16 h 31');
  assert.equal(plain(i18n.longDay(at('2026-10-01'))), 'jeudi 1er octobre');
  assert.equal(plain(i18n.longDay(at('2027-09-09'))), 'jeudi 9 septembre 2027');
  assert.equal(plain(i18n.fullDay(at('2026-12-31'))), '31 décembre 2026');
  assert.equal(plain(i18n.days(at('2026-09-11'), at('2026-09-15'))), 'ven. 11 → mar. 15');
  assert.equal(plain(i18n.span(at('2026-09-11'), at('2026-09-13'))), 'du 11 au 13 septembre');
  assert.equal(plain(i18n.span(at('2026-09-30'), at('2026-10-02'))),
    'du 30 septembre au 2 octobre');
  assert.equal(plain(i18n.span(at('2026-10-01'), at('2026-10-02'))), 'du 1er au 2 octobre');
  assert.equal(plain(i18n.span(at('2026-09-11T09:00'), at('2026-09-11T17:00'))),
    'le 11 septembre');
});

test('times and days in English', async () => {
  await now('2026-09-08T16:42', 'en');
  assert.equal(i18n.time(at('2026-09-08T17:00')), '17:00');
  assert.equal(plain(i18n.moment(at('2026-09-09T14:30'))), 'tomorrow 14:30');
  assert.equal(plain(i18n.longDay(at('2026-10-01'))), 'Thursday 1 October');
  assert.equal(plain(i18n.span(at('2026-09-11'), at('2026-09-13'))), 'from 11 to 13 September');
});

test('how long something waits', async () => {
  await now('2026-09-08T16:42');
  const age = (s) => plain(i18n.age(i18n.now_s() - s));
  assert.equal(age(20), 'à l’instant');
  assert.equal(age(5 * 60), 'depuis 5 min');
  assert.equal(age(6 * 3600), 'depuis 6 h');
  assert.equal(age(86400), 'depuis 1 jour');
  assert.equal(age(3 * 86400), 'depuis 3 jours');
});

test('local times of the site and back, through summer time', async () => {
  await now('2026-09-08T16:42');
  for (const local of ['2026-09-08T16:42', '2026-03-29T01:59', '2026-03-29T03:00',
    '2026-10-25T01:30', '2026-10-25T03:30', '2027-01-01T00:00']) {
    assert.equal(i18n.timeKey(at(local)), local);
  }
  assert.equal(at('2026-09-08T16:42'), Date.UTC(2026, 8, 8, 14, 42) / 1000);
  assert.equal(i18n.dayKeyPlus('2026-10-24', 2), '2026-10-26');
  assert.equal(at('no day'), 0);
});

test('sums', async () => {
  await now('2026-09-08T16:42');
  assert.equal(plain(i18n.euros(3000)), '30 €');
  assert.equal(plain(i18n.euros(250)), '2,50 €');
  assert.equal(plain(i18n.euros(125000)), '1 250 €');
  assert.equal(i18n.centsOf('2,5'), 250);
  assert.equal(i18n.centsOf(' 30 € '), 3000);
  assert.ok(Number.isNaN(i18n.centsOf('30.555')));
  assert.ok(Number.isNaN(i18n.centsOf('-3')));
  await i18n.useLanguage('en');
  assert.equal(i18n.euros(250), '€2.50');
});

test('plurals and places', async () => {
  await now('2026-09-08T16:42');
  assert.equal(i18n.tn('{n} try', '{n} tries', 0), '0 essai');
  assert.equal(i18n.tn('{n} try', '{n} tries', 2), '2 essais');
  assert.equal(plain(i18n.t('%s no. %d', ['Perceuse', 2])), 'Perceuse n° 2');
  assert.equal(i18n.t('Told: {title}', {title: '{n} <b>%s</b>'}).endsWith('{n} <b>%s</b>'), true);
});

// ---- What is said on the telephone ----

test('the sentence is ready to be said', async () => {
  await now('2026-09-08T16:42');
  const line = {kind: 'loan', state: 'reserved', title: 'Perceuse', copy_number: 2, direction: '',
    from_s: at('2026-09-11T09:00'), until_s: at('2026-09-13T17:00')};
  const say = (one, what = {}) => told.sayings({...line, ...one}, {verb: 'accept', reason: '', ...what},
    'Conciergerie Ampère').map(plain);
  assert.deepEqual(say({}), ['Bonjour, Conciergerie Ampère à l’appareil.',
    'C’est au sujet de votre demande : Perceuse, du 11 au 13 septembre.', 'Accepté.',
    'À retirer vendredi 9 h.']);
  assert.deepEqual(say({state: 'refused'}, {verb: 'refuse', reason: 'copy_away', words: 'Rappelez lundi'})
    .slice(2), ['Refusé.', 'Il n’est pas là ces jours-là.', 'Rappelez lundi.',
    'D’autres jours ou un autre objet, c’est peut-être possible : redemandez.']);
  assert.deepEqual(say({kind: 'booking', state: 'to_reconfirm', title: 'Couture',
    from_s: at('2026-09-10T14:00')}, {verb: 'move', reason: 'weather', before_s: at('2026-09-09T14:00')})
    .slice(3, 5), ['C’était prévu demain 14 h, c’est maintenant jeudi 14 h.', 'À cause de la météo.']);
  assert.deepEqual(say({state: 'asked', answer_by_s: at('2026-09-09T12:00')}, {is_promise: 1, verb: 'ask'})
    .slice(2), ['Notre réponse viendra plus tard que promis : demain 12 h au plus tard.']);
  assert.match(say({}, {verb: 'undo'})[2], /autre chose/u);
});
