// SPDX-License-Identifier: EUPL-1.2
// Makes the house that the desk's tests copy: the demonstration's, whose staff have changed their
// temporary passwords. One that is newer than the programs, which hold migrations and demonstration,
// is kept.
import {execFileSync} from 'node:child_process';
import {mkdirSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ask, AT, BUILD, HERE, HOUSE, serve, signIn} from './serve.mjs';

const made_ms = statSync(join(HOUSE, 'accounts.json'), {throwIfNoEntry: false})?.mtimeMs ?? 0;
const SOURCES = [join(BUILD, 'conciergerie'), join(BUILD, 'conciergerie-desk'),
  join(HERE, 'make_house.mjs')];
if (SOURCES.every((file) => statSync(file).mtimeMs < made_ms)) {
  process.exit(0);
}

const dir = `${HOUSE}.new`;
rmSync(dir, {recursive: true, force: true});
mkdirSync(dir, {recursive: true});
const db = join(dir, 'demo.db');
const printed = execFileSync(join(BUILD, 'conciergerie'),
  ['demo', '--db', db, '--pin-key', join(dir, 'pin.key'), '--at', AT],
  {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});

// "staff     01     PIN 308550  card C1…  password kamo-…  Nadia, concierge"
const known = {staff: {}, household: {}, guest: {}};
for (const line of printed.split('\n')) {
  const words = line.trim().split(/\s+/);
  const after = (word) => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined);
  const account = {pin: after('PIN'), card: after('card'), password: after('password')};
  if (words[0] === 'guest') {
    known.guest = {number: words[1], code: after('code')};
  } else if (words[0] === 'household') {
    known.household[words[1]] = account;
  } else if (words[0] === 'staff' || words[0] === 'organiser') {
    known.staff[words[1]] = account;
  }
}
const desk = await serve(db, ['--at', AT]);
for (const [number, account] of Object.entries(known.staff)) {
  const new_password = `trois mots pour ${number}`;
  const login = await signIn(desk.url, number, account.password);
  const answer = await ask(desk.url, login, '/api/password',
    {password: account.password, new_password});
  if (answer.status !== 200) {
    throw new Error(`password of ${number}: ${JSON.stringify(answer.body)}`);
  }
  account.password = new_password;
}
await desk.stop();
writeFileSync(join(dir, 'accounts.json'), JSON.stringify(known, null, 2));
rmSync(HOUSE, {recursive: true, force: true});
renameSync(dir, HOUSE);
