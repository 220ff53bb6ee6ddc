// SPDX-License-Identifier: EUPL-1.2
// Where things are, and a desk that is asked without a browser.
import {execFileSync, spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const BUILD = process.env.BUILD ?? join(HERE, '../../build/tests');
export const AT = '2026-09-08T16:42';
export const HOUSE = join(BUILD, 'desk', 'house');
export const SHOTS = join(BUILD, 'desk', 'shots');
export const CHROMIUM = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const accounts = () => JSON.parse(readFileSync(join(HOUSE, 'accounts.json'), 'utf8'));

export function run(program, args, options = {}) {
  return execFileSync(program, args, {encoding: 'utf8', maxBuffer: 1 << 26, ...options});
}

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

// Serves a database until stopped: {url, port, pid, stop()}.
export function serve(db, args = []) {
  const child = spawn(join(BUILD, 'conciergerie-desk'), ['--db', db, '--listen', '127.0.0.1:0', ...args],
    {stdio: ['ignore', 'pipe', 'pipe']});
  let log = '';
  running.add(child);
  child.stderr.on('data', (data) => { log += data; });
  const ended = new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      running.delete(child);
      resolve({code, signal, log});
    });
  });
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve, reject) => {
    // The first line says where it listens; it may come in pieces.
    createInterface({input: child.stdout}).once('line', (line) => {
      const url = line.trim().replace(/\/$/, '');
      resolve({url, port: Number(new URL(url).port), pid: child.pid, stop, log: () => log});
    });
    ended.then((end) => reject(new Error(`the desk ended: ${end.code} ${end.log}`)));
  });
}

// Signs in as a browser would, without one: {cookie, csrf, set_cookie}.
export async function signIn(url, number, password) {
  const answer = await fetch(`${url}/api/login`, {
    method: 'POST',
    headers: {Origin: url, 'Content-Type': 'application/json'},
    body: JSON.stringify({number, password}),
  });
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(`signing in as ${number}: ${JSON.stringify(body)}`);
  }
  const set_cookie = answer.headers.get('set-cookie');
  return {cookie: /desk=([0-9a-f]+)/.exec(set_cookie)[1], csrf: body.csrf, set_cookie};
}

// GET or, with a body, POST as whoever is signed in: {status, body}.
export async function ask(url, login, path, body) {
  const headers = {Cookie: `desk=${login.cookie}`};
  if (body !== undefined) {
    Object.assign(headers,
      {Origin: url, 'X-Token': login.csrf, 'Content-Type': 'application/json'});
  }
  const answer = await fetch(url + path, {
    method: body === undefined ? 'GET' : 'POST', headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return {status: answer.status, body: await answer.json()};
}
