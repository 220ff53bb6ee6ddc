/* All pages, in the order of the navigation: one line each. main.js shows them.
 *
 * A page is a module pages/NAME.js whose default export is
 *
 *   {
 *     path: 'queue',              // #/queue?request_id=12
 *     title: N_('To decide'),     // of the navigation and the window
 *     icon: 'check_circle',       // its name in kiosk/ui/icons.h, in lower case
 *     least: 'concierge',         // organiser, concierge, coordinator
 *     count: (live) => live.waiting,              // optional: beside its title, if above 0
 *     load: (params) => get('/api/queue', …),     // what it needs; params: strings, by name
 *     build: (data, page) => column(pageHead(t('To decide')), …),
 *     isHidden: true,             // optional: not in the navigation (a record, a print)
 *     isPrint: true,              // optional: without the frame, see print.js
 *   }
 *
 * `page`, given to build: {params, data, reload(), go(path, params), act(promise-maker, {done,
 * undo}), stays}. page.act runs a POST, disables what was pressed, shows errors kindly (a conflict
 * reloads, so that one sees what a colleague decided), then says `done` and reloads.
 *
 * A page is built anew whenever something changed (live.js), unless a dialog is open or a field is
 * being written in: it keeps no state but its parameters, and gives an id to what may have the focus.
 */
import activities from './pages/activities.js';
import agenda from './pages/agenda.js';
import agendaNew from './pages/agenda_new.js';
import printAttendance from './pages/print_attendance.js';

export const PAGES = [agenda, agendaNew, activities, printAttendance];

/* The page behind a path; undefined: there is none. */
export function pageOf(path) {
    return PAGES.find((page) => page.path === path);
}
