/* Questions over the page: native <dialog>s, which keep the focus inside, close on Escape, and give
 * the focus back where it came from. Each resolves with the answer, or null when it was closed.
 *
 *   const answer = await chooseReason({title: t('No…'), reasons: refusalsOf(kind)});
 *   if (answer !== null) { await post(…, {reason: answer.reason, words: answer.words}); }
 */
import { h, icon } from './dom.js';
import { atKey, t } from './i18n.js';

let count = 0;

/* Whether some dialog is open: pages do not reload below it. */
export function dialogIsOpen() {
    return document.querySelector('dialog[open]') !== null;
}

function giveBack(element, id) {
    const target = element?.isConnected ? element : id ? document.getElementById(id) : null;
    target?.focus();
}

/* The general case. build(close): what stands in it; close(value) answers. isFirm: only its own
 * buttons close it. */
export function openDialog({ title, build, isFirm = false, wide = false }) {
    return new Promise((resolve) => {
        const opener = document.activeElement;
        const openerId = opener?.id;
        const titleId = `dialog-title-${count += 1}`;
        let answer = null;
        const dialog = h('dialog', { 'aria-labelledby': titleId, class: wide ? 'wide' : '' });
        const close = (value) => {
            answer = value;
            dialog.close();
        };
        dialog.append(h('div', { class: 'dialog-head' },
            h('h2', { id: titleId, tabindex: '-1' }, title),
            !isFirm && h('button', {
                type: 'button', class: 'plain', onclick: () => close(null),
            }, icon('close'), h('span', { class: 'sr' }, t('Close')))));
        dialog.append(h('div', { class: 'dialog-body' }, build(close)));
        dialog.addEventListener('cancel', (event) => isFirm && event.preventDefault());
        dialog.addEventListener('close', () => {
            dialog.remove();
            giveBack(opener, openerId);
            resolve(answer);
            document.dispatchEvent(new Event('settled'));
        });
        document.body.append(dialog);
        dialog.showModal();
        (dialog.querySelector('[autofocus]') ?? dialog.querySelector('h2')).focus();
    });
}

/* A row of buttons at a dialog's foot. */
export function dialogFoot(...buttons) {
    return h('div', { class: 'dialog-foot' }, buttons);
}

/* Yes or no: true or null. text: what follows from yes. */
export function confirm({ title, text, yes, no, isDanger = false }) {
    return openDialog({
        title,
        build: (close) => [
            text && h('p', {}, text),
            dialogFoot(
                h('button', { type: 'button', onclick: () => close(null) }, no ?? t('No, go back')),
                h('button', {
                    type: 'button', class: isDanger ? 'danger' : 'main', autofocus: true,
                    onclick: () => close(true),
                }, yes)),
        ],
    });
}

/* A field that grows: label, hint, how many characters at most. */
function wordsField({ id, label, hint, most = 280, required = false, value = '' }) {
    return [
        h('label', { for: id }, label),
        hint && h('p', { class: 'hint', id: `${id}-hint` }, hint),
        h('textarea', {
            id, rows: '3', maxlength: String(most), required, value,
            'aria-describedby': hint ? `${id}-hint` : null,
        }),
    ];
}

/* One of several reasons, and words if one wishes: {reason, words}.
 * reasons: [{code, label, icon, sub}]; sub: what the resident will read. withWords: false leaves
 * the words out. Choosing without words takes one click. */
export function chooseReason({ title, text, reasons, withWords = true, wordsLabel, send }) {
    return openDialog({
        title,
        build: (close) => {
            const form = h('form', {
                onsubmit: (event) => {
                    event.preventDefault();
                    const chosen = form.elements.reason.value;
                    close({ reason: chosen, words: withWords ? form.elements.words.value.trim() : '' });
                },
            });
            form.append(h('fieldset', { class: 'choices' },
                h('legend', {}, text ?? t('Why?')),
                reasons.map((reason, i) => h('label', { class: 'choice' },
                    h('input', { type: 'radio', name: 'reason', value: reason.code, required: true,
                        autofocus: i === 0 }),
                    icon(reason.icon, 'info'),
                    h('span', {}, h('b', {}, reason.label),
                        reason.sub && h('span', { class: 'sub' }, reason.sub))))));
            if (withWords) {
                form.append(...wordsField({
                    id: 'words', label: wordsLabel ?? t('In your words, if you like'),
                    hint: t('They read it as you write it.'),
                }).filter(Boolean));
                form.querySelector('textarea').name = 'words';
            }
            form.append(dialogFoot(
                h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
                h('button', { type: 'submit', class: 'main' }, send ?? t('Send'))));
            return form;
        },
    });
}

/* Words alone. */
export function askWords({ title, label, hint, most, send, required = true, value }) {
    return openDialog({
        title,
        build: (close) => {
            const form = h('form', {
                onsubmit: (event) => {
                    event.preventDefault();
                    close(form.querySelector('textarea').value.trim());
                },
            }, wordsField({ id: 'words', label, hint, most, required, value }).filter(Boolean),
            dialogFoot(
                h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
                h('button', { type: 'submit', class: 'main' }, send ?? t('Write it down'))));
            form.querySelector('textarea').setAttribute('autofocus', '');
            return form;
        },
    });
}

/* A day, or a day and time of the site: UTC seconds. least, value: "2026-09-08" or
 * "2026-09-08T16:42", as dayKey() and timeKey() give them. */
export function pickDate({ title, label, text, value, least, withTime = false, send }) {
    return openDialog({
        title,
        build: (close) => {
            const field = h('input', {
                id: 'when', type: withTime ? 'datetime-local' : 'date', required: true,
                min: least, value: value ?? '', autofocus: true,
            });
            return h('form', {
                onsubmit: (event) => {
                    event.preventDefault();
                    close(atKey(field.value));
                },
            }, text && h('p', {}, text),
            h('label', { for: 'when' }, label ?? (withTime ? t('Day and time') : t('Day'))), field,
            dialogFoot(
                h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
                h('button', { type: 'submit', class: 'main' }, send ?? t('Choose'))));
        },
    });
}

/* One of several things, by a click: its value. choices: [{value, label, sub, icon, isDisabled}] */
export function chooseOne({ title, text, choices }) {
    return openDialog({
        title,
        build: (close) => [
            text && h('p', {}, text),
            h('div', { class: 'stack' }, choices.map((choice, i) => h('button', {
                type: 'button', class: 'wide-choice', disabled: choice.isDisabled,
                autofocus: i === 0, onclick: () => close(choice.value),
            }, icon(choice.icon, 'chevron'),
            h('span', {}, h('b', {}, choice.label),
                choice.sub && h('span', { class: 'sub' }, choice.sub))))),
        ],
    });
}
