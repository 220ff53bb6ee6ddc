/* What people read: texts, dates, sums, in the language of the moment and the site's time zone.
 *
 *   t('Asked {when}', {when: moment(at_s)})   a text; {names} are replaced
 *   t('Loan no. %d', [4])                     the same for texts shared with the screen
 *   tn('{n} seat', '{n} seats', left)         by number; {n} and %ld are the number
 *   tc('day', 'free')                         a word that means several things
 *   tx('{name} has just answered', {name: h('b', …)})   with elements in it: a list of children
 *   N_('Yes')                                 marks a text in a table; t() it where it is shown
 *
 * Texts are English msgids, translated in assets/po/ (assets/po/update collects them); the texts
 * come from /texts/fr and so on. All times are UTC seconds. Typography and forms follow kiosk/i18n/. */

const NB = '\u00a0'; /* no-break space */
const DAY_S = 86400;
const DAYS_WITHOUT_YEAR = 183;

/* Names of languages, in each itself. */
export const LANGUAGES = [{ code: 'fr', name: 'Français' }, { code: 'en', name: 'English' }];

/* Which form of a text goes with a number, by the rule in the catalogue's head. */
const PLURALS = {
    '(n > 1)': (n) => (n > 1 ? 1 : 0),
    '(n != 1)': (n) => (n !== 1 ? 1 : 0),
};

let catalogue = { lang: 'fr', texts: {} };
let pluralOf = PLURALS['(n > 1)'];
let zone = 'Europe/Paris';
let clockAheadMs = 0;
let formats = new Map();

export function lang() {
    return catalogue.lang;
}

/* Loads and uses a language; rejects when it cannot be had. */
export async function useLanguage(code) {
    const answer = await fetch(`/texts/${encodeURIComponent(code)}`);
    if (!answer.ok) {
        throw new Error(`no texts in ${code}`);
    }
    catalogue = await answer.json();
    pluralOf = PLURALS[catalogue.plural];
    if (pluralOf === undefined) {
        throw new Error(`a new rule of plurals: ${catalogue.plural}`);
    }
    formats = new Map();
    document.documentElement.lang = catalogue.lang;
}

/* The site's zone, and its clock, which may be another than this machine's. */
export function useSite(siteZone, siteNowS) {
    zone = siteZone || zone;
    clockAheadMs = siteNowS ? siteNowS * 1000 - Date.now() : 0;
    formats = new Map();
}

export function now_s() {
    return Math.floor((Date.now() + clockAheadMs) / 1000);
}

/* ---- Texts ---- */

const PLACE = /\{(\w+)\}|%(?:0?\d*l?[dsu]|%)/gu;

function place(text, values) {
    let next = 0;
    return text.replace(PLACE, (whole, key) => {
        if (key !== undefined) {
            return Object.hasOwn(values, key) ? String(values[key]) : whole;
        }
        if (whole === '%%') {
            return '%';
        }
        const width = /%0(\d+)/u.exec(whole);
        const value = Array.isArray(values) ? values[next++] : values.n;
        return value === undefined ? whole : String(value).padStart(width ? Number(width[1]) : 0, '0');
    });
}

function form(text, index) {
    const found = catalogue.texts[text];
    return Array.isArray(found) ? found[index] : found;
}

export function t(msgid, values) {
    const text = msgid === '' ? '' : form(msgid, 0) ?? msgid;
    return values === undefined ? text : place(text, values);
}

export function tn(singular, plural, n, values = {}) {
    const text = form(singular, pluralOf(n)) ?? (n === 1 ? singular : plural);
    return place(text, Array.isArray(values) ? values : { n: number(n), ...values });
}

export function tc(context, msgid, values) {
    const text = form(`${context}\u0004${msgid}`, 0) ?? msgid;
    return values === undefined ? text : place(text, values);
}

export function tx(msgid, nodes) {
    return t(msgid).split(/(\{\w+\})/u).map((part) => {
        const key = /^\{(\w+)\}$/u.exec(part);
        return key !== null && Object.hasOwn(nodes, key[1]) ? nodes[key[1]] : part;
    });
}

/* Mark texts of tables, for assets/po/update. */
export function N_(msgid) {
    return msgid;
}
export function NC_(context, msgid) {
    return msgid;
}

/* "aujourd’hui" as a title. */
export function capital(text) {
    return text === '' ? '' : text[0].toLocaleUpperCase(lang()) + text.slice(1);
}

/* ---- Numbers ---- */

export function number(n) {
    return n.toLocaleString(lang() === 'en' ? 'en-GB' : lang());
}

/* 2 € · 2,50 € · €2.50; cents are shown only when there are some. */
export function euros(cents) {
    const digits = cents % 100 === 0 ? 0 : 2;
    return (cents / 100).toLocaleString(lang() === 'en' ? 'en-GB' : lang(), {
        style: 'currency', currency: 'EUR', minimumFractionDigits: digits,
        maximumFractionDigits: digits,
    });
}

/* "2,50" or "2.50" as typed: cents; NaN when it is no sum. */
export function centsOf(typed) {
    const found = /^\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*€?\s*$/u.exec(typed);
    return found === null ? NaN : Number(found[1]) * 100 + Number((found[2] ?? '0').padEnd(2, '0'));
}

/* ---- Days and times ---- */

function format(key, options) {
    if (!formats.has(key)) {
        const locale = lang() === 'en' ? 'en-GB' : lang();
        formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
    }
    return formats.get(key);
}

/* The site's calendar at a moment: numbers, weekday 1 (Monday) – 7. */
export function civil(at_s) {
    if (!formats.has('civil')) {
        formats.set('civil', new Intl.DateTimeFormat('en-CA', {
            timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
            hour: '2-digit', minute: '2-digit', weekday: 'short',
        }));
    }
    const parts = {};
    for (const { type, value } of formats.get('civil').formatToParts(at_s * 1000)) {
        parts[type] = value;
    }
    const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    return {
        year: Number(parts.year), month: Number(parts.month), day: Number(parts.day),
        hour: Number(parts.hour), minute: Number(parts.minute),
        weekday: weekdays.indexOf(parts.weekday.slice(0, 3)) + 1,
    };
}

function pad(n) {
    return String(n).padStart(2, '0');
}

/* "2026-09-08": for date fields, and the site's local day for the server. */
export function dayKey(at_s) {
    const c = civil(at_s);
    return `${c.year}-${pad(c.month)}-${pad(c.day)}`;
}

/* "2026-09-08T16:42": for date and time fields, and the site's local time for the server. */
export function timeKey(at_s) {
    const c = civil(at_s);
    return `${dayKey(at_s)}T${pad(c.hour)}:${pad(c.minute)}`;
}

/* The day so many days later than "2026-09-08". */
export function dayKeyPlus(key, days) {
    const day = new Date(`${key}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + days);
    return day.toISOString().slice(0, 10);
}

/* A local day or time of the site, as a field gives it, in UTC seconds. */
export function atKey(key) {
    const full = key.length === 10 ? `${key}T00:00` : key;
    const guess = Date.parse(`${full}:00Z`) / 1000;
    if (Number.isNaN(guess) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u.test(full)) {
        return 0;
    }
    const off = (at) => Date.parse(`${timeKey(at)}:00Z`) / 1000 - guess;
    const first = guess - off(guess);
    return first - off(first);
}

/* Calendar days from today. */
export function daysAhead(at_s) {
    const noon = (s) => Date.parse(`${dayKey(s)}T12:00:00Z`) / 1000;
    return Math.round((noon(at_s) - noon(now_s())) / DAY_S);
}

/* 17 h · 14 h 30 · 17:00. minute: of the day, as in opening hours. */
export function minute(minuteOfDay) {
    const hour = Math.floor(minuteOfDay / 60);
    const rest = minuteOfDay % 60;
    if (lang() === 'fr') {
        return rest === 0 ? `${hour}${NB}h` : `${hour}${NB}h${NB}${pad(rest)}`;
    }
    return `${hour}:${pad(rest)}`;
}

export function time(at_s) {
    const c = civil(at_s);
    return minute(c.hour * 60 + c.minute);
}

/* 14 h – 16 h */
export function times(from_s, to_s) {
    return `${time(from_s)} – ${time(to_s)}`;
}

/* Parts joined with no-break spaces where they must not be torn; the first of a month in French. */
function day(at_s, key, options) {
    const parts = format(key, options).formatToParts(at_s * 1000);
    const hasMonth = parts.some((part) => part.type === 'month');
    return parts.map((part, i) => {
        if (part.type === 'day' && part.value === '1' && hasMonth && lang() === 'fr') {
            return '1er';
        }
        return part.type === 'literal' && parts[i - 1]?.type === 'day' ? part.value.replace(' ', NB)
            : part.value;
    }).join('').replace(',', '');
}

function yearOf(at_s) {
    const days = daysAhead(at_s);
    return days > DAYS_WITHOUT_YEAR || days < -DAYS_WITHOUT_YEAR ? { year: 'numeric' } : {};
}

/* mercredi 9 septembre */
export function longDay(at_s) {
    const year = yearOf(at_s);
    return day(at_s, `long${year.year ?? ''}`,
        { weekday: 'long', day: 'numeric', month: 'long', ...year });
}
/* mardi 8 sept. */
export function shortDay(at_s) {
    const year = yearOf(at_s);
    return day(at_s, `short${year.year ?? ''}`,
        { weekday: 'long', day: 'numeric', month: 'short', ...year });
}
/* 31 décembre 2026 */
export function fullDay(at_s) {
    return day(at_s, 'full', { day: 'numeric', month: 'long', year: 'numeric' });
}
/* mar. 8 */
export function badgeDay(at_s) {
    return day(at_s, 'badge', { weekday: 'short', day: 'numeric' }).replace(' ', NB);
}
/* 29 août; for what is some days old */
export function dayMonth(at_s) {
    return day(at_s, 'dayMonth', { day: 'numeric', month: 'short' }).replaceAll(' ', NB);
}
/* hier, aujourd’hui, demain, then mardi (up to six days ahead), else as shortDay(). */
export function relativeDay(at_s) {
    const days = daysAhead(at_s);
    if (days >= -1 && days <= 1) {
        return [t('yesterday'), t('today'), t('tomorrow')][days + 1];
    }
    return days > 1 && days < 7 ? format('weekday', { weekday: 'long' }).format(at_s * 1000)
        : shortDay(at_s);
}
/* demain 17 h · mardi 17 h · mardi 22 sept., 17 h */
export function moment(at_s) {
    const days = daysAhead(at_s);
    return days >= -1 && days < 7
        ? tc('near day, time', '%s %s', [relativeDay(at_s), time(at_s)])
        : tc('date, time', '%s, %s', [shortDay(at_s), time(at_s)]);
}
/* mardi 8 sept., 16 h 31: never "today", for what is printed or kept */
export function shortTime(at_s) {
    return tc('date, time', '%s, %s', [shortDay(at_s), time(at_s)]);
}
/* mercredi 9 septembre, 14 h */
export function longTime(at_s) {
    return tc('date, time', '%s, %s', [longDay(at_s), time(at_s)]);
}
/* du 11 au 15 septembre · du 30 septembre au 2 octobre · le 11 septembre */
export function span(from_s, until_s) {
    const long = { day: 'numeric', month: 'long' };
    const year = yearOf(until_s);
    const end = day(until_s, `span${year.year ?? ''}`, { ...long, ...year });
    const [from, until] = [civil(from_s), civil(until_s)];
    if (dayKey(from_s) === dayKey(until_s)) {
        return tc('on one day', 'on %s', [end]);
    }
    const isSameMonth = from.month === until.month && from.year === until.year;
    const first = lang() === 'fr' && from.day === 1 ? '1er' : String(from.day);
    return tc('days', 'from %s to %s',
        [isSameMonth ? first : day(from_s, 'spanFrom', long), end]);
}
/* ven. 11 → mar. 15; with months when that is long ago or far ahead */
export function days(from_s, until_s) {
    const one = (s) => (daysAhead(s) < -5 || daysAhead(s) > 20 ? shortDay(s) : badgeDay(s));
    return `${one(from_s)} → ${one(until_s)}`;
}
/* à l’instant, depuis 5 min, depuis 6 h, depuis 3 jours */
export function age(since_s) {
    const age_s = now_s() - since_s;
    if (age_s < 60) {
        return t('just now');
    }
    if (age_s < 3600) {
        return t('%ld min ago', [Math.floor(age_s / 60)]);
    }
    if (age_s < DAY_S) {
        return t('%ld h ago', [Math.floor(age_s / 3600)]);
    }
    const n = Math.floor(age_s / DAY_S);
    return tn('%ld day ago', '%ld days ago', n);
}
