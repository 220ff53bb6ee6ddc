/* The house's words in the screen's other languages: of one service, thing, activity or partner, or of
 * the house itself (?of=service&id=3). Words without a translation are shown in French there. */
import { get, post } from '../api.js';
import { h, icon } from '../dom.js';
import { N_, t, tn } from '../i18n.js';
import { column, empty, field, form, notice, pageHead } from '../parts.js';
import { save, trouble } from '../save.js';

/* Each called as it calls itself. */
const LANGUAGES = [['de', 'Deutsch'], ['en', 'English'], ['ar', 'العربية'], ['tr', 'Türkçe']];
const CHARS_MOST = 300;
const LONG_CHARS = 60;

const FROM = {
    service: (id) => ['catalogue', { part: 'services', id }],
    item: (id) => ['catalogue', { part: 'items', id }],
    partner: (id) => ['catalogue', { part: 'partners', id }],
    activity: (id) => ['activities', { activity_id: id }],
    house: () => ['site', { part: 'words' }],
};

/* Each line with a text in every language, as it is saved. */
async function load({ of = 'house', id = '0' }) {
    const { lines } = await get('/api/translations', { of, id });
    return { lines: lines.map(({ french, texts }) => ({
        french, ...Object.fromEntries(LANGUAGES.map(([lang]) => [lang, texts[lang] ?? ''])),
    })) };
}

function textField(one, i, [lang, label]) {
    return field({
        id: `lines[${i}].${lang}`, label, lang, dir: lang === 'ar' ? 'rtl' : 'ltr',
        type: one.french.length > LONG_CHARS ? 'textarea' : 'text',
        maxlength: String(CHARS_MOST), value: one[lang],
    });
}

function lineFields(one, i) {
    return h('fieldset', { class: 'card stack' }, h('legend', { lang: 'fr' }, one.french),
        h('div', { class: 'fields' }, LANGUAGES.map((language) => textField(one, i, language))));
}

/* What was changed, whole lines. */
function changedLines(lines, values) {
    return lines.map((one, i) => ({
        before: one,
        after: { french: one.french, ...Object.fromEntries(LANGUAGES.map(([lang]) => [lang,
            values[`lines[${i}].${lang}`].replace(/\s+/gu, ' ').trim()])) },
    })).filter(({ before, after }) => LANGUAGES.some(([lang]) => before[lang] !== after[lang]));
}

function send(values, element, lines, page) {
    const changed = changedLines(lines, values);
    const path = '/api/translations/save';
    return save(page, element, () => post(path, { lines: changed.map(({ after }) => after) }), {
        done: t('Saved: the screen shows it.'),
        undo: () => post(path, { lines: changed.map(({ before }) => before) }),
    });
}

function build({ lines }, page) {
    const [path, params] = (FROM[page.params.of] ?? FROM.house)(page.params.id);
    const missing = lines.filter((one) => LANGUAGES.some(([lang]) => one[lang] === '')).length;
    return column(
        pageHead(t('Translations'), {
            sub: t('What residents read in the other languages of the screen.'),
            tools: h('button', { type: 'button', id: 'back', onclick: () => page.go(path, params) },
                icon('back'), t('Go back')),
        }),
        missing > 0 && notice('info', h('p', {}, tn(
            '{n} text is shown in French where its translation is missing.',
            '{n} texts are shown in French where their translation is missing.', missing))),
        lines.length === 0 ? empty(t('There is nothing to translate yet.')) : form({
            id: 'translations-form', cls: 'stack',
            act: (values, element) => send(values, element, lines, page),
        },
        lines.map(lineFields), trouble(),
        h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main', id: 'save' },
            icon('check'), t('Save')))));
}

export default {
    path: 'translations', title: N_('Translations'), icon: 'language', least: 'concierge',
    isHidden: true, load, build,
};
