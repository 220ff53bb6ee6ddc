/* All pages, in the order of the navigation: one line each. main.js shows them.
 *
 * A page is a module pages/NAME.js whose default export is
 *
 *   {
 *     path: 'queue',              // #/queue?request_id=12
 *     title: N_('To decide'),     // of the navigation and the window
 *     icon: 'check_circle',       // its name in kiosk/ui/icons.h, in lower case
 *     least: 'concierge',         // organiser, concierge, coordinator
 *     only: 'organiser',          // optional: for nobody above
 *     count: (live) => live.waiting,              // optional: beside its title, if above 0
 *     load: (params) => get('/api/queue', …),     // what it needs; params: strings, by name
 *     build: (data, page) => column(pageHead(t('To decide')), …),
 *     isShown: (live) => live.lacks > 0,          // optional: in the navigation only then
 *     isHidden: true,             // optional: not in the navigation (a record, a print)
 *     isPrint: true,              // optional: without the frame, see print.js
 *   }
 *
 * `page`, given to build: {params, data, until, reload(), go(path, params), act(run, {done, undo,
 * next, stays})}. page.act runs a POST (run gives its promise), shows errors kindly (a conflict
 * reloads, so that one sees what a colleague decided), then says `done`, with "Undo" calling
 * undo(answer), and goes to the address `next`, or reloads unless it `stays` as it is. until: an
 * AbortSignal, for listeners beyond the page.
 *
 * A page is built anew whenever something changed (live.js), unless a dialog is open or a field is
 * being written in: it keeps no state but its parameters, and gives an id to what may have the focus.
 */

import activities from './pages/activities.js';
import agenda from './pages/agenda.js';
import agendaMore from './pages/agenda_more.js';
import agendaNew from './pages/agenda_new.js';
import calendarAddresses from './pages/calendar_addresses.js';
import calendarImport from './pages/calendar_import.js';
import catalogue from './pages/catalogue.js';
import close from './pages/close.js';
import dates from './pages/dates.js';
import enter from './pages/enter.js';
import figures from './pages/figures.js';
import find from './pages/find.js';
import help from './pages/help.js';
import householdNew from './pages/household_new.js';
import households from './pages/households.js';
import householdsImport from './pages/households_import.js';
import firstday from './pages/firstday.js';
import loans from './pages/loans.js';
import loansNew from './pages/loans_new.js';
import notices from './pages/notices.js';
import paper from './pages/paper.js';
import printAttendance from './pages/print_attendance.js';
import printBlock from './pages/print_block.js';
import printCard from './pages/print_card.js';
import printDay from './pages/print_day.js';
import printDeposit from './pages/print_deposit.js';
import printPin from './pages/print_pin.js';
import printPicking from './pages/print_picking.js';
import printRepair from './pages/print_repair.js';
import printSlip from './pages/print_slip.js';
import printStaff from './pages/staff_secrets.js';
import queue from './pages/queue.js';
import request from './pages/request.js';
import services from './pages/services.js';
import servicesTake from './pages/services_take.js';
import site from './pages/site.js';
import staff from './pages/staff.js';
import starter from './pages/starter.js';
import today from './pages/today.js';
import translations from './pages/translations.js';

export const PAGES = [
    /* in the navigation */
    queue,
    notices,
    today,
    loans,
    dates,
    agenda,
    help,
    services,
    households,
    /* reached from others */
    request,
    enter,
    loansNew,
    agendaNew,
    calendarImport,
    calendarAddresses,
    agendaMore,
    activities,
    servicesTake,
    householdNew,
    householdsImport,
    close,
    find,
    paper,
    catalogue,
    site,
    figures,
    staff,
    firstday,
    starter,
    translations,
    /* on paper */
    printAttendance,
    printBlock,
    printCard,
    printDay,
    printDeposit,
    printPin,
    printPicking,
    printRepair,
    printSlip,
    printStaff,
];

/* The page behind a path; undefined: there is none. */
export function pageOf(path) {
    return PAGES.find((page) => page.path === path);
}
