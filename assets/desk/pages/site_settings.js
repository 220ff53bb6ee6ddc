/* The figures of the house's rules: what they mean, in a unit that one can think in. */
import { get, post } from '../api.js';
import { h, icon } from '../dom.js';
import { N_, number, t, tn } from '../i18n.js';
import { field, form, notice, panel } from '../parts.js';
import { save, trouble } from '../save.js';

const UNITS = {
    s: { size: 1, word: (n) => tn('{n} second', '{n} seconds', n) },
    min: { size: 60, word: (n) => tn('{n} minute', '{n} minutes', n) },
    h: { size: 3600, word: (n) => tn('{n} hour', '{n} hours', n) },
    days: { size: 86400, word: (n) => tn('{n} day', '{n} days', n) },
    count: { size: 1, word: (n) => number(n) },
};

/* By name in core/setting.c. One that stands in no group is shown under its name. */
const GROUPS = [
    [N_('Answers'), [
        ['answer_s', 'min', N_('What the desk needs to answer, once it is open')],
        ['presence_grace_s', 'min', N_('After the opening, until the screen says that nobody is there yet')],
        ['undo_s', 'min', N_('How long a decision can be taken back')],
        ['offer_s', 'h', N_('How long an offered seat or thing waits for a yes')],
        ['session_decide_s', 'days', N_('With too few people, it is decided so long before')],
    ]],
    [N_('People without a card'), [
        ['guest_seats', 'count', N_('Seats they may hold')],
        ['guest_items', 'count', N_('Things they may hold')],
        ['guest_requests_per_hour', 'count', N_('Requests in an hour, of all of them together')],
    ]],
    [N_('Loans, services, helping hands'), [
        ['late_s', 'min', N_('So much later a loan may come back')],
        ['deposit_remind_s', 'days', N_('Somebody is reminded of what is ready')],
        ['done_silent_s', 'days', N_('A helping hand said to be done is closed by itself')],
        ['help_revive_s', 'days', N_('A need on the board comes back to the desk')],
        ['offer_confirm_s', 'days', N_('An offer of help is asked to be confirmed')],
        ['ticket_reuse_s', 'days', N_('A ticket number is free again')],
    ]],
    [N_('Screen'), [
        ['ticket_shown_s', 's', N_('The ticket stays on the screen')],
        ['idle_s', 's', N_('Untouched, until “Are you still there?”')],
        ['idle_writing_s', 's', N_('The same while somebody writes')],
        ['still_there_s', 's', N_('Count of “Are you still there?”')],
        ['headset_s', 's', N_('The headset is unplugged, until the visit is erased')],
        ['veil_s', 's', N_('Untouched by somebody who takes their time, until covered')],
        ['staff_lock_s', 's', N_('The staff mode closes, untouched')],
    ]],
    [N_('Wrong PINs and passwords'), [
        ['try_free', 'count', N_('Wrong tries without a wait')],
        ['try_wait_max_s', 'min', N_('The longest wait after one')],
        ['try_per_day', 'count', N_('Wrong tries in a day')],
        ['ticket_tries_per_hour', 'count', N_('Wrong ticket numbers in an hour, of all together')],
    ]],
];

export function load() {
    return get('/api/settings');
}

function settingField(setting, unit, label) {
    const { size, word } = UNITS[unit];
    return field({
        id: setting.name, label, type: 'number', required: true,
        value: String(setting.value / size), step: 'any',
        min: String(setting.least / size), max: String(setting.most / size),
        hint: t('{unit}. Usual: {usual}', {
            unit: unit === 'count' ? t('Number') : t({ s: N_('Seconds'), min: N_('Minutes'), h: N_('Hours'), days: N_('Days') }[unit]),
            usual: word(setting.usual / size),
        }),
    });
}

async function send(values, element, known, page) {
    const changed = known.map(({ setting, unit }) => ({
        name: setting.name, before: setting.value,
        value: Math.round(Number(values[setting.name]) * UNITS[unit].size),
    })).filter((one) => one.value !== one.before);
    const write = async (which) => {
        for (const one of changed) {
            await post('/api/settings/save', { name: one.name, value: one[which] });
        }
        return {};
    };
    await save(page, element, () => write('value'), {
        done: t('The settings are saved.'), undo: changed.length > 0 ? () => write('before') : null,
    });
}

export function build({ lines }, page) {
    const byName = new Map(lines.map((one) => [one.name, one]));
    const known = GROUPS.flatMap(([, settings]) => settings)
        .filter(([name]) => byName.has(name))
        .map(([name, unit]) => ({ setting: byName.get(name), unit }));
    const named = new Set(known.map((one) => one.setting.name));
    const others = lines.filter((one) => !named.has(one.name))
        .map((setting) => ({ setting, unit: 'count' }));
    return form({ id: 'settings-form', cls: 'stack',
        act: (values, element) => send(values, element, [...known, ...others], page) },
    notice('info', h('p', {}, t('These figures suit most houses: change them only with a reason.'))),
    GROUPS.map(([title, settings]) => panel(t(title), h('div', { class: 'fields' },
        settings.filter(([name]) => byName.has(name))
            .map(([name, unit, label]) => settingField(byName.get(name), unit, t(label)))))),
    others.length > 0 && panel(t('Others'), h('div', { class: 'fields' },
        others.map(({ setting }) => settingField(setting, 'count', setting.name)))),
    trouble(),
    h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main', id: 'save-settings' },
        icon('check'), t('Save the settings'))));
}
