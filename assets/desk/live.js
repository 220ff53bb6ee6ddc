/* What changes while the page is open: the server tells it by /events, within two seconds.
 *
 * `event: change`, its id a version, data {"waiting", "danger", "newest_id", "notices", "loans", "calls":
 * [{"call_id", "called_at_s", "reason_code"}]}; an organiser's page hears of no counts. A new request, a danger or a call from the screen rings and stands
 * in a banner; a call rings until somebody says "I am coming". When nothing is heard any more, a
 * banner says so and the connection is tried again. */
import { get, post } from './api.js';
import { fill, h, icon } from './dom.js';
import { lang, t, time, tn } from './i18n.js';
import { toast } from './toast.js';
import { errorWord } from './words.js';

const LOST_MS = 4000; /* a hiccup is not worth a banner */
const RETRY_MS = 3000;
const SILENT_MS = 40000; /* the server says something every 15 s */
const RING_AGAIN_MS = 7000;

const banner = h('div', { class: 'banners', 'aria-live': 'assertive' });
/* What is beside and below stands lower by its height (style.css). */
new ResizeObserver(() => document.documentElement.style.setProperty('--banners',
    `${banner.offsetHeight}px`)).observe(banner);
const listeners = new Set();
let state = { version: 0, waiting: 0, danger: 0, newest_id: 0, notices: 0, lacks: 0,
    calls: [] };
let source = null;
let lostTimer = 0;
let silentTimer = 0;
let ringTimer = 0;
let isLost = false;
let isNew = false; /* a request that came while nobody looked */

/* The element, for the page's frame. */
export function bannerRegion() {
    return banner;
}

/* What is known now. */
export function liveState() {
    return state;
}

/* listener(state, before): at each change. Gives back what ends this. */
export function onChange(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/* ---- The bell ---- */

let audio = null;

/* Browsers let a page sound only once somebody has touched it. */
function wakeAudio() {
    audio ??= new AudioContext();
    if (audio.state === 'suspended') {
        audio.resume();
    }
}

function tone(frequency, start, length) {
    const oscillator = audio.createOscillator();
    const gain = audio.createGain();
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + length);
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(start);
    oscillator.stop(start + length);
}

function ring(isUrgent) {
    document.dispatchEvent(new CustomEvent('rung', { detail: { isUrgent } }));
    if (audio?.state !== 'running') {
        return;
    }
    const start = audio.currentTime;
    const notes = isUrgent ? [880, 660, 880, 660] : [660, 880];
    notes.forEach((note, i) => tone(note, start + i * 0.22, 0.5));
}

/* ---- Banners ---- */

function callText(call) {
    return call.reason_code === 'safety'
        ? t('Somebody called from the safety page, {when}', { when: time(call.called_at_s) })
        : t('Somebody calls at the screen, {when}', { when: time(call.called_at_s) });
}

async function answerCall(id) {
    try {
        await post('/api/calls/answer', { call_id: id });
    } catch (error) {
        toast(error.error === 'conflict' ? t('A colleague has answered already.')
            : errorWord(error), { isTrouble: error.error !== 'conflict' });
    }
    state = { ...state, calls: state.calls.filter((call) => call.call_id !== id) };
    show();
}

let told = ''; /* what the banners say: they are built anew only when that changes */

function show() {
    const now = JSON.stringify([lang(), isLost, state.calls, state.danger, isNew]);
    if (now === told) {
        return;
    }
    told = now;
    const parts = [];
    if (isLost) {
        parts.push(h('div', { class: 'banner bad', id: 'lost' }, icon('warning'),
            h('span', {}, t('No connection to the house’s computer: what you see may be old. Trying again…'))));
    }
    for (const call of state.calls) {
        parts.push(h('div', { class: 'banner call' }, icon('call'), h('b', {}, callText(call)),
            h('button', { type: 'button', id: `call-${call.call_id}`, onclick: () => answerCall(call.call_id) },
                t('I am coming'))));
    }
    if (state.danger > 0) {
        parts.push(h('div', { class: 'banner bad', id: 'danger' }, icon('danger'),
            h('b', {}, tn('A danger was told: call or go now', '{n} dangers were told: call or go now',
                state.danger)), h('a', { class: 'button', href: '#/queue' }, t('Look'))));
    }
    if (isNew) {
        parts.push(h('div', { class: 'banner', id: 'new-request' }, icon('new'),
            h('span', {}, t('A new request has come in.')),
            h('a', { class: 'button', href: '#/queue', onclick: dismissNew }, t('Look')),
            h('button', { type: 'button', class: 'plain', onclick: dismissNew },
                icon('close'), h('span', { class: 'sr' }, t('Close')))));
    }
    const focused = document.activeElement?.id;
    fill(banner, parts);
    if (focused && banner.contains(document.getElementById(focused))) {
        document.getElementById(focused).focus();
    }
}

/* The pile is on the screen: what is new in it is seen. */
export function dismissNew() {
    if (isNew) {
        isNew = false;
        show();
    }
}

/* ---- The stream ---- */

function ringAgain() {
    clearInterval(ringTimer);
    if (state.calls.length > 0) {
        ringTimer = setInterval(() => ring(true), RING_AGAIN_MS);
    }
}

function take(next) {
    const before = state;
    state = { ...before, ...next };
    const hasCall = state.calls.some((call) => !before.calls.some((old) => old.call_id === call.call_id));
    const hasDanger = state.danger > before.danger;
    const hasMore = before.version !== 0 && state.newest_id > before.newest_id;
    isNew = (isNew || hasMore) && state.waiting > 0;
    if (hasCall || hasDanger || hasMore) {
        ring(hasCall || hasDanger);
    }
    ringAgain();
    listeners.forEach((listener) => listener(state, before));
    show();
}

function heard() {
    clearTimeout(lostTimer);
    clearTimeout(silentTimer);
    lostTimer = 0;
    silentTimer = setTimeout(connect, SILENT_MS);
    if (isLost) {
        isLost = false;
        show();
    }
}

function lost() {
    lostTimer ||= setTimeout(() => {
        isLost = true;
        show();
    }, LOST_MS);
}

/* Whether the sign-in has expired: asking tells, and lets one sign in again. */
async function askWhy() {
    try {
        await get('/api/me');
    } catch {
        /* offline: the next try will tell */
    }
    setTimeout(connect, RETRY_MS);
}

function connect() {
    source?.close();
    source = new EventSource('/events');
    source.onopen = heard;
    source.addEventListener('ping', heard);
    source.addEventListener('change', (event) => {
        heard();
        take({ ...JSON.parse(event.data), version: Number(event.lastEventId) });
    });
    source.onerror = () => {
        lost();
        if (source.readyState === EventSource.CLOSED) {
            askWhy();
        }
    };
}

export function startLive() {
    for (const kind of ['pointerdown', 'keydown']) {
        document.addEventListener(kind, wakeAudio, { passive: true });
    }
    connect();
}

