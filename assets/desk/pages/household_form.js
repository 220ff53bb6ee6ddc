/* Forms about a household: they stay open, with what was typed, until the server has said yes. */
import { dialogFoot, openDialog } from '../dialog.js';
import { fill, h, icon } from '../dom.js';
import { check, field, form } from '../parts.js';
import { t } from '../i18n.js';
import { SPOKEN, fieldWord } from './household_words.js';

/* Marks the field that an ApiError names and says what is wrong; in `trouble` otherwise. */
export function showError(element, trouble, error) {
    if (error.error === undefined) {
        throw error;
    }
    element.querySelectorAll('[aria-invalid]').forEach((one) => one.removeAttribute('aria-invalid'));
    fill(trouble, h('p', { class: 'error' }, icon('warning'), fieldWord(error)));
    const wrong = error.field ? element.elements[error.field] : null;
    if (wrong instanceof HTMLElement) {
        wrong.setAttribute('aria-invalid', 'true');
        wrong.focus();
    }
}

/* A form over the page. send(values, form): asks the server. Gives {values, answer}, or null. */
export function askAndSend({ title, text, label, send, isDanger = false, wide = false }, ...fields) {
    return openDialog({
        title,
        wide,
        build: (close) => {
            const trouble = h('div', { role: 'alert' });
            return form({
                id: 'household-form',
                act: async (values, element) => {
                    fill(trouble);
                    try {
                        close({ values, answer: await send(values, element) });
                    } catch (error) {
                        showError(element, trouble, error);
                    }
                },
            }, text && h('p', {}, text), fields, trouble, dialogFoot(
                h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
                h('button', { type: 'submit', class: isDanger ? 'danger' : 'main' }, label)));
        },
    });
}

export function contactFields(facts) {
    return [
        field({ id: 'family_name', label: t('Family name'), maxlength: '60', class: 'name',
            autocomplete: 'off', value: facts.family_name }),
        field({ id: 'address', label: t('Address, floor'), maxlength: '120', class: 'name',
            autocomplete: 'off', value: facts.address }),
        field({ id: 'phone', label: t('Telephone'), type: 'tel', maxlength: '30', class: 'name',
            autocomplete: 'off', value: facts.phone }),
        field({ id: 'lang', label: t('Language'), type: 'select', value: facts.lang,
            options: SPOKEN.some(([code]) => code === facts.lang) ? SPOKEN
                : [...SPOKEN, [facts.lang, facts.lang]] }),
    ];
}

export function personFields(person) {
    return [
        field({ id: 'first_name', label: t('First name'), maxlength: '60', required: true,
            class: 'name', autocomplete: 'off', value: person.first_name, autofocus: true }),
        check({ id: 'is_child', label: t('A child'), checked: person.is_child === 1 }),
    ];
}
