/* Addresses at which associations keep their calendars: read every hour, their changes proposed, what
 * cannot be read said with its reason and the date of the last good reading. */
import { get, post } from '../api.js';
import { confirm } from '../dialog.js';
import { h, icon } from '../dom.js';
import { N_, moment, now_s, t, tn } from '../i18n.js';
import { button, column, empty, fact, field, form, hash, notice, pageHead, panel } from '../parts.js';
import { refuse, save, trouble } from '../save.js';
import { may } from '../session.js';

const PATH = 'calendar-addresses';
const CHARS_MOST = 1000;
const SILENT_S = 3 * 3600;

/* Why it cannot be read, and what to do: kiosk/fetch/ends.h, kiosk/calendar/, and what the reader
 * refuses. */
const FAILURES = {
    address: N_('It is not an address that can be read. Copy it anew from your calendar.'),
    private: N_('It leads into the house’s own network. Give the address on the internet.'),
    name: N_('There is no site of that name. Is a letter missing in the address?'),
    network: N_('The house has no internet at the moment. There is nothing to do: it is tried again.'),
    refused: N_('The site does not answer. There is nothing to do: it is tried again.'),
    tls: N_('The site cannot show that it is itself. Tell whoever looks after it: its certificate.'),
    slow: N_('The site is too slow. There is nothing to do: it is tried again.'),
    too_big: N_('The calendar is too large: share a smaller one.'),
    redirect: N_('The site sends on to elsewhere. Copy the address anew from your calendar.'),
    not_found: N_('There is no calendar at this address any more. Copy it anew from your calendar.'),
    forbidden: N_('The calendar is not shared: share it by its address, then copy it anew.'),
    overloaded: N_('The site has too much to do. There is nothing to do: it is tried again.'),
    answer: N_('The site is out of order. There is nothing to do: it is tried again.'),
    broken: N_('The answer broke off. There is nothing to do: it is tried again.'),
    not_calendar: N_('There is no calendar at this address. Copy it anew from your calendar.'),
    page: N_('This is a web page, not a calendar. Copy the address for subscribing, from your calendar.'),
    not_openagenda: N_('This is no agenda of OpenAgenda. Copy the address of its JSON anew.'),
    too_many_dates: N_('There are too many dates in it: share a smaller calendar.'),
    out_of_order: N_('Addresses cannot be read on this machine. Tell whoever looks after it.'),
    no_fetcher: N_('Addresses cannot be read on this machine. Tell whoever looks after it.'),
    no_reader: N_('Calendars cannot be read on this machine. Tell whoever looks after it.'),
};

function failureWord(code) {
    return t(FAILURES[code] ?? N_('The calendar is damaged. Look at it, where you keep it.'));
}

/* The way to what is to be looked at: the page of a calendar that was read. */
function proposalsLink({ address_id: id, reading_id: reading, proposals }) {
    return proposals > 0 && h('a', {
        class: 'button main', id: `look-${id}`, href: hash('calendar-import', { reading }),
    }, icon('agenda'), tn('Look at {n} change', 'Look at {n} changes', proposals));
}

function goodWord(address) {
    return address.good_at_s === null ? t('It was never read yet.')
        : t('Last good reading: {when}.', { when: moment(address.good_at_s) });
}

function stateOf(address) {
    if (address.failure !== '') {
        return notice('warn',
            h('p', {}, h('b', {}, t('Not read since {when}.', { when: moment(address.failing_since_s) }))),
            h('p', {}, failureWord(address.failure)), h('p', {}, goodWord(address)));
    }
    if (address.tried_at_s === null) {
        return fact('clock', t('Not read yet: addresses are read every hour.'));
    }
    return [
        fact('check_circle', goodWord(address)),
        address.proposals === 0 && fact('info', t('Nothing new to look at.')),
        address.not_understood > 0 && fact('question', tn('{n} date of it is not understood.',
            '{n} dates of it are not understood.', address.not_understood)),
    ];
}

async function remove(address, page) {
    const sure = await confirm({
        title: t('Do not read this address any more?'),
        text: t('Dates that were taken over stay in the agenda. What waits to be looked at goes.'),
        yes: t('Yes, give it up'),
    });
    if (sure) {
        await page.act(() => post('/api/calendar/addresses/remove', { address_id: address.address_id }),
            { done: t('This address is not read any more.') });
    }
}

function addressCard(address, page) {
    return panel(address.partner,
        h('p', { class: 'soft anywhere', lang: 'en', id: `url-${address.address_id}` }, address.url),
        stateOf(address),
        h('div', { class: 'buttons' }, proposalsLink(address),
            button('close', t('Give it up…'), () => remove(address, page),
                { id: `remove-${address.address_id}` })));
}

/* ---- A new one ---- */

function add(values, element, page) {
    if (values.partner_id === '') {
        refuse(element, t('Whose calendar is it? Choose the partner first.'), 'partner_id');
        return null;
    }
    return save(page, element, () => post('/api/calendar/addresses/add', {
        partner_id: Number(values.partner_id ?? 0), url: values.url.trim(),
    }), {
        done: t('The address is written down: it is read within the hour.'),
        words: {
            invalid: t('This is no address that can be read: it begins with https:// or webcal://.'),
            conflict: t('This address is there already.'),
            full: t('There are ten addresses already: give one up first.'),
        },
    });
}

function newForm({ partners }, page) {
    return panel(t('A new address'), form({ id: 'address-form', cls: 'stack',
        act: (values, element) => add(values, element, page) },
    may('concierge') && field({ id: 'partner_id', label: t('Whose calendar is it?'), type: 'select',
        value: '', options: [['', t('Choose a partner')],
            ...partners.map((one) => [one.partner_id, one.name])] }),
    field({ id: 'url', label: t('Address of the calendar'), required: true, inputmode: 'url',
        autocapitalize: 'off', spellcheck: 'false', maxlength: String(CHARS_MOST),
        hint: t('It begins with https:// or webcal://. Your calendar gives it under “Share” or “Subscribe”. An agenda of OpenAgenda is read, too: the address of its JSON, with detailed=1.') }),
    fact('lock', t('Only your association and the concierges see it.')),
    trouble(),
    h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main', id: 'add-address' },
        icon('add'), t('Read this address')))));
}

/* Nothing is read where no network is, or nobody switched it on. */
function silentNotice(addresses) {
    const last_s = Math.max(...addresses.map((one) => one.tried_at_s ?? one.added_at_s));
    return addresses.length > 0 && now_s() - last_s > SILENT_S && notice('warn',
        t('No address was read for a while: tell whoever looks after the machine.'));
}

function build(data, page) {
    const { addresses } = data;
    return column(
        pageHead(t('Addresses of calendars'), {
            sub: t('They are read every hour. Changes wait until somebody has looked at them.'),
            tools: h('a', { class: 'button plain', href: hash('calendar-import') }, icon('back'),
                t('Import a calendar')),
        }),
        silentNotice(addresses),
        addresses.length === 0 ? empty(t('No address yet.'))
            : addresses.map((one) => addressCard(one, page)),
        newForm(data, page));
}

export default {
    path: PATH, title: N_('Addresses of calendars'), icon: 'agenda', least: 'organiser', isHidden: true,
    load: () => get('/api/calendar/addresses'), build,
};
