// SPDX-License-Identifier: EUPL-1.2
// Makes the house that the desk's tests copy: the demonstration's, whose staff have changed their
// temporary passwords.
import {execFileSync} from 'node:child_process';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ask, AT, BUILD, HOUSE, serve, signIn} from './support.mjs';

rmSync(HOUSE, {recursive: true, force: true});
mkdirSync(HOUSE, {recursive: true});
const db = join(HOUSE, 'demo.db');
const printed = execFileSync(join(BUILD, 'conciergerie'),
  ['demo', '--db', db, '--pin-key', join(HOUSE, 'pin.key'), '--at', AT],
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
writeFileSync(join(HOUSE, 'accounts.json'), JSON.stringify(known, null, 2));
