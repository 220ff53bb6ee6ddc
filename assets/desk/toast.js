/* What has just been done, at the foot of the page, with its way back.
 *
 *   toast(t('Reserved'), {undo: () => post('/api/undo', {request_id, no})});
 *
 * Only the last one stands there. With a way back it stays as long as that is open (ten minutes);
 * else for a while, and as long as the pointer or the focus is on it. */
import { fill, h, icon } from './dom.js';
import { t } from './i18n.js';

const UNDO_MS = 10 * 60 * 1000;
const PLAIN_MS = 8000;

const region = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
let timer = 0;

/* The element, for the page's frame. */
export function toastRegion() {
    return region;
}

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
    fill(region, h('div', { class: isTrouble ? 'toast trouble' : 'toast' },
        icon(isTrouble ? 'warning' : 'check'), h('span', {}, text), undoButton,
        h('button', { type: 'button', class: 'plain', onclick: clearToast },
            icon('close'), h('span', { class: 'sr' }, t('Close')))));
    forgetLater(undo === null ? PLAIN_MS : UNDO_MS);
}
