/* A catalogue to begin with: chosen by ticking, written as if somebody had typed it; what is here
 * already is not offered twice. */
import { ApiError, get, post } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { N_, t, tn } from '../i18n.js';
import { button, check, chips, column, empty, form, hash, notice, pageHead, panel } from
    '../parts.js';
import { STARTER_CLASSES, STARTER_SERVICES } from '../starter_data.js';
import { STARTER_LANGUAGES, STARTER_TRANSLATIONS } from '../starter_translations.js';
import { toast } from '../toast.js';
import { errorWord } from '../words.js';

const PILLARS = {
    service: N_('At your service'), solidarity: N_('Helping each other'), together: N_('Together'),
};

async function load({ what }) {
    const catalogue = await get('/api/catalogue');
    const items = what === 'items' ? await Promise.all(catalogue.classes.map(
        (one) => get('/api/catalogue/items', { class_id: one.class_id }))) : [];
    return { catalogue, titles: items.flatMap((one) => one.lines.map((line) => line.title)) };
}

/* The words of what was just written in the screen's other languages. */
function translate(words) {
    const lines = [...new Set(words)].filter((one) => STARTER_TRANSLATIONS[one] !== undefined)
        .map((french) => ({ french, ...Object.fromEntries(STARTER_LANGUAGES.map(
            (lang, i) => [lang, STARTER_TRANSLATIONS[french][i]])) }));
    return lines.length === 0 ? null : post('/api/translations/save', { lines });
}

/* ---- Services ---- */

function serviceBody(one) {
    return {
        service_id: 0, summary: '', hours: '', partner_id: 0, price: 'free', price_cents: 0,
        subscriber_cents: -1, is_sensitive: false, is_active: true, rule: 'desk', rule_limit: 0,
        rule_code: '', ...one, fields: one.fields.map((field) => ({
            code: '', least: 0, most: 0, is_required: true, ...field,
            choices: (field.choices ?? []).map((label) => ({ code: '', label, icon: 'chevron' })),
        })),
    };
}

async function writeService(one) {
    await post('/api/catalogue/service/save', serviceBody(one));
    return translate([one.title, one.summary, ...one.fields.flatMap(
        (field) => [field.label, ...(field.choices ?? [])])]);
}

function serviceGroups({ services }) {
    const known = new Set(services.map((one) => one.code));
    return Object.entries(PILLARS).map(([code, label]) => ({
        title: t(label),
        lines: STARTER_SERVICES.filter((one) => one.pillar === code && !known.has(one.code))
            .map((one) => ({
                id: one.code, title: one.title, sub: one.summary,
                write: () => writeService(one),
            })),
    }));
}

/* ---- Things ---- */

/* The class is made with its first thing. */
function classMaker({ classes }, starter) {
    const known = classes.find((one) => one.code === starter.code);
    let class_id = known?.class_id ?? 0;
    return async () => {
        if (class_id === 0) {
            const { code, title, icon: iconName, rule, max_days } = starter;
            ({ class_id } = await post('/api/catalogue/class/save', {
                class_id: 0, code, title, icon: iconName, rule, rule_limit: 0, rule_code: '', max_days,
            }));
        }
        return class_id;
    };
}

async function writeItem(one, classTitle, classOf) {
    const { item_id } = await post('/api/catalogue/item/save', {
        item_id: 0, class_id: await classOf(), title: one.title, summary: one.summary, icon: one.icon,
        deposit_cents: one.deposit_cents ?? 0, fee_cents: 0, subscriber_cents: -1,
        parts: (one.parts ?? []).map((label) => ({ position: 0, label })),
    });
    await post('/api/catalogue/copy/add', { item_id, number: 0, shelf: '' });
    return translate([classTitle, one.title, one.summary, ...(one.parts ?? [])]);
}

function itemGroups(catalogue, titles) {
    const known = new Set(titles);
    return STARTER_CLASSES.map((starter) => {
        const classOf = classMaker(catalogue, starter);
        return {
            title: starter.title,
            lines: starter.items.filter((one) => !known.has(one.title)).map((one, i) => ({
                id: `${starter.code}-${i}`, title: one.title, sub: one.summary,
                write: () => writeItem(one, starter.title, classOf),
            })),
        };
    });
}

/* ---- The page ---- */

async function write(element, groups, page) {
    const chosen = groups.flatMap((group) => group.lines)
        .filter((line) => element.elements[`take-${line.id}`].checked);
    const place = element.querySelector('.trouble');
    let done = 0;
    if (chosen.length === 0) {
        fill(place, notice('warn', h('p', {}, t('Tick at least one line.'))));
        return;
    }
    try {
        for (const line of chosen) {
            await line.write();
            done += 1;
            fill(place, h('p', { class: 'soft' }, t('{n} of {all}', { n: done, all: chosen.length })));
        }
        toast(tn('{n} line is in the catalogue, and on the screen.',
            '{n} lines are in the catalogue, and on the screen.', done));
        page.go('catalogue', { part: page.params.what === 'items' ? 'items' : 'services' });
    } catch (error) {
        if (!(error instanceof ApiError)) {
            throw error;
        }
        toast(t('{n} of {all} are written. {why}', { n: done, all: chosen.length, why: errorWord(error) }),
            { isTrouble: true });
        await page.reload();
    }
}

function tickAll(groups) {
    const boxes = groups.flatMap((group) => group.lines)
        .map((line) => document.getElementById(`take-${line.id}`));
    const isOn = boxes.some((box) => !box.checked);
    boxes.forEach((box) => {
        box.checked = isOn;
    });
}

function build({ catalogue, titles }, page) {
    const isItems = page.params.what === 'items';
    const groups = (isItems ? itemGroups(catalogue, titles) : serviceGroups(catalogue))
        .filter((group) => group.lines.length > 0);
    return column(
        pageHead(t('A catalogue to begin with'), {
            sub: t('Tick what your house offers. Everything can be changed afterwards.'),
        }),
        chips(t('Parts of the catalogue'), [
            { label: t('Services'), href: hash('starter'), isChosen: !isItems },
            { label: t('Things to borrow'), href: hash('starter', { what: 'items' }), isChosen: isItems },
        ]),
        groups.length === 0 ? empty(t('All of this list is in your catalogue already.'))
            : form({ id: 'starter-form', cls: 'stack',
                act: (_, element) => write(element, groups, page) },
            h('div', { class: 'tools' }, button('check', t('Tick all, or none'), () => tickAll(groups),
                { id: 'tick-all' })),
            groups.map((group) => panel(group.title, h('div', { class: 'choices two' },
                group.lines.map((line) => check({
                    id: `take-${line.id}`, label: line.title, sub: line.sub,
                }))))),
            h('div', { class: 'trouble', role: 'status' }),
            h('div', { class: 'buttons' },
                h('button', { type: 'submit', class: 'main', id: 'take' }, icon('add'),
                    t('Put them in the catalogue')),
                h('a', { class: 'button', href: hash('catalogue', { part: isItems ? 'items' : 'services' }) },
                    t('Go back')))));
}

export default {
    path: 'starter',
    title: N_('A catalogue to begin with'),
    icon: 'list',
    least: 'concierge',
    isHidden: true,
    load,
    build,
};
