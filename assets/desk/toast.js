/* What has just been done, at the foot of the page, with its way back.
 *
 *   toast(t('Reserved'), {undo: () => post('/api/undo', {request_id, no})});
 *
 * Only the last one stands there. With a way back it stays as long as that is open (ten minutes);
 * else for a while, and as long as the pointer or the focus is on it. While a dialog is open, it
 * stands in it: nothing outside is seen or heard then. It covers no answer: what sticks to the foot
 * of the page stands above it (--toast in style.css). */
import { fill, h, icon } from './dom.js';
import { t } from './i18n.js';

const UNDO_MS = 10 * 60 * 1000;
const PLAIN_MS = 8000;
const TOAST_GAP = 32; /* above and below it */

const region = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
let home = null; /* where it stands when no dialog is open */
let timer = 0;

/* The element, for the page's frame. */
export function toastRegion() {
    home = h('div', {}, region);
    return home;
}

function toTop() {
    const host = [...document.querySelectorAll('dialog[open]')].at(-1) ?? home;
    if (region.parentElement !== host) {
        host.append(region);
    }
}

document.addEventListener('settled', () => home !== null && toTop());
new ResizeObserver(() => {
    const isOnPage = region.parentElement === home && region.childElementCount > 0;
    document.documentElement.style.setProperty('--toast',
        isOnPage ? `${region.offsetHeight + TOAST_GAP}px` : '0px');
}).observe(region);

export function clearToast() {
    clearTimeout(timer);
    fill(region);
}

function forgetLater(ms) {
    clearTimeout(timer);
    timer = setTimeout(() => (region.matches(':hover, :focus-within') ? forgetLater(ms)
        : clearToast()), ms);
}

/* undo: does it, and may say so by another toast. isTrouble: something that did not work. */
export function toast(text, { undo = null, isTrouble = false } = {}) {
    const undoButton = undo !== null && h('button', {
        type: 'button',
        onclick: () => {
            clearToast();
            undo();
        },
    }, icon('undo'), t('Undo'));
    toTop();
    fill(region, h('div', { class: isTrouble ? 'toast trouble' : 'toast' },
        icon(isTrouble ? 'warning' : 'check'), h('span', {}, text), undoButton,
        h('button', { type: 'button', class: 'plain', onclick: clearToast },
            icon('close'), h('span', { class: 'sr' }, t('Close')))));
    forgetLater(undo === null ? PLAIN_MS : UNDO_MS);
}
