/* Whether it stands on paper: when it was written, and the number on the slip. */
import { h } from '../dom.js';
import { dayKey, dayKeyPlus, now_s, t, timeKey } from '../i18n.js';
import { check, field, panel } from '../parts.js';

const DAYS_BACK = 60;

export function paperCard() {
    const now = now_s();
    return panel(t('From paper?'),
        check({
            id: 'is_paper', label: t('It was written on paper'),
            sub: t('It takes its place in the queue by when it was written.'),
        }),
        h('div', { class: 'paper-fields stack' },
            field({
                id: 'happened_at', label: t('Written when?'), type: 'datetime-local',
                value: timeKey(now), max: timeKey(now),
                min: `${dayKeyPlus(dayKey(now), -DAYS_BACK)}T00:00`, 'data-field': 'happened_at',
            }),
            field({
                id: 'paper_number', label: t('Number on the slip'), inputmode: 'numeric',
                maxlength: '7', autocomplete: 'off', 'data-field': 'paper_number',
                hint: t('Six digits, if the slip has a printed number'),
            })));
}

export function paperOf(values) {
    const isPaper = values.is_paper !== undefined;
    return {
        channel: isPaper ? 'paper' : 'desk',
        happened_at: isPaper ? values.happened_at : '',
        paper_number: isPaper ? values.paper_number.replace(/\s/gu, '') : '',
    };
}
