/* Asking the server: JSON there and back, always of the same origin, with the sign-in's token.
 *
 *   const queue = await get('/api/queue', {domain: 'loans'});
 *   await post('/api/queue/decide', {request_id, no, answer: 'yes'});
 *
 * Both reject with an ApiError. When the sign-in has expired meanwhile, whoever works here signs in
 * again in a dialog over the page, which keeps what was typed, and the question is asked anew:
 * callers never see it. */

export class ApiError extends Error {
    /* error: a word of kiosk/base/err.h ("conflict", "denied", …), or "offline". reasons: what
     * stood against it, codes of core/flow.h's guards. field: the one at fault. wait_s: until the
     * next try. status: HTTP's; 0 when there was no answer. */
    constructor(status, body) {
        super(`${body.error} (${status})`);
        this.status = status;
        this.error = body.error;
        this.reasons = body.reasons ?? [];
        this.field = body.field ?? '';
        this.wait_s = body.wait_s ?? 0;
    }
}

let token = '';
let signInAgain = null;

export function useToken(value) {
    token = value ?? '';
}

/* What signs in again: resolves once done. */
export function onExpired(ask) {
    signInAgain = ask;
}

/* "?a=1&b=2"; empty values are left out. */
export function queryOf(params = {}) {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(params)) {
        if (value !== undefined && value !== null && value !== '' && value !== false) {
            query.set(key, value === true ? '1' : String(value));
        }
    }
    const text = query.toString();
    return text === '' ? '' : `?${text}`;
}

async function ask(path, options) {
    let answer;
    try {
        answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...options });
    } catch {
        throw new ApiError(0, { error: 'offline' });
    }
    const body = await answer.json().catch(() => ({ error: 'io' }));
    if (!answer.ok) {
        throw new ApiError(answer.status, body.error === undefined ? { error: 'io' } : body);
    }
    return body;
}

async function askSignedIn(path, makeOptions) {
    for (;;) {
        try {
            return await ask(path, makeOptions());
        } catch (error) {
            if (error.status !== 401 || signInAgain === null) {
                throw error;
            }
            await signInAgain();
        }
    }
}

export function get(path, params) {
    return askSignedIn(path + queryOf(params), () => ({ method: 'GET' }));
}

function postOptions(body) {
    return {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Token': token },
        body: JSON.stringify(body ?? {}),
    };
}

export function post(path, body) {
    return askSignedIn(path, () => postOptions(body));
}

/* A file, for routes that take one of that type; params stand in the address. */
export function postFile(path, params, file, type = 'text/csv') {
    return askSignedIn(path + queryOf(params), () => ({
        method: 'POST',
        headers: { 'Content-Type': type, 'X-Token': token },
        body: file,
    }));
}

/* Without signing in anew: for signing in itself. */
export function getOnce(path, params) {
    return ask(path + queryOf(params), { method: 'GET' });
}
export function postOnce(path, body) {
    return ask(path, postOptions(body));
}
