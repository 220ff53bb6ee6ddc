/* To whom the acts of a service, an activity or a partner are reported: from today on. */
import { post } from '../api.js';
import { h, icon } from '../dom.js';
import { N_, t } from '../i18n.js';
import { field, form, panel } from '../parts.js';
import { save, trouble } from '../save.js';
import { may } from '../session.js';

const KINDS = { service: N_('Service'), activity: N_('Activity'), partner: N_('Partner') };

function send(what, { of, id, tag }) {
    return post(`/api/figures/${what}`, { of, id: Number(id), tag });
}

function tagLine(one, page) {
    return h('li', {}, h('span', {}, h('b', {}, one.title),
        h('span', { class: 'sub' }, t(KINDS[one.of]))),
    may('coordinator') && h('button', {
        type: 'button', class: 'plain', onclick: () => page.act(() => send('untag', one), {
            done: t('No longer reported to {tag}.', { tag: one.tag }), undo: () => send('tag', one),
        }),
    }, icon('close'), h('span', { class: 'sr' }, t('No longer reported: {title}', one))));
}

function tagForm(choices, tags, page) {
    return form({
        id: 'funder-form', cls: 'stack',
        act: (values, element) => {
            const [of, id] = values.what.split(' ');
            const what = { of, id, tag: values.tag.trim() };
            return save(page, element, () => send('tag', what), {
                done: t('Reported to {tag} from now on.', what), undo: () => send('untag', what),
                words: { conflict: t('It is reported to them already.') },
            });
        },
    },
    h('div', { class: 'row' },
        field({ id: 'what', label: t('What'), type: 'select', required: true,
            options: [['', t('Choose')], ...choices.map((one) => [`${one.of} ${one.id}`,
                `${t(KINDS[one.of])} · ${one.title}`])] }),
        field({ id: 'tag', label: t('To whom'), required: true, maxlength: '40', list: 'tags',
            autocomplete: 'off', pattern: '[^,]+', hint: t('A word or two, such as “Ville”') })),
    h('datalist', { id: 'tags' }, tags.map((tag) => h('option', { value: tag }))),
    trouble(), h('div', { class: 'buttons' }, h('button', { type: 'submit' }, icon('add'),
        t('Report it'))));
}

/* funders: {tags: [{tag, of, id, title}], choices: [{of, id, title}]} */
export function fundersCard({ tags, choices }, page) {
    const names = [...new Set(tags.map((one) => one.tag))];
    return panel(t('To whom it is reported'),
        h('p', { class: 'soft' }, t('Holds for what is done from today on; figures that were counted stay as they are.')),
        names.map((tag) => [h('h3', {}, tag), h('ul', { class: 'tags' },
            tags.filter((one) => one.tag === tag).map((one) => tagLine(one, page)))]),
        may('coordinator') && tagForm(choices, names, page));
}
