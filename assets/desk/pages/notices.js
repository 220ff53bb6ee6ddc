/* À prévenir: who is to be told of what, with the sentence ready to be said. */
import { get, post } from '../api.js';
import { askWords } from '../dialog.js';
import { h, icon, name } from '../dom.js';
import { N_, age, capital, moment, t, tn } from '../i18n.js';
import { answers, backToList, bigButton, card as box, detailHead, empty, fact, hash, line as row,
    list, notice, pageHead, split } from '../parts.js';
import { whoAmI } from '../session.js';
import { colorOf, doneWord, iconOf, stateWord, titleOf, whenOf, whoOf } from '../words.js';
import { sayings } from '../words_told.js';

const PHONE = matchMedia('(max-width: 60rem)');

async function load(params) {
    return get('/api/notices', { after_s: params.after_s, after_id: params.after_id });
}

function whoNamed({ line, told }) {
    const who = [told.first_name, told.family_name].filter(Boolean).join(' ');
    return who === '' ? [whoOf(line)] : [name(who), ` · ${whoOf(line)}`];
}

function lineOf(one, params) {
    const { line, told } = one;
    return row({
        id: `notice-${line.request_id}`,
        href: hash('notices', { ...params, request_id: line.request_id }),
        iconName: iconOf(line), color: colorOf(line.kind),
        title: h('span', {}, titleOf(line), ' : ', stateWord(line.kind, line.state)),
        sub: whoNamed(one), aside: age(one.since_s),
        pill: told.tries > 0 ? tn('{n} try', '{n} tries', told.tries) : null, tone: 'warn',
        isChosen: String(line.request_id) === params.request_id,
    });
}

/* ---- One of them ---- */

function telephone(phone) {
    return phone ? h('p', { class: 'phone' }, icon('phone'), name(phone, 'a', {
        href: `tel:${phone.replace(/[^+\d]/gu, '')}`,
    })) : fact('phone', t('No telephone: tell them when they come by, or leave a slip.'));
}

function howToReach({ line, told }) {
    return box(t('How to reach them'),
        fact('person', whoNamed({ line, told }),
            told.for_name && [' · ', t('for'), ' ', name(told.for_name)]),
        telephone(told.phone),
        told.address && fact('home', name(told.address)),
        told.lang !== 'fr' && fact('language', t('Their language: {code}', {
            code: new Intl.DisplayNames([document.documentElement.lang], { type: 'language' })
                .of(told.lang),
        })),
        told.is_private ? notice('warn', t('Only for who asked: say it to nobody else.')) : null,
        told.tries > 0 && fact('clock', tn('{n} try, the last {when}', '{n} tries, the last {when}',
            told.tries, { when: moment(told.tried_at_s) })));
}

function act(page, path, line, { done, undo, next, ...more }) {
    return page.act(() => post(`/api/notices/${path}`, { request_id: line.request_id, ...more }), {
        done, next, undo: undo && (() => post(`/api/notices/${undo}`, {
            request_id: line.request_id,
        })),
    });
}

async function leaveNote(page, line, told) {
    const words = await askWords({
        title: t('A note for colleagues'), label: t('What should they know?'),
        hint: t('For example: call after six. Leave it empty to remove it.'),
        value: told.note, required: false,
    });
    if (words !== null) {
        act(page, 'note', line, { words, done: t('Written down.') });
    }
}

function tellButtons(page, one, next) {
    const { line, told } = one;
    const tell = (how) => act(page, 'tell', line, {
        how, next, undo: 'untell', done: t('Told: {title}', { title: titleOf(line) }),
    });
    return answers(
        bigButton({ id: 'tell-phone', key: 'P', look: told.phone ? 'main' : '', act: () => tell('phone'),
            label: t('Told by telephone'), sub: t('It leaves the pile') }),
        bigButton({ id: 'tell-person', key: 'I', look: told.phone ? '' : 'main',
            act: () => tell('in_person'), label: t('Told in person'), sub: t('It leaves the pile') }),
        bigButton({ id: 'tell-paper', key: 'L', act: () => tell('paper'),
            label: t('Left a slip'), sub: t('In their letterbox, or at the desk') }),
        bigButton({ id: 'try', key: 'R', label: t('Could not reach them'),
            sub: t('It stays here, one try more'),
            act: () => act(page, 'try', line, { undo: 'untry', done: t('One try more noted.') }) }),
        bigButton({ id: 'note', label: t('Leave a note…'), sub: t('For colleagues'),
            act: () => leaveNote(page, line, told) }));
}

function detail(one, page, next) {
    const { line, told } = one;
    const by = told.staff_name ? ` · ${told.staff_name}` : '';
    return [
        backToList('notices', { after_s: page.params.after_s, after_id: page.params.after_id }),
        detailHead(titleOf(line), [whenOf(line), whoOf(line)].filter(Boolean).join(' · ')),
        box(t('To say'), sayings(line, told, whoAmI().site.name).map(
            (text) => h('p', { class: 'say' }, text))),
        howToReach(one),
        told.note && box(t('Note'), h('p', {}, told.note,
            h('span', { class: 'soft' }, ` · ${told.note_by}`))),
        tellButtons(page, one, next),
        h('p', { class: 'soft' }, `${capital(doneWord(line.kind, told.verb))} · ${moment(told.decided_at_s)}${by} · `,
            h('a', { href: hash('request', { request_id: line.request_id }) }, t('The request'))),
    ];
}

/* ---- The page ---- */

function nextOf(lines, params) {
    const here = lines.findIndex((one) => String(one.line.request_id) === params.request_id);
    const next = lines[here + 1] ?? lines[here - 1];
    return hash('notices', { ...params, request_id: PHONE.matches ? '' : next?.line.request_id });
}

function paging(data, params) {
    const last = data.lines.at(-1);
    return h('div', { class: 'buttons paging' },
        params.after_id && h('a', { class: 'button', href: '#/notices' }, icon('up'),
            t('Back to the first')),
        data.is_more ? h('a', {
            class: 'button', href: hash('notices', { after_s: last.since_s, after_id: last.key_id }),
        }, icon('down'), t('The following ones')) : null);
}

function build(data, page) {
    const { params } = page;
    const chosen = data.lines.find((one) => String(one.line.request_id) === params.request_id);
    const left = [
        pageHead(t('To tell'), { sub: t('What was decided, and nobody has read yet.') }),
        data.lines.length === 0 ? empty(t('Everybody knows what was decided.'))
            : list(data.lines.map((one) => lineOf(one, params))),
        paging(data, params),
    ];
    return split(left, chosen ? detail(chosen, page, nextOf(data.lines, params))
        : params.request_id ? notice('ok', t('They know by now.')) : null);
}

export default {
    path: 'notices',
    title: N_('To tell'),
    icon: 'call',
    least: 'concierge',
    count: (live) => live.notices,
    load,
    build,
};

