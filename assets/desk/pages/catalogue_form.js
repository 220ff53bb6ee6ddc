/* The questions of a service, up to four, as fields; choices one a line. A question that stands keeps
 * its code, so that the answers given to it are still understood. */
import { fill, h } from '../dom.js';
import { N_, t } from '../i18n.js';
import { button, card, check, field } from '../parts.js';

const QUESTIONS_MOST = 4;
const CHOICES_MOST = 12;
const KINDS = {
    choice: N_('To choose from'),
    number: N_('How many'),
    date: N_('A day'),
    text: N_('A few words'),
};
const USUAL = {
    choice: { least: 0, most: 0 }, number: { least: 1, most: 10 }, date: { least: 1, most: 14 },
    text: { least: 0, most: 140 },
};

function numberField(id, label, value, most) {
    return field({ id, label, type: 'number', min: '0', max: String(most), value: String(value) });
}

/* What a kind of question needs besides its words. */
function detailsOf(i, kind, one) {
    const at = (name) => `fields[${i}].${name}`;
    if (kind === 'choice') {
        return field({
            id: at('choices'), label: t('Choices, one a line'), type: 'textarea', rows: '4',
            value: one.choices.map((choice) => choice.label).join('\n'),
        });
    }
    if (kind === 'text') {
        return numberField(at('most'), t('Signs at most'), one.most, 280);
    }
    const isDate = kind === 'date';
    return h('div', { class: 'fields' },
        numberField(at('least'), isDate ? t('At the earliest in so many days') : t('At least'),
            one.least, 9999),
        numberField(at('most'), isDate ? t('At the latest in so many days') : t('At most'),
            one.most, 9999));
}

function question(i, one, again) {
    const at = (name) => `fields[${i}].${name}`;
    const details = h('div', { class: 'stack' }, detailsOf(i, one.kind, one));
    const element = h('fieldset', { class: 'question', 'data-question': String(i) },
        h('legend', {}, t('Question {n}', { n: i + 1 })),
        field({ id: at('label'), label: t('What is asked?'), maxlength: '80', required: true,
            value: one.label }),
        field({ id: at('kind'), label: t('How is it answered?'), type: 'select', value: one.kind,
            options: Object.entries(KINDS).map(([code, label]) => [code, t(label)]),
            onchange: (event) => {
                const kind = event.target.value;
                fill(details, detailsOf(i, kind, { choices: [], ...USUAL[kind] }));
            } }),
        details,
        check({ id: at('is_required'), label: t('It has to be answered'), checked: one.is_required === 1 }),
        button('remove', t('Take this question away'), () => again(element), { id: `drop-${i}` }));
    element.question = one;
    return element;
}

/* All questions, and room for more. */
export function formFields(fields) {
    const place = h('div', { class: 'stack', id: 'questions' });
    const add = button('add', t('One question more'), () => show([...readAll(place),
        { code: '', label: '', kind: 'choice', is_required: 1, choices: [], ...USUAL.choice }]),
    { id: 'add-question' });
    function show(list) {
        fill(place, list.map((one, i) => question(i, one, (gone) => show(
            readAll(place, gone)))));
        add.hidden = list.length >= QUESTIONS_MOST;
    }
    show(fields);
    return card(t('What is asked at the screen'), h('p', { class: 'hint' },
        t('Up to four questions. Answers that were given keep the words of their time.')), place, add);
}

/* Choices that stand keep their code and icon, by their words; then by their place. */
function choicesOf(typed, before) {
    const labels = typed.split('\n').map((word) => word.trim()).filter(Boolean).slice(0, CHOICES_MOST);
    const isSameCount = labels.length === before.length;
    return labels.map((label, i) => {
        const same = before.find((one) => one.label === label) ??
            (isSameCount && !labels.includes(before[i].label) ? before[i] : null);
        return { code: same?.code ?? '', label, icon: same?.icon ?? 'chevron' };
    });
}

function readOne(element) {
    const i = element.dataset.question;
    const value = (name) => element.querySelector(`[name="fields[${i}].${name}"]`)?.value ?? '';
    const before = element.question;
    const kind = value('kind');
    return {
        code: before.kind === kind ? before.code : '', label: value('label').trim(), kind,
        least: Number(value('least')), most: Number(value('most')),
        is_required: element.querySelector('[type=checkbox]').checked ? 1 : 0,
        choices: kind === 'choice' ? choicesOf(value('choices'),
            before.kind === kind ? before.choices : []) : [],
    };
}

function readAll(place, gone = null) {
    return [...place.children].filter((element) => element !== gone).map(readOne);
}

/* As the server takes it. */
export function formOf(element) {
    return readAll(element.querySelector('#questions'))
        .map((one) => ({ ...one, is_required: one.is_required === 1 }));
}
