// SPDX-License-Identifier: EUPL-1.2
// Bytes as they go over the wire: for requests that no browser would send.
import net from 'node:net';

// Sends text (or a Buffer) from an address of this machine; gives all that comes back until the
// other side closes, or until ms have passed.
export function send(port, bytes, {from = '127.0.0.1', ms = 5000} = {}) {
  return new Promise((resolve) => {
    const socket = net.connect({port, host: '127.0.0.1', localAddress: from});
    let got = '';
    const done = (how) => {
      socket.destroy();
      resolve({text: got, how});
    };
    const timer = setTimeout(() => done('time'), ms);
    socket.on('data', (data) => { got += data.toString('latin1'); });
    socket.on('close', () => { clearTimeout(timer); done('closed'); });
    socket.on('error', () => {});
    socket.write(bytes);
  });
}

// The status of the first answer; 0 when none came.
export const status = (answer) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer.text)?.[1] ?? 0);

// An open connection that says nothing more.
export function open(port, bytes, from = '127.0.0.1') {
  return new Promise((resolve) => {
    const socket = net.connect({port, host: '127.0.0.1', localAddress: from});
    socket.is_closed = false;
    socket.on('close', () => { socket.is_closed = true; });
    socket.on('error', () => {});
    socket.on('connect', () => {
      socket.write(bytes);
      resolve(socket);
    });
    socket.resume();
  });
}

export const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
