/* Whether somebody is writing on the page: what they typed must not go. */
import { dialogIsOpen } from './dialog.js';

function hasChanged(field) {
    if (field.type === 'checkbox' || field.type === 'radio') {
        return field.checked !== field.defaultChecked;
    }
    if (field.tagName === 'SELECT') {
        const begun = [...field.options].findIndex((option) => option.defaultSelected);
        return field.selectedIndex !== Math.max(begun, 0);
    }
    return field.value !== field.defaultValue;
}

/* page: the element in which it stands. What is being done there (aria-busy) counts, too. */
export function isWriting(page) {
    const isIn = page.contains(document.activeElement) && document.activeElement.matches(
        'input:not([type=checkbox], [type=radio]), textarea, select');
    return dialogIsOpen() || isIn || page.querySelector('[aria-busy=true]') !== null ||
        [...page.querySelectorAll('input, textarea, select')].some(hasChanged);
}
