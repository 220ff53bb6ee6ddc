/* Activities: what the dates of the agenda are dates of. */
import { get, post } from '../api.js';
import { fill, h, icon } from '../dom.js';
import { N_, centsOf, longTime, t } from '../i18n.js';
import { contentGuide } from '../content_guide.js';
import { backToList, check, detailHead, empty, field, form, hash, line, list, notice, pageHead,
    split, translationsLink } from '../parts.js';
import { may } from '../session.js';
import { ACTIVITY_KINDS, SPOKEN, errorWord } from '../words.js';
import { ACTIVITY_ICONS } from './agenda_words.js';

const NEW = {
    activity_id: 0, kind: 'workshop', title: '', summary: '', icon: 'tools', partner_id: 0,
    spoken: '', bring: '', least_age: 0, takes_children: 1, price_cents: 0, subscriber_cents: -1, rule: 'desk',
    rule_limit: 0, rule_code: '',
};

const RULES = {
    automatic: N_('By itself, as long as there are seats'),
    desk: N_('The desk, each time'),
    desk_above: N_('By itself up to so many people, then the desk'),
    trusted: N_('By itself for trusted households, else the desk'),
    trained: N_('By itself for who was shown how, else the desk'),
};

/* The field at fault, in words. */
const FAULTS = {
    title: N_('A title, please.'), price_cents: N_('The price is a sum, such as 2,50.'),
    subscriber_cents: N_('The price is a sum, such as 2,50.'),
    rule_limit: N_('Up to how many people does it pass by itself?'),
    rule_code: N_('Which training? One word, without accents or spaces.'),
};

/* A new one like another: other words, and what residents read now stays. */
function likeness(activity) {
    return { ...activity, activity_id: 0, is_seen: 0 };
}

async function load({ activity_id, copy }) {
    const choices = await get('/api/agenda/choices');
    const isNew = activity_id === 'new';
    const activity = isNew ? copy ? likeness(await get('/api/agenda/activity', { activity_id: copy })) : NEW
        : activity_id ? await get('/api/agenda/activity', { activity_id }) : null;
    return { ...choices, activity };
}

/* "2,50"; empty: nothing said. */
function sum(cents) {
    return cents > 0 ? (cents / 100).toFixed(2).replace(/\.?0+$/u, '').replace('.', ',') : '';
}

function typedCents(typed, otherwise) {
    return typed.trim() === '' ? otherwise : centsOf(typed);
}

function bodyOf(values, activity) {
    return {
        activity_id: activity.activity_id, kind: values.kind, title: values.title,
        summary: values.summary, icon: values.icon, spoken: values.spoken, bring: values.bring,
        partner_id: Number(values.partner_id ?? 0),
        least_age: Number(values.least_age), takes_children: values.takes_children === 'on',
        price_cents: typedCents(values.price_cents, 0),
        subscriber_cents: typedCents(values.subscriber_cents, -1), rule: values.rule ?? 'desk',
        rule_limit: values.rule === 'desk_above' ? Number(values.rule_limit) : 0,
        rule_code: values.rule === 'trained' ? values.rule_code : '',
    };
}

function wrongSum(body) {
    return ['price_cents', 'subscriber_cents'].find((key) => Number.isNaN(body[key]));
}

async function save(values, activity, trouble, page) {
    const body = bodyOf(values, activity);
    const say = (text) => fill(trouble, h('p', { class: 'error' }, icon('warning'), text));
    fill(trouble);
    if (wrongSum(body)) {
        say(t(FAULTS[wrongSum(body)]));
        return;
    }
    try {
        const answer = await post('/api/agenda/activity', body);
        await page.act(async () => answer, { done: t('Written down.') });
        page.go('activities', { activity_id: answer.activity_id });
    } catch (error) {
        if (error.error === undefined) {
            throw error;
        }
        say(FAULTS[error.field] ? t(FAULTS[error.field]) : errorWord(error));
    }
}

function ruleFields(activity) {
    const limit = field({ id: 'rule_limit', label: t('Up to how many people'), type: 'number',
        min: '1', max: '1000', value: String(activity.rule_limit || 4) });
    const code = field({ id: 'rule_code', label: t('Which training'), maxlength: '31',
        value: activity.rule_code });
    const follow = (rule) => {
        limit.hidden = rule !== 'desk_above';
        code.hidden = rule !== 'trained';
    };
    follow(activity.rule);
    return [field({
        id: 'rule', label: t('Who says yes to a booking?'), type: 'select', value: activity.rule,
        options: Object.entries(RULES).map(([rule, word]) => [rule, t(word)]),
        onchange: (event) => follow(event.target.value),
    }), limit, code];
}

/* Under a rule by which the concierge agrees to dates, words that are read already are theirs. */
function seenNotice(activity) {
    return notice('info', h('p', {}, t('Residents read these words already: the concierge changes them for you. Or write another activity like this one, for your next dates.')),
        h('div', { class: 'buttons' }, h('a', { class: 'button', id: 'copy-activity',
            href: hash('activities', { activity_id: 'new', copy: activity.activity_id }) },
        icon('add'), t('Another one like this'))));
}

function activityForm(activity, { partners, is_alone: isAlone }, page) {
    const trouble = h('div', { role: 'alert' });
    const isLocked = activity.is_seen === 1 && isAlone !== 1;
    const element = form({
        id: 'activity-form', cls: 'stack',
        act: (values) => save(values, activity, trouble, page),
    },
    field({ id: 'title', label: t('Title'), required: true, maxlength: '80', value: activity.title,
        hint: activity.is_seen === 1 ? t('Whoever has booked is told of another title.') : null }),
    field({ id: 'summary', label: t('In two sentences'), type: 'textarea', maxlength: '240',
        value: activity.summary, hint: t('What one does there.') }),
    field({ id: 'bring', label: t('What to bring'), maxlength: '80', value: activity.bring,
        hint: t('Empty: nothing') }),
    h('div', { class: 'row' },
        field({ id: 'kind', label: t('Kind'), type: 'select', value: activity.kind,
            options: Object.entries(ACTIVITY_KINDS).map(([kind, [word]]) => [kind, t(word)]) }),
        field({ id: 'icon', label: t('Picture'), type: 'select', value: activity.icon,
            options: iconOptions(activity.icon) })),
    field({ id: 'spoken', label: t('In which language'), type: 'select', value: activity.spoken,
        options: [['', t('in French')], ...Object.entries(SPOKEN).map(([code, word]) => [code, t(word)])] }),
    may('concierge') && field({ id: 'partner_id', label: t('With whom'), type: 'select', value: activity.partner_id,
        options: [[0, t('The house')], ...partners.map((one) => [one.partner_id, one.name])] }),
    h('div', { class: 'row' },
        field({ id: 'price_cents', label: t('Price in euros'), inputmode: 'decimal',
            value: sum(activity.price_cents), hint: t('Empty: free') }),
        field({ id: 'subscriber_cents', label: t('Price for subscribed households'), inputmode: 'decimal',
            value: activity.subscriber_cents === 0 ? '0' : sum(activity.subscriber_cents),
            hint: t('Empty: the same') })),
    field({ id: 'least_age', label: t('From which age'), type: 'number', min: '0', max: '99',
        value: String(activity.least_age), hint: t('0: for all') }),
    check({ id: 'takes_children', label: t('Children may come'),
        checked: activity.takes_children === 1 }),
    may('concierge') && ruleFields(activity),
    trouble,
    h('div', { class: 'buttons' },
        h('button', { type: 'submit', class: 'main', id: 'save-activity', disabled: isLocked }, icon('check'),
            t('Write it down')),
        activity.activity_id > 0 && h('a', { class: 'button',
            href: hash('agenda-new', { activity_id: activity.activity_id }) }, icon('add'),
        t('New date')),
        may('concierge') && activity.activity_id > 0 && translationsLink('activity', activity.activity_id)));
    return [isLocked && seenNotice(activity), contentGuide(element), element];
}

/* One that another program chose stays. */
function iconOptions(chosen) {
    const known = Object.entries(ACTIVITY_ICONS).map(([code, word]) => [code, t(word)]);
    return ACTIVITY_ICONS[chosen] ? known : [[chosen, chosen], ...known];
}

function build(data, page) {
    const { activities, activity } = data;
    const chosen = Number(page.params.activity_id);
    return split([
        pageHead(t('Activities'), { tools: [
            h('a', { class: 'button main', id: 'new-activity',
                href: hash('activities', { activity_id: 'new' }) }, icon('add'), t('New activity')),
            h('a', { class: 'button', href: hash('agenda') }, t('Agenda')),
        ] }),
        activities.length === 0 ? empty(t('No activity yet.'))
            : list(activities.map((one) => line({
                id: `activity-${one.activity_id}`, iconName: one.icon, color: 'blue',
                href: hash('activities', { activity_id: one.activity_id }), title: one.title,
                sub: one.partner, isChosen: one.activity_id === chosen,
                aside: one.next_s > 0 ? longTime(one.next_s) : t('no date to come'),
            }))),
    ], activity && [
        backToList('activities'),
        detailHead(activity.title || t('New activity')),
        activityForm(activity, data, page),
    ]);
}

export default {
    path: 'activities', title: N_('Activities'), icon: 'tools', least: 'organiser', isHidden: true,
    load, build,
};
