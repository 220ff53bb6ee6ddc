// SPDX-License-Identifier: EUPL-1.2
// node desk.mjs pages URL PASSWORD          times of the queue page, a card, a decision and its undo
// node desk.mjs load URL PASSWORD SECONDS   50 requests a second, every fifth a write; what was refused
// PASSWORD: a temporary one of concierge 01, which is changed.
import {ask, signIn} from '../desk/serve.mjs';

const [what, address, password, seconds] = process.argv.slice(2);
const url = address.replace(/\/$/, '');
const RUNS = 300;
const PER_SECOND = 50;

const first = await signIn(url, '01', password);
const changed = 'trois mots de mesure';
await ask(url, first, '/api/password', {password, new_password: changed});
const login = await signIn(url, '01', changed);

const percentile = (times, share) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const say = (name, times) => console.log(`  ${name.padEnd(28)} p50 ${percentile(times, 0.5).toFixed(2)} ms` +
  `   p99 ${percentile(times, 0.99).toFixed(2)} ms   (${times.length})`);

// {ms, status, body}
async function timed(path, body) {
  const began = performance.now();
  const answer = await ask(url, login, path, body);
  return {ms: performance.now() - began, ...answer};
}

async function pages() {
  const queue = await timed('/api/queue');
  const lines = queue.body.lines;
  const reads = {'/api/queue': 'the queue page', '/api/me': 'who I am'};
  for (const [path, name] of Object.entries(reads)) {
    const times = [];
    for (let i = 0; i < RUNS; i++) {
      times.push((await timed(path)).ms);
    }
    say(name, times);
  }
  const cards = [];
  const decisions = [];
  const undos = [];
  for (let i = 0; i < RUNS; i++) {
    const {request_id} = lines[i % lines.length];
    const card = await timed(`/api/queue/card?request_id=${request_id}`);
    cards.push(card.ms);
    const no = card.body.line.no;
    const yes = await timed('/api/queue/decide', {request_id, no, answer: 'yes'});
    if (yes.status !== 200) {
      throw new Error(`a decision: ${yes.status} ${JSON.stringify(yes.body)}`);
    }
    decisions.push(yes.ms);
    const back = await timed('/api/undo', {request_id, no: yes.body.no});
    if (back.status !== 200) {
      throw new Error(`an undo: ${back.status} ${JSON.stringify(back.body)}`);
    }
    undos.push(back.ms);
  }
  say('a card', cards);
  say('a decision', decisions);
  say('its undo', undos);
}

// Notes to colleagues: the write that can be made again and again.
async function load() {
  const GETS = ['/api/queue', '/api/today', '/api/agenda', '/api/me'];
  const reads = [];
  const writes = [];
  let refused = 0;
  let sent = 0;
  const one = async (i) => {
    const is_write = i % 5 === 0;
    const answer = is_write ? await timed('/api/handover/write', {words: `Mot ${i}`})
      : await timed(GETS[i % GETS.length]);
    (is_write ? writes : reads).push(answer.ms);
    if (answer.status !== 200) {
      refused++;
      console.log(`  ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
    }
  };
  await new Promise((resolve) => {
    const timer = setInterval(() => {
      void one(sent++);
      if (sent >= PER_SECOND * Number(seconds)) {
        done();
      }
    }, 1000 / PER_SECOND);
    const done = () => { clearInterval(timer); resolve(); };
    process.on('SIGTERM', done);
  });
  await new Promise((resolve) => { setTimeout(resolve, 1000); });
  console.log(`the desk, ${sent} requests at ${PER_SECOND} a second, ${refused} refused:`);
  say('a read', reads);
  say('a write', writes);
}

await (what === 'load' ? load() : pages());
