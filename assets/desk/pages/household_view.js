/* One household: who they are, what they paid and were shown, their cards and PIN, what is under way
 * and what was. household_acts.js asks and sends. */
import { h, name } from '../dom.js';
import { capital, days, euros, fullDay, moment, now_s, t, tn } from '../i18n.js';
import { backToList, bigButton, button, buttons, card, detailHead, fact, hash, line, list, notice,
    pill, table } from '../parts.js';
import { may } from '../session.js';
import { colorOf, iconOf, kindWord, stateWord, titleOf, whenOf } from '../words.js';
import { addPerson, changeContact, claimTicket, drawPin, forget, giveTraining, issueCard, leave,
    loseCard, merge, personCard, personChange, returnHome, subscribe, takeTraining, trust, unmerge,
    unsubscribe } from './household_acts.js';
import { eventWord, spokenWord } from './household_words.js';

const UNDO_S = 600;

/* ---- Who they are ---- */

function head({ household, renews_from_s: renews }) {
    const isSubscribed = household.subscriptions.some(
        (one) => one.from_s <= now_s() && one.until_s > now_s());
    return detailHead([capital(t('household %s', [household.number])),
        household.family_name && [' · ', name(household.family_name)]],
    [t('Here since {day}', { day: fullDay(household.joined_at_s) }), ' ',
        isSubscribed ? pill(t('Subscribed until {day}', { day: fullDay(renews - 1) }), 'ok')
            : pill(t('not subscribed')),
        ' ', household.is_trusted === 1 && pill(t('trusted'), 'ok'),
        household.is_own === 1 && pill(t('your own household'), 'warn')]);
}

function contact(household, page) {
    return card(t('Where and how'),
        household.address && fact('home', name(household.address)),
        household.phone && fact('phone', name(household.phone, 'a', {
            href: `tel:${household.phone.replace(/[^+\d]/gu, '')}`,
        })),
        fact('language', spokenWord(household.lang)),
        h('div', { class: 'tools' }, button('edit', t('Change'),
            () => changeContact(household, page), { id: 'change-contact' })));
}

function personLine(person, household, page) {
    const who = person.first_name ? name(person.first_name, 'b')
        : h('b', {}, t('without a name'));
    const id = person.person_id;
    return h('div', { class: 'who person' },
        h('span', { class: 'person-words' }, who, ' ', person.is_child === 1 && pill(t('child')), ' ',
            h('span', { class: 'soft' }, person.card_since_s
                ? t('card since {day}', { day: fullDay(person.card_since_s) }) : t('no card'))),
        h('div', { class: 'tools' },
            button('card', t('Card'), () => personCard(household, person, page), { id: `card-${id}` }),
            button('edit', t('Change'), () => personChange(person, page), { id: `change-${id}` })));
}

function persons(household, page) {
    return card(t('Persons'),
        household.persons.length === 0 && h('p', { class: 'soft' }, t('Nobody is written down yet.')),
        household.persons.map((person) => personLine(person, household, page)),
        h('div', { class: 'tools' }, button('group_add', t('Add a person'),
            () => addPerson(household, page), { id: 'add-person' })));
}

/* ---- What they have ---- */

function subscriptions(data, page) {
    const { household } = data;
    return card(t('Subscription'),
        household.subscriptions.length > 0 && table({
            caption: t('Subscription'), heads: [t('First day'), t('Last day'), t('Paid'), h('span', { class: 'sr' }, t('If that is wrong'))],
            rows: household.subscriptions.map((one) => [
                fullDay(one.from_s), fullDay(one.until_s - 1), euros(one.paid_cents),
                button('undo', t('Noted by mistake'), () => unsubscribe(household, one, page),
                    { id: `unsubscribe-${one.from_s}`, look: 'plain' })]),
        }),
        buttons(bigButton({
            id: 'subscribe', look: 'main',
            label: household.subscriptions.length > 0 ? t('Renew') : t('Note a subscription'),
            sub: t('They pay subscribers’ prices from {day} on.', { day: fullDay(data.renews_from_s) }),
            act: () => subscribe(data, page),
        })));
}

function cardAndPin({ household, has_pin_key: hasKey }, page) {
    return card(t('Household’s card and PIN'),
        fact('card', household.card_since_s
            ? t('Card since {day}, for all of the household', { day: fullDay(household.card_since_s) })
            : t('No card for all of the household')),
        fact('pin', household.pin_drawn_at_s
            ? t('PIN since {day}', { day: fullDay(household.pin_drawn_at_s) }) : t('No PIN')),
        buttons(
            bigButton({
                id: 'household-card',
                label: household.card_since_s ? t('Replace the card') : t('Make a card'),
                sub: household.card_since_s
                    ? t('The card before stops working. The new one is printed once.')
                    : t('The card is printed once.'),
                act: () => issueCard(household, null, page),
            }),
            bigButton({
                id: 'pin', isDisabled: hasKey !== 1,
                label: household.pin_drawn_at_s ? t('A new PIN') : t('Make a PIN'),
                sub: hasKey !== 1 ? t('This computer was started without the key of the PINs.')
                    : household.pin_drawn_at_s
                        ? t('The PIN before stops working. The new one is printed once.')
                        : t('The PIN is printed once.'),
                act: () => drawPin(household, page),
            })),
        household.card_since_s && h('div', { class: 'tools' }, button('blocked', t('Card lost'),
            () => loseCard(household, null, page), { id: 'household-lost' })));
}

function rights({ household, trainings }, page) {
    const isOwn = household.is_own === 1;
    return card(t('Trust and trainings'),
        isOwn && notice('info', t('Your own household: a colleague decides here.')),
        h('div', { class: 'who person' },
            h('span', { class: 'person-words' }, h('b', {}, t('Trusted')), ' ',
                h('span', { class: 'soft' }, household.is_trusted === 1
                    ? t('What asks for trust is accepted by itself.')
                    : t('What asks for trust waits for the desk.'))),
            button(household.is_trusted === 1 ? 'undo' : 'check',
                household.is_trusted === 1 ? t('Not any more') : t('We trust them'),
                () => trust(household, page), { id: 'trust', isDisabled: isOwn })),
        trainings.map((one) => h('div', { class: 'who person' },
            h('span', { class: 'person-words' }, h('b', {}, one.titles), ' ',
                h('span', { class: 'soft' }, one.trained_at_s
                    ? t('shown how on {day}', { day: fullDay(one.trained_at_s) })
                    : t('not shown how yet'))),
            one.trained_at_s
                ? button('undo', t('Not any more'), () => takeTraining(household, one, page),
                    { id: `train-${one.code}`, isDisabled: isOwn })
                : button('check', t('Shown how'), () => giveTraining(household, one, page),
                    { id: `train-${one.code}`, isDisabled: isOwn }))));
}

/* ---- What they asked for ---- */

export function requestLine(one) {
    const title = one.is_private ? t('{kind}, only for who asked',
        { kind: kindWord(one.kind, one.direction) }) : titleOf(one);
    const when = one.is_private ? '' : whenOf(one);
    return line({
        id: `request-${one.request_id}`, href: hash('request', { request_id: one.request_id }),
        iconName: one.is_private ? 'private' : iconOf(one), color: colorOf(one.kind), title,
        sub: [stateWord(one.kind, one.state), when].filter(Boolean).join(' · '),
        pill: one.is_late ? t('late') : null, tone: 'bad',
    });
}

function loansOf(running) {
    return running.filter((one) => one.kind === 'loan' && one.state === 'out');
}

function underWay({ running }) {
    const atHome = loansOf(running);
    return card(t('Under way'),
        running.length === 0 && h('p', { class: 'soft' }, t('Nothing.')),
        atHome.length > 0 && fact('out', tn('%ld thing at home', '%ld things at home', atHome.length),
            ' · ', atHome.map((one) => `${titleOf(one)} (${days(one.from_s, one.until_s)})`).join(', ')),
        running.length > 0 && list(running.map(requestLine)));
}

function history({ household, past }, params) {
    const here = { ...params, household_id: household.household_id };
    if (past === null) {
        return card(t('Before'), h('div', { class: 'tools' }, h('a', {
            class: 'button', id: 'show-history', href: hash('households', { ...here, history: 1 }),
        }, t('Show what was'))));
    }
    return card(t('Before'),
        past.lines.length === 0 && h('p', { class: 'soft' }, t('Nothing.')),
        past.lines.length > 0 && list(past.lines.map(requestLine)),
        past.is_more === 1 && h('div', { class: 'tools' }, h('a', {
            class: 'button', id: 'more-history', href: hash('households', {
                ...here, history: 1, before_s: past.last_s, before_id: past.last_id,
            }),
        }, t('Further back'))));
}

function journal({ events }) {
    return events.length > 0 && card(t('What the desk did'), h('ul', { class: 'log' }, events.map((event) => h('li', {},
        h('time', {}, fullDay(event.at_s)),
        h('span', {}, eventWord(event), event.staff && ` · ${event.staff}`)))));
}

/* ---- As a whole ---- */

function leaveButton(data, page) {
    const { household, running, blocking } = data;
    const blocked = blocking.length;
    return bigButton({
        id: 'leave', look: 'danger', label: t('They move away'),
        isDisabled: household.is_own === 1 || blocked > 0,
        sub: household.is_own === 1 ? t('Your own household: a colleague decides here.')
            : blocked > 0 ? tn('First settle {n} thing: lent out, or to be collected.',
                'First settle {n} things: lent out, or to be collected.', blocked)
                : running.length > 0 ? tn('Cancels {n} request, ends cards and PIN.',
                    'Cancels {n} requests, ends cards and PIN.', running.length)
                    : t('Ends cards and PIN.'),
        act: () => leave(household, page),
    });
}

function others(data, page) {
    const { household } = data;
    const isOwn = household.is_own === 1;
    return card(t('More'), buttons(
        bigButton({
            id: 'claim', label: t('Their ticket'),
            sub: t('A request made without a card becomes theirs.'),
            act: () => claimTicket(household, page),
        }),
        bigButton({
            id: 'merge', label: t('The same people twice'), isDisabled: isOwn,
            sub: isOwn ? t('Your own household: a colleague decides here.')
                : t('Another household becomes part of this one.'),
            act: () => merge(household, page),
        }),
        leaveButton(data, page)));
}

function mergedNotes(household, page) {
    return household.merged.map((one) => notice('info', h('p', {},
        t('Number {number} leads here too: merged on {day}.',
            { number: one.number, day: fullDay(one.merged_at_s) })),
    now_s() - one.merged_at_s <= UNDO_S && button('undo', t('Take the merge back'),
        () => unmerge(one, page), { id: `unmerge-${one.household_id}` })));
}

/* Who left: what is left of them. */
function gone(data, page) {
    const { household } = data;
    if (household.merged_into) {
        const into = household.merged_into;
        return notice('info', h('p', {}, t('Merged into household {number}.', { number: into.number })),
            h('a', { class: 'button', href: hash('households', { household_id: into.household_id }) },
                t('Open it')));
    }
    return [
        notice('warn', t('They moved away: {when}.', { when: moment(household.left_at_s) })),
        buttons(
            bigButton({
                id: 'return', look: 'main', label: t('They are back'),
                sub: now_s() - household.left_at_s <= UNDO_S
                    ? t('Cards, PIN and requests come back as they were.')
                    : t('They need a new card and a new PIN.'),
                act: () => returnHome(household, page),
            }),
            may('coordinator') && bigButton({
                id: 'forget', look: 'danger', label: t('Forget their names'),
                sub: t('Names, address, telephone and the words of their requests are erased for good. Figures stay.'),
                act: () => forget(household, page),
            })),
    ];
}

export function householdView(data, page, params) {
    const { household } = data;
    const back = backToList('households', params);
    if (household.left_at_s) {
        return [back, head(data), gone(data, page), underWay(data), history(data, params),
            journal(household)];
    }
    return [
        back, head(data), mergedNotes(household, page), contact(household, page),
        persons(household, page), underWay(data), subscriptions(data, page),
        cardAndPin(data, page), rights(data, page), others(data, page), history(data, params),
        journal(household),
    ];
}
