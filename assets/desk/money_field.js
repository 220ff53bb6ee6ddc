/* Sums in euros, as one writes them. */
import { centsOf, lang, t } from './i18n.js';
import { field } from './parts.js';

/* 250 is "2,50"; -1 is "". */
export function euroText(cents) {
    if (cents < 0) {
        return '';
    }
    const text = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
    return lang() === 'fr' ? text.replace('.', ',') : text;
}

export function moneyField({ id, label, cents, hint, required = false }) {
    return field({
        id, label, value: euroText(cents), hint: hint ?? t('In euros'), inputmode: 'decimal',
        pattern: '\\d{1,4}([.,]\\d{1,2})?', required,
    });
}

/* "" is -1. */
export function centsOrNone(typed) {
    return typed.trim() === '' ? -1 : centsOf(typed);
}
