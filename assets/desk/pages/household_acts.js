/* What the desk does with a household: each asks what it needs, sends it, says what it did and how
 * it is taken back. */
import { get, post } from '../api.js';
import { chooseOne, confirm, dialogFoot, openDialog } from '../dialog.js';
import { fill, h, icon, name } from '../dom.js';
import { atKey, centsOf, dayKey, dayKeyPlus, euros, fullDay, t, tn } from '../i18n.js';
import { choice, field, form } from '../parts.js';
import { kindWord, stateWord, ticketNumber, titleOf, whenOf } from '../words.js';
import { householdFinder } from '../search.js';
import { askAndSend, contactFields, personFields, showError } from './household_form.js';
import { printOnce } from './household_secret.js';

/* What a form sent is done: says so, and shows the page anew. */
function done(page, words, undo = null) {
    return page.act(async () => ({}), { done: words, undo });
}

/* ---- Who they are ---- */

function factsOf({ family_name: family, address, phone, lang }) {
    return { family_name: family, address, phone, lang };
}

export async function changeContact(household, page) {
    const { household_id } = household;
    const sent = await askAndSend({
        title: t('Where and how'), label: t('Write it down'),
        send: (values) => post('/api/household/change', { household_id, ...factsOf(values) }),
    }, contactFields(household));
    if (sent !== null) {
        await done(page, t('Written down.'),
            () => post('/api/household/change', { household_id, ...factsOf(household) }));
    }
}

function personOf(values) {
    return { first_name: values.first_name.trim(), is_child: values.is_child === 'on' };
}

export async function addPerson({ household_id }, page) {
    const sent = await askAndSend({
        title: t('Add a person'), label: t('Write it down'),
        send: (values) => post('/api/household/person/add', { household_id, ...personOf(values) }),
    }, personFields({ first_name: '', is_child: 0 }));
    if (sent !== null) {
        await done(page, t('Written down.'),
            () => post('/api/household/person/remove', { person_id: sent.answer.person_id }));
    }
}

async function changePerson(person, page) {
    const { person_id } = person;
    const before = { first_name: person.first_name ?? '', is_child: person.is_child === 1 };
    const sent = await askAndSend({
        title: t('Change'), label: t('Write it down'),
        send: (values) => post('/api/household/person/change', { person_id, ...personOf(values) }),
    }, personFields({ ...person, first_name: before.first_name }));
    if (sent !== null) {
        await done(page, t('Written down.'), before.first_name === '' ? null
            : () => post('/api/household/person/change', { person_id, ...before }));
    }
}

async function removePerson(person, page) {
    const { person_id } = person;
    const yes = await confirm({
        title: t('Take this person off?'),
        text: t('The name is erased and their card stops working. What they asked for stays the household’s.'),
        yes: t('Take off'), isDanger: true,
    });
    if (yes) {
        await page.act(() => post('/api/household/person/remove', { person_id }), {
            done: t('Taken off.'),
            undo: person.first_name ? () => post('/api/household/person/return', {
                person_id, first_name: person.first_name, is_child: person.is_child === 1,
            }) : null,
        });
    }
}

export async function personChange(person, page) {
    const act = await chooseOne({
        title: t('What is to change?'),
        choices: [
            { value: changePerson, icon: 'edit', label: t('First name, or adult and child') },
            { value: removePerson, icon: 'remove', label: t('Take this person off'),
                sub: t('The name is erased and their card stops working.') },
        ],
    });
    await act?.(person, page);
}

/* ---- Rights ---- */

export function trust({ household_id, is_trusted: wasTrusted }, page) {
    const set = (is_trusted) => post('/api/household/trust', { household_id, is_trusted });
    return page.act(() => set(wasTrusted !== 1), {
        done: t('Written down.'), undo: () => set(wasTrusted === 1),
    });
}

function train({ household_id }, { code }, is_given) {
    return post('/api/household/train', { household_id, code, is_given });
}

export function giveTraining(household, training, page) {
    return page.act(() => train(household, training, true), {
        done: t('Written down.'), undo: () => train(household, training, false),
    });
}

export function takeTraining(household, training, page) {
    return page.act(() => train(household, training, false), {
        done: t('Taken back.'), undo: () => train(household, training, true),
    });
}

/* ---- Paid for ---- */

/* So many months later, the same day or the month's last. */
function monthsLater(key, months) {
    const [year, month, day] = key.split('-').map(Number);
    const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/* The first day that is not paid for any more. */
function untilOf(values) {
    return values.months === '0' ? dayKeyPlus(values.last || values.from, 1)
        : monthsLater(values.from, Number(values.months));
}

function subscriptionFields(from_s) {
    const last = field({ id: 'last', label: t('Last day'), type: 'date' });
    const says = h('p', { class: 'soft', 'aria-live': 'polite', id: 'until-says' });
    last.hidden = true;
    const say = (element) => {
        const values = Object.fromEntries(new FormData(element));
        last.hidden = values.months !== '0';
        fill(says, values.from && t('Until {day}, that day too.',
            { day: fullDay(atKey(dayKeyPlus(untilOf(values), -1))) }));
    };
    const onchange = (event) => say(event.target.form);
    fill(says, t('Until {day}, that day too.', {
        day: fullDay(atKey(dayKeyPlus(monthsLater(dayKey(from_s), 12), -1))),
    }));
    return [
        field({ id: 'from', label: t('First day'), type: 'date', required: true,
            value: dayKey(from_s), onchange }),
        choice({
            name: 'months', legend: t('For how long?'), value: '12', onchange,
            options: [['1', t('A month')], ['3', t('Three months')], ['12', t('A year')],
                ['0', t('Until another day')]],
        }),
        h('div', { onchange }, last), says,
        field({ id: 'paid_cents', label: t('Paid, in euros'), inputmode: 'decimal', required: true,
            autocomplete: 'off', value: '', hint: t('Count it before you write it down.') }),
    ];
}

export async function subscribe({ household, renews_from_s: from_s }, page) {
    const { household_id } = household;
    const sent = await askAndSend({
        title: t('Note a subscription'), label: t('Write it down'),
        send: (values) => {
            const paid = centsOf(values.paid_cents);
            if (Number.isNaN(paid)) {
                throw Object.assign(new Error('no sum'), { error: 'invalid', field: 'paid_cents' });
            }
            return post('/api/household/subscribe', {
                household_id, from: values.from, until: untilOf(values), paid_cents: paid,
            });
        },
    }, subscriptionFields(from_s));
    if (sent !== null) {
        await done(page, t('Subscription noted, {sum} paid.',
            { sum: euros(centsOf(sent.values.paid_cents)) }),
        () => post('/api/household/unsubscribe', { household_id, from_s: sent.answer.from_s }));
    }
}

export async function unsubscribe({ household_id }, { from_s, until_s, paid_cents }, page) {
    const yes = await confirm({
        title: t('Take this subscription back?'),
        text: t('{sum} noted as paid; give it back if it was.', { sum: euros(paid_cents) }),
        yes: t('Cancel this subscription'), isDanger: true,
    });
    if (yes) {
        await page.act(() => post('/api/household/unsubscribe', { household_id, from_s }), {
            done: t('Taken back.'),
            undo: () => post('/api/household/subscribe', {
                household_id, from: dayKey(from_s), until: dayKey(until_s), paid_cents,
            }),
        });
    }
}

/* ---- Shown once ---- */

export async function issueCard(household, person, page) {
    const since = (person ?? household).card_since_s;
    const yes = !since || await confirm({
        title: t('Replace the card?'), text: t('The card before stops working at once.'),
        yes: t('Make a new card'),
    });
    if (!yes) {
        return;
    }
    const answer = await page.act(() => post('/api/household/card', {
        household_id: household.household_id, person_id: person?.person_id ?? 0,
    }));
    if (answer !== null) {
        printOnce('print/card', {
            card: answer.card, number: household.number, first_name: person?.first_name ?? '',
        });
    }
}

export async function loseCard({ household_id }, person, page) {
    const yes = await confirm({
        title: t('Is the card lost?'), text: t('It stops working at once, wherever it is.'),
        yes: t('End this card'), isDanger: true,
    });
    if (yes) {
        await page.act(() => post('/api/household/card/lost', {
            household_id, person_id: person?.person_id ?? 0,
        }), { done: t('The card is ended. You can make a new one.') });
    }
}

export async function personCard(household, person, page) {
    const act = !person.card_since_s ? issueCard : await chooseOne({
        title: t('Which card?'),
        choices: [
            { value: issueCard, icon: 'card', label: t('Replace the card'),
                sub: t('The card before stops working. The new one is printed once.') },
            { value: loseCard, icon: 'blocked', label: t('Card lost'),
                sub: t('It stops working at once, wherever it is.') },
        ],
    });
    await act?.(household, person, page);
}

export async function drawPin(household, page) {
    const yes = !household.pin_drawn_at_s || await confirm({
        title: t('A new PIN?'), text: t('The PIN before stops working at once.'), yes: t('Make a new PIN'),
    });
    if (!yes) {
        return;
    }
    const answer = await page.act(() => post('/api/household/pin', {
        household_id: household.household_id,
    }));
    if (answer !== null) {
        printOnce('print/pin', { pin: answer.pin, number: household.number });
    }
}

/* ---- A ticket ---- */

function ticketWords(found) {
    return h('div', { class: 'card' }, h('b', {}, titleOf(found)),
        h('p', {}, [kindWord(found.kind, found.direction), stateWord(found.kind, found.state),
            whenOf(found)].filter(Boolean).join(' · ')),
        found.first_name && h('p', {}, name(found.first_name)),
        found.household_id > 0 && h('p', {}, t('It belongs to household {number} so far.',
            { number: found.household })));
}

function askTicket() {
    return openDialog({
        title: t('Their ticket'),
        build: (close) => {
            const trouble = h('div', { role: 'alert' });
            return form({
                id: 'ticket-form',
                act: async (values, element) => {
                    const ticket = values.ticket.replace(/\D/gu, '');
                    try {
                        close({ ticket, ...await get('/api/household/claimable', { ticket }) });
                    } catch (error) {
                        showError(element, trouble, error);
                    }
                },
            }, field({ id: 'ticket', label: t('Number of the ticket'), inputmode: 'numeric',
                required: true, autocomplete: 'off', maxlength: '9', autofocus: true,
                hint: t('Six digits.') }),
            trouble, dialogFoot(h('button', { type: 'submit', class: 'main' }, icon('search'),
                t('Look at it'))));
        },
    });
}

export async function claimTicket(household, page) {
    const found = await askTicket();
    if (found === null) {
        return;
    }
    const yes = await openDialog({
        title: t('Ticket {number}', { number: ticketNumber(found.ticket) }),
        build: (close) => [ticketWords(found),
            h('p', {}, t('It becomes household {number}’s: they see it with their card.',
                { number: household.number })),
            dialogFoot(h('button', { type: 'button', onclick: () => close(null) }, t('Go back')),
                h('button', { type: 'button', class: 'main', autofocus: true,
                    onclick: () => close(true) }, t('It is theirs')))],
    });
    if (yes) {
        await page.act(() => post('/api/household/claim', {
            household_id: household.household_id, ticket: found.ticket,
            seen_household_id: found.household_id,
        }), {
            done: t('The ticket is theirs.'),
            undo: ({ request_id }) => post('/api/request/unclaim', {
                request_id, household_id: household.household_id,
            }),
        });
    }
}

/* ---- As a whole ---- */

/* Another household, searched for: its line, or null. */
function askOther(household) {
    return openDialog({
        title: t('The same people twice'),
        build: (close) => [h('p', {}, t('Which one is to become part of household {number}?',
            { number: household.number })),
        householdFinder({
            id: 'other', label: t('Number, name, street, telephone'), autofocus: true, take: close,
            isLeftOut: (one) => one.id === household.household_id,
        })],
    });
}

export async function merge(household, page) {
    const other = await askOther(household);
    if (other === null) {
        return;
    }
    const yes = await confirm({
        title: t('Make {from} and {into} one?', { from: other.number, into: household.number }),
        text: t('Persons, cards, subscriptions and requests of {from} go over to {into}, whose name, address and PIN stay. The number {from} will find {into}. You can take it back for ten minutes.',
            { from: other.number, into: household.number }),
        yes: t('Make them one'),
    });
    if (yes) {
        const from_id = other.id;
        await page.act(() => post('/api/household/merge', {
            from_id, into_id: household.household_id,
        }), {
            done: t('{from} is part of {into} now.', { from: other.number, into: household.number }),
            undo: () => post('/api/household/unmerge', { from_id }),
        });
    }
}

export function unmerge({ household_id: from_id }, page) {
    return page.act(() => post('/api/household/unmerge', { from_id }), { done: t('Taken back.') });
}

export async function leave({ household_id, number }, page) {
    const yes = await confirm({
        title: t('Does household {number} move away?', { number }),
        text: t('What is to come is cancelled, cards and PIN stop working. Requests and figures stay. You can take it back for ten minutes.'),
        yes: t('They move away'), isDanger: true,
    });
    if (yes) {
        await page.act(() => post('/api/household/leave', { household_id }), {
            done: t('Household {number} moved away.', { number }),
            undo: () => post('/api/household/return', { household_id }),
        });
    }
}

export async function returnHome({ household_id }, page) {
    await page.act(() => post('/api/household/return', { household_id }), {
        done: ({ restored, lost }) => [t('Welcome back.'),
            restored > 0 && tn('{n} request runs again.', '{n} requests run again.', restored),
            lost > 0 && tn('{n} request stays cancelled: the place is taken.',
                '{n} requests stay cancelled: the places are taken.', lost),
        ].filter(Boolean).join(' '),
    });
}

export async function forget({ household_id, number }, page) {
    const yes = await confirm({
        title: t('Forget the names of household {number}?', { number }),
        text: t('This cannot be taken back.'), yes: t('Erase for good'), isDanger: true,
    });
    if (yes) {
        await page.act(() => post('/api/household/forget', { household_id }),
            { done: t('The names are erased.') });
    }
}
