/* A rule of validation, as fields: who says yes, and when. */
import { h } from './dom.js';
import { N_, t } from './i18n.js';
import { field } from './parts.js';

const RULES = {
    desk: N_('The desk decides each time'),
    automatic: N_('Yes at once, without the desk'),
    desk_above: N_('Yes at once up to so many days, then the desk'),
    trusted: N_('Yes at once for trusted households'),
    trained: N_('Yes at once for those who were shown how'),
};

/* without: codes that mean nothing here. */
export function ruleFields({ rule, rule_limit, rule_code }, without = []) {
    const limit = field({ id: 'rule_limit', label: t('Up to how many days'), type: 'number', min: '1',
        max: '60', value: String(rule_limit || 3) });
    const code = field({ id: 'rule_code', label: t('What they were shown'), maxlength: '31',
        pattern: '[a-z0-9_]+', value: rule_code, hint: t('One word without accents: “machines”') });
    const show = (chosen) => {
        limit.hidden = chosen !== 'desk_above';
        code.hidden = chosen !== 'trained';
    };
    show(rule);
    return h('div', { class: 'stack' },
        field({ id: 'rule', label: t('Who says yes?'), type: 'select', value: rule,
            options: Object.entries(RULES).filter(([one]) => !without.includes(one))
                .map(([one, label]) => [one, t(label)]),
            onchange: (event) => show(event.target.value) }),
        limit, code);
}

/* As the server takes it. */
export function ruleOf({ rule, rule_limit, rule_code }) {
    return {
        rule, rule_limit: rule === 'desk_above' ? Number(rule_limit) : 0,
        rule_code: rule === 'trained' ? rule_code.trim().toLowerCase() : '',
    };
}
