/* The pieces of which pages are made, so that they all look and work alike. Texts come translated;
 * colours have one meaning each: blue workshops, umber lending, terracotta helping hands, teal
 * services and the house, red danger. */
import { queryOf } from './api.js';
import { h, icon } from './dom.js';
import { t } from './i18n.js';

/* ---- A page ---- */

/* The page's head: one h1 a page. tools: buttons and links at its right. */
export function pageHead(title, { sub, tools } = {}) {
    return h('div', { class: 'page-head' }, h('h1', { tabindex: '-1' }, title),
        tools && h('div', { class: 'tools' }, tools), sub && h('p', { class: 'soft' }, sub));
}

/* A page of one column. Its cards stand below the page's h1, where no h2 is between. */
export function column(...children) {
    const page = h('div', { class: 'column' }, children);
    if (page.querySelector('h2') === null) {
        page.querySelectorAll('h3').forEach((head) => head.setAttribute('aria-level', '2'));
    }
    return page;
}

/* A list at the left, what was chosen from it at the right; on a phone one after the other.
 * detail: null when nothing is chosen. */
export function split(list, detail) {
    return h('div', { class: detail ? 'split has-detail' : 'split' },
        h('div', { class: 'split-list' }, list),
        h('section', { class: 'split-detail', 'aria-label': t('Chosen') },
            detail ?? h('p', { class: 'nothing soft' }, t('Choose a line on the left.'))));
}

/* On a phone, from what was chosen back to the list. */
export function backToList(path, params) {
    return h('a', { class: 'button plain back', href: hash(path, params) }, icon('back'),
        t('Back to the list'));
}

/* "#/queue?domain=loans" */
export function hash(path, params) {
    return `#/${path}${queryOf(params)}`;
}

/* ---- Lists ---- */

/* Filters: links, of which one is chosen. chips: [{label, count, href, isChosen}] */
export function chips(label, list) {
    return h('nav', { class: 'chips', 'aria-label': label }, list.map((chip) => h('a', {
        class: 'chip', href: chip.href, 'aria-current': chip.isChosen ? 'true' : null,
    }, chip.label, chip.count !== undefined && h('span', { class: 'count' }, String(chip.count)))));
}

export function list(...lines) {
    return h('ul', { class: 'lines' }, lines.flat().map((line) => h('li', {}, line)));
}

/* One line of a list, a link. color: blue, umber, terracotta, teal, red, or none. At the right:
 * aside, a time; note, an age, in the colour of tone: ok, warn, bad; pill, a word in that colour.
 * before: a check box. */
export function line({ id, href, iconName, color = 'teal', title, sub, aside, note, pill, tone,
    isChosen, before }) {
    const link = h('a', { class: 'line', href, id, 'aria-current': isChosen ? 'true' : null },
        iconName && h('span', { class: `tile ${color}` }, icon(iconName)),
        h('span', { class: 'line-words' }, h('b', {}, title),
            sub && h('span', { class: 'sub' }, sub)),
        (aside || note || pill) && h('span', { class: 'line-aside' }, aside && h('span', {}, aside),
            note && h('b', { class: tone ?? '' }, note), pill && h('span', { class: `pill ${tone ?? ''}` }, pill)));
    return before ? h('div', { class: 'line-with' }, before, link) : link;
}

export function empty(text, next) {
    return h('div', { class: 'empty' }, icon('check_circle'), h('p', {}, text), next);
}

/* rows: lists of cells; heads: their headings. caption: read to those who do not see it. */
export function table({ caption, heads, rows }) {
    return h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': caption },
        h('table', {}, h('caption', { class: 'sr' }, caption),
            h('thead', {}, h('tr', {}, heads.map((head) => h('th', { scope: 'col' }, head)))),
            h('tbody', {}, rows.map((cells) => h('tr', {},
                cells.map((cell) => h('td', {}, cell)))))));
}

/* ---- What was chosen ---- */

export function detailHead(title, sub) {
    return h('header', { class: 'detail-head' }, h('h2', {}, title),
        sub && h('p', { class: 'soft' }, sub));
}

export function card(title, ...children) {
    return h('section', { class: 'card' }, title && h('h3', {}, title), children);
}

/* The same on a page of one column, where nothing stands between it and the page's own heading. */
export function panel(title, ...children) {
    return h('section', { class: 'card' }, title && h('h2', {}, title), children);
}

/* A fact: icon and words. tone: ok, warn, bad. */
export function fact(iconName, ...children) {
    return h('p', { class: 'fact' }, icon(iconName, 'info'), h('span', {}, children));
}

export function pill(text, tone = '') {
    return h('span', { class: `pill ${tone}` }, text);
}

/* Something to know before acting: tone ok, warn, bad, info. */
export function notice(tone, ...children) {
    const icons = { ok: 'check_circle', warn: 'warning', bad: 'danger', info: 'info' };
    return h('div', { class: `notice ${tone}`, role: tone === 'bad' ? 'alert' : null },
        icon(icons[tone]), h('div', {}, children));
}

/* Words that somebody wrote, marked when they are in another language than the house's. */
export function wordsOf(text, wordsLang, houseLang = 'fr') {
    const isForeign = wordsLang && wordsLang !== houseLang;
    return h('blockquote', { class: 'words', lang: wordsLang || null }, text,
        isForeign && h('span', { class: 'pill warn', lang: document.documentElement.lang },
            icon('language'), t('to be read together')));
}

/* To the words of a record in the screen's other languages: pages/translations.js. */
export function translationsLink(of, id) {
    return h('a', { class: 'button', id: 'translations', href: hash('translations', { of, id }) },
        icon('language'), t('Translations'));
}

/* ---- Buttons ---- */

/* A big button: what it does, and below it what follows. look: main (green), danger, or none.
 * key: its letter with Alt, as in the label: "O". */
export function bigButton({ id, label, sub, look = '', key, isDisabled, act }) {
    return h('button', {
        id, type: 'button', class: `big ${look}`, disabled: isDisabled, onclick: act,
        'data-alt': key, 'aria-keyshortcuts': key && `Alt+${key}`,
    },
    h('span', { class: 'big-label' }, label,
        key && h('kbd', { 'aria-hidden': 'true' }, `Alt ${key}`)),
    sub && h('span', { class: 'sub' }, sub));
}

export function buttons(...children) {
    return h('div', { class: 'buttons' }, children);
}

/* The same at the foot of what was chosen: always in sight. */
export function answers(...children) {
    return h('div', { class: 'buttons answers' }, children);
}

/* A small button with its icon. */
export function button(iconName, label, act, { id, look = '', isDisabled } = {}) {
    return h('button', { id, type: 'button', class: look, disabled: isDisabled, onclick: act },
        iconName && icon(iconName), label);
}

/* Alt with a letter presses the button that says so, unless a dialog is open: nothing else on the
 * page is a shortcut, so that a scanner can never press one. */
export function startShortcuts() {
    document.addEventListener('keydown', (event) => {
        const letter = /^Key([A-Z])$/u.exec(event.code)?.[1];
        const isAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
        if (!isAlt || event.repeat || document.querySelector('dialog[open]')) {
            return;
        }
        const typed = event.key.length === 1 ? event.key.toUpperCase() : '';
        const button = [...document.querySelectorAll('[data-alt]')].find(
            (one) => one.dataset.alt === typed) ??
            [...document.querySelectorAll('[data-alt]')].find((one) => one.dataset.alt === letter);
        if (button !== undefined && !button.disabled) {
            event.preventDefault();
            button.click();
        }
    });
}

/* ---- Forms ---- */

/* A labelled field. type: of an input, or "textarea", or "select" with options [[value, label], …].
 * Everything else goes to the element itself. */
export function field({ label, hint, error, type = 'text', options, id, ...props }) {
    const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
    const own = {
        id, name: id, 'aria-describedby': described || null, 'aria-invalid': error ? 'true' : null,
        ...props,
    };
    let input;
    if (type === 'select') {
        input = h('select', own, options.map(([value, text]) => h('option', {
            value, selected: String(value) === String(props.value ?? ''),
        }, text)));
    } else if (type === 'textarea') {
        input = h('textarea', { rows: '3', ...own });
    } else {
        input = h('input', { type, ...own });
    }
    return h('div', { class: 'field' }, h('label', { for: id }, label),
        hint && h('p', { class: 'hint', id: `${id}-hint` }, hint), input,
        error && h('p', { class: 'error', id: `${id}-error` }, icon('warning'), error));
}

/* A check box with its words. */
export function check({ id, label, sub, ...props }) {
    return h('label', { class: 'choice', for: id },
        h('input', { type: 'checkbox', id, name: id, ...props }),
        h('span', {}, label, sub && h('span', { class: 'sub' }, sub)));
}

/* One of a few, as radio buttons: [[value, label], …] */
export function choice({ name, legend, options, value, onchange }) {
    return h('fieldset', { class: 'choices' }, h('legend', {}, legend),
        options.map(([code, label]) => h('label', { class: 'choice' },
            h('input', { type: 'radio', name, value: code, checked: code === value, onchange }),
            h('span', {}, label))));
}

/* A form: act(values, form) is given its fields by name when it is sent; what it rejects with is
 * shown by the page. */
export function form({ id, act, cls = '' }, ...children) {
    const element = h('form', { id, class: cls }, children);
    element.addEventListener('submit', async (event) => {
        event.preventDefault();
        const send = event.submitter;
        if (send) {
            send.disabled = true;
        }
        try {
            await act(Object.fromEntries(new FormData(element)), element);
        } finally {
            if (send) {
                send.disabled = false;
            }
        }
    });
    return element;
}

