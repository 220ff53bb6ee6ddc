/* The house: hours, closings, who is planned, what the screen says, the figures of its rules. One
 * page, its parts behind links; each part in a file of its own. */
import { N_, t } from '../i18n.js';
import { chips, column, hash, pageHead } from '../parts.js';
import * as closings from './site_closings.js';
import * as hours from './site_hours.js';
import * as roster from './site_roster.js';
import * as settings from './site_settings.js';
import * as words from './site_words.js';

const PARTS = {
    hours: { label: N_('Opening hours'), part: hours },
    closings: { label: N_('Closings'), part: closings },
    roster: { label: N_('Roster'), part: roster },
    words: { label: N_('Screen and safety'), part: words },
    settings: { label: N_('Settings'), part: settings },
};

function partOf(params) {
    return PARTS[params.part]?.part ?? hours;
}

function links(params) {
    return chips(t('Parts of the house'), Object.entries(PARTS).map(([code, { label, part }]) => ({
        label: t(label), href: hash('site', { part: code }), isChosen: part === partOf(params),
    })));
}

export default {
    path: 'site',
    title: N_('The house'),
    icon: 'house',
    least: 'concierge',
    load: (params) => partOf(params).load(params),
    build: (data, page) => column(
        pageHead(t('The house'), { sub: t('What you change here shows on the screen at once.') }),
        links(page.params), partOf(page.params).build(data, page)),
};
