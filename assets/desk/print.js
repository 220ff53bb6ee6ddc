/* Pages to print: "#/print/NAME?…" stands alone, without the page's frame; print.css sets the paper.
 *
 * A module of pages/ with path "print/NAME" builds one, from these parts:
 *   build: (data) => sheet({title: t('Day sheet'), sub: longDay(day_s)}, table(…))
 * and a page leads there by printLink(t('Print'), 'print/NAME', {day: …}). */
import { queryOf } from './api.js';
import { h, icon } from './dom.js';
import { now_s, shortTime, t } from './i18n.js';

export function printLink(label, path, params) {
    return h('a', { class: 'button', href: `#/${path}${queryOf(params)}` }, icon('print'), label);
}

function bar() {
    return h('div', { class: 'print-bar' },
        h('button', { type: 'button', onclick: () => history.back() }, icon('back'), t('Back')),
        h('button', { type: 'button', class: 'main', onclick: () => window.print() },
            icon('print'), t('Print')));
}

/* A4. */
export function sheet({ title, sub }, ...children) {
    return h('div', { class: 'paper sheet' }, bar(),
        h('header', {}, h('h1', {}, title), sub && h('p', { class: 'soft' }, sub)),
        children,
        h('footer', {}, t('Printed {when}', { when: shortTime(now_s()) })));
}

/* 80 mm, for the ticket printer. */
export function slip({ title }, ...children) {
    return h('div', { class: 'paper slip' }, bar(), h('h1', {}, title), children);
}
