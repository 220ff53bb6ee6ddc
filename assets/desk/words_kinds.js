/* Kinds and states of requests. */
import { N_, t } from './i18n.js';

/* ---- The four doors ---- */

export const DOMAINS = {
    all: { label: N_('All'), color: 'teal', icon: 'queue' },
    workshops: { label: N_('Workshops'), color: 'blue', icon: 'agenda' },
    loans: { label: N_('Loans'), color: 'umber', icon: 'lend' },
    help: { label: N_('Help'), color: 'terracotta', icon: 'help_hand' },
    services: { label: N_('Services'), color: 'teal', icon: 'parcel' },
};

export const KINDS = {
    loan: { label: N_('Loan'), icon: 'lend', domain: 'loans' },
    extension: { label: N_('Longer loan'), icon: 'hourglass', domain: 'loans' },
    copy: { label: N_('Thing'), icon: 'lend', domain: 'loans' },
    booking: { label: N_('Seats at a workshop'), icon: 'agenda', domain: 'workshops' },
    session: { label: N_('Date in the agenda'), icon: 'agenda', domain: 'workshops' },
    help: { label: N_('Helping hand'), icon: 'help_hand', domain: 'help' },
    enquiry: { label: N_('Service'), icon: 'parcel', domain: 'services' },
    deposit: { label: N_('Something to leave here'), icon: 'parcel', domain: 'services' },
    visit: { label: N_('Visit'), icon: 'door', domain: 'services' },
    amendment: { label: N_('Change to a date'), icon: 'event_moved', domain: 'workshops' },
};

const DIRECTIONS = {
    need: N_('Helping hand: need'),
    offer: N_('Helping hand: offer'),
    reply: N_('Helping hand: answer'),
};

export function kindWord(kind, direction = '') {
    return kind === 'help' && DIRECTIONS[direction] ? t(DIRECTIONS[direction])
        : t(KINDS[kind]?.label ?? kind);
}

export function colorOf(kind) {
    return DOMAINS[KINDS[kind]?.domain]?.color ?? 'teal';
}

/* ---- States, as the desk reads them: kind's own first ---- */

export const STATES = {
    'help.published': N_('on the board'),
    'help.to_revive': N_('still needed?'),
    'session.published': N_('in the agenda'),
    'session.proposed': N_('to be published'),
    'session.to_decide': N_('too few people: to be decided'),
    'deposit.returned': N_('to be given back'),
    'session.returned': N_('to be completed'),
    'amendment.accepted': N_('agreed'),
    'amendment.closed': N_('refused'),
    'amendment.cancelled': N_('taken back'),
    'extension.accepted': N_('granted'),
    'visit.repair': N_('being repaired'),
    asked: N_('waits for an answer'),
    counter_proposed: N_('another proposal was made'),
    waitlisted: N_('on the waiting list'),
    offered: N_('offered'),
    lapsed: N_('the offer has lapsed'),
    refused: N_('refused'),
    cancelled: N_('cancelled'),
    unanswered: N_('left unanswered'),
    reserved: N_('reserved'),
    ready: N_('to be collected'),
    unclaimed: N_('was not collected'),
    out: N_('lent out'),
    lost: N_('lost'),
    needs_check: N_('to be checked'),
    repair: N_('to be mended'),
    parts_owed: N_('a part is missing'),
    back: N_('back'),
    accepted: N_('to be done'),
    available: N_('available'),
    maintenance: N_('in maintenance'),
    missing: N_('missing'),
    retired: N_('no longer lent'),
    confirmed: N_('confirmed'),
    to_reconfirm: N_('moved: to be confirmed again'),
    present: N_('present'),
    absent: N_('absent'),
    excused: N_('excused'),
    not_served: N_('no seat came free'),
    draft: N_('draft'),
    postponed: N_('postponed'),
    held: N_('over: attendance to enter'),
    counted: N_('over'),
    match_proposed: N_('proposed to both'),
    agreed: N_('agreed'),
    done_said: N_('said to be done'),
    done: N_('done'),
    disputed: N_('to be clarified'),
    closed: N_('closed'),
    paused: N_('paused'),
    redirected: N_('sent on to a partner'),
    announced: N_('to be brought'),
    left: N_('is here'),
    with_provider: N_('at the workshop'),
    to_agree: N_('price to be agreed'),
    to_remind: N_('to be reminded of'),
    collected: N_('collected'),
    given: N_('given away'),
    damaged: N_('damaged'),
    qualified: N_('to be planned'),
    planned: N_('planned'),
    nobody_home: N_('nobody home'),
    visited: N_('visited'),
    later: N_('to be continued'),
    repaired: N_('repaired'),
    referred: N_('sent on to a professional'),
    end_of_life: N_('beyond repair'),
    replaced: N_('changed'),
};

export function stateWord(kind, state) {
    return t(STATES[`${kind}.${state}`] ?? STATES[state] ?? state);
}

/* Why a copy will not be there when a later loan begins: its own state, or the loan's before. */
const AWAY = {
    maintenance: N_('being maintained'),
    missing: N_('not to be found'),
    retired: N_('no longer lent'),
    out: N_('late'),
};
export function awayWord(why) {
    return t(AWAY[why] ?? STATES[why] ?? why);
}
