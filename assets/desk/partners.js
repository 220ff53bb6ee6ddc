/* Choosing a partner: by what they help with, or by name. */
import { get } from './api.js';
import { dialogFoot, openDialog } from './dialog.js';
import { fill, h, icon } from './dom.js';
import { t } from './i18n.js';
import { field } from './parts.js';
import { NEEDS } from './words.js';

function matches(partner, need, text) {
    const words = text.toLocaleLowerCase();
    return (need === '' || (need === 'provider' ? partner.is_provider === 1
        : partner.needs.includes(need))) &&
        `${partner.name} ${partner.summary}`.toLocaleLowerCase().includes(words);
}

function partnerChoice(partner, isUsual) {
    return h('label', { class: 'choice' },
        h('input', { type: 'radio', name: 'partner_id', value: partner.partner_id, required: true,
            checked: isUsual }),
        h('span', {}, h('b', {}, partner.name),
            h('span', { class: 'sub' }, [partner.summary, partner.hours, partner.phone]
                .filter(Boolean).join(' · '))));
}

/* Resolves with {partner_id, name, reason, words}, or null. usual_id: who usually sees to it; need:
 * what is looked for first, of words.js's NEEDS, or 'provider'. */
export async function choosePartner({ title, text, usual_id: usualId = 0, need = '', send,
    withWords = false }) {
    const { lines } = await get('/api/partners');
    return openDialog({
        title,
        wide: true,
        build: (close) => {
            const found = h('div', { class: 'stack partners', id: 'partners-found' });
            const show = (needCode, words) => {
                const shown = lines.filter((one) => one.partner_id === usualId ||
                    matches(one, needCode, words));
                shown.sort((a, b) => (b.partner_id === usualId) - (a.partner_id === usualId));
                fill(found, shown.length > 0 ? shown.map(
                    (one) => partnerChoice(one, one.partner_id === usualId))
                    : h('p', { class: 'soft' }, t('No partner helps with that yet.')));
            };
            const form = h('form', {
                onsubmit: (event) => {
                    event.preventDefault();
                    const { elements } = event.target;
                    const chosen = lines.find(
                        (one) => String(one.partner_id) === elements.partner_id.value);
                    const code = elements.need.value;
                    close({
                        partner_id: chosen.partner_id, name: chosen.name,
                        reason: NEEDS[code] ? code : '',
                        words: elements.words?.value.trim() ?? '',
                    });
                },
            }, text && h('p', {}, text),
            field({
                id: 'need', label: t('What do they help with?'), type: 'select', value: need,
                options: [['', t('Anything')], ['provider', t('Providers')],
                    ...Object.entries(NEEDS).map(([code, [label]]) => [code, t(label)])],
                onchange: (event) => show(event.target.value, event.target.form.elements.find.value),
            }),
            field({
                id: 'find', label: t('Name'), autocomplete: 'off', maxlength: '60',
                oninput: (event) => show(event.target.form.elements.need.value, event.target.value),
            }),
            h('fieldset', { class: 'choices' }, h('legend', {}, icon('handshake'), t('Partner')), found),
            withWords && field({
                id: 'words', label: t('In your words, if you like'), type: 'textarea',
                maxlength: '280', hint: t('They read it as you write it.'),
            }),
            dialogFoot(h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
                h('button', { type: 'submit', class: 'main' }, send ?? t('Send on'))));
            show(need, '');
            return form;
        },
    });
}
