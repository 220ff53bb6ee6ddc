/* What is shown once: a card's code, a PIN. It stays in this page's memory until the paper is
 * printed and left, never in an address, never in the browser's storage. */

let held = null; /* {path, …} */

/* Keeps it for the page "print/…" and goes there. */
export function printOnce(path, secret) {
    held = { path, ...secret };
    location.hash = `#/${path}`;
}

/* What is to be printed at that path; null: it is gone. */
export function secretOf(path) {
    return held?.path === path ? held : null;
}

window.addEventListener('hashchange', () => {
    if (held !== null && location.hash !== `#/${held.path}`) {
        held = null;
    }
});
