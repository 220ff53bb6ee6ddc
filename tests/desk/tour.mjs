// SPDX-License-Identifier: EUPL-1.2
// Every page there is, on a desk's screen, on a telephone, and in English at twice the size: it shows,
// and nothing sticks out sideways; in the first two, axe-core finds nothing, and a picture is left to
// be looked at in build/…/desk/shots. Paper has one size. Pages that show one record are visited with
// records that there are.
import {test} from 'node:test';
import assert from 'node:assert/strict';
import {go, shot, startDesk, violations, waitUntil} from './support.mjs';

const desk = await startDesk({name: 'tour'});
test.after(() => desk.stop());
await desk.post('03', '/api/paper/make', {count: 12});

const first = (sql) => desk.sql(`${sql} LIMIT 1`);
const of_kind = (kind, state) =>
  first(`SELECT request_id FROM request_state WHERE kind = '${kind}' AND state = '${state}' ORDER BY request_id`);
const household_id = first("SELECT id FROM household WHERE number = '0087'");
const session_id = first(`SELECT s.request_id FROM session AS s JOIN request_state AS o
  ON o.request_id = s.request_id AND o.state = 'published'
  WHERE capacity IS NOT NULL AND starts_s > (SELECT last_record_s FROM site) ORDER BY starts_s`);

// What a page needs to show one record, beside the page without any.
const loan = of_kind('loan', 'asked');
const help = of_kind('help', 'published');
const RECORDS = {
  queue: [{}, {request_id: loan}, {request_id: help}, {many: 1}],
  notices: [{}, {request_id: first("SELECT request_id FROM notice WHERE state = 'to_tell'")}],
  request: [{request_id: loan}, {request_id: help}],
  households: [{}, {household_id}],
  agenda: [{}, {session_id}, {view: 'month'}],
  enter: ['service', 'loan', 'booking', 'help'].map((kind) => ({kind})),
  'agenda-more': [{session_id: first(`SELECT request_id FROM session WHERE series_id IS NOT NULL
    AND starts_s > (SELECT last_record_s FROM site) ORDER BY starts_s`)}],
  'print/attendance': [{session_id}],
  'print/block': [{block_id: 1}],
  'print/deposit': [{request_id: of_kind('deposit', 'left')}],
  'print/repair': [{request_id: of_kind('copy', 'maintenance')}],
};

// An organiser's, of pages that they share with the desk.
const own = (what) => first(`SELECT ${what} FROM session AS x JOIN activity AS a ON a.id = x.activity_id
  JOIN staff AS f ON f.partner_id = a.partner_id AND f.number = '10'
  JOIN request_state AS s ON s.request_id = x.request_id AND s.is_ended = 0 ORDER BY x.starts_s DESC`);
const ORGANISERS = [
  {path: 'dates', records: [{}]},
  {path: 'agenda', records: [{session_id: own('x.request_id')}]},
  {path: 'agenda-new', records: [{copy: own('x.request_id')}]},
  {path: 'activities', records: [{activity_id: own('a.id')}]},
].map((one) => ({...one, number: '10'}));

const start = await desk.page('03');
const pages = await start.evaluate(async () => {
  const {PAGES} = await import('/assets/pages.js');
  return PAGES.map((page) => ({path: page.path, isHidden: Boolean(page.isHidden),
    isPrint: Boolean(page.isPrint), least: page.least, only: page.only ?? ''}));
});

const too_wide = (page) => page.evaluate(() =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth);

const views = [
  {name: 'fr', lang: 'fr-FR', width: 1440, height: 960, is_checked: true},
  {name: 'phone', lang: 'fr-FR', width: 390, height: 844, is_checked: true},
  {name: 'zoom-en', lang: 'en-GB', width: 720, height: 480}, // 200 % of a desk's screen
];
for (const {name: view, is_checked = false, ...how} of views) {
  test(`every page, ${view}`, async () => {
    const visitors = {'03': await desk.page('03', how), '10': await desk.page('10', how)};
    const found = [];
    for (const one of [...pages.filter(({only}) => only === ''), ...ORGANISERS]) {
      const page = visitors[one.number ?? '03'];
      const records = one.records ?? (one.isPrint && view !== 'fr' ? [] : RECORDS[one.path] ?? [{}]);
      for (const [i, params] of records.entries()) {
        const who = one.number === undefined ? '' : 'organiser-';
        const name = `${who}${one.path.replaceAll('/', '-')}${i === 0 ? '' : i + 1}`;
        const query = new URLSearchParams(params).toString();
        await go(page, `#/${one.path}${query === '' ? '' : `?${query}`}`, 'main h1, main h2');
        await waitUntil(page, () => document.querySelector('[aria-busy="true"]') === null);
        const wide = await too_wide(page);
        if (wide > 0 && !one.isPrint) {
          found.push(`${name}: ${wide} px too wide`);
        }
        if (is_checked) {
          await shot(page, `tour-${name}-${view}`);
          found.push(...(await violations(page)).map((line) => `${name}: ${line}`));
        }
      }
    }
    assert.deepEqual(found, []);
  });
}
