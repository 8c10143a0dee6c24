import { createServer } from 'node:net';

/** True when nobody listens on the port of the address. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port the system says is free just now. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** The first free port from the wanted one upwards, at most `tries` away. */
export async function freePortFrom(wanted: number, host = '127.0.0.1', tries = 50): Promise<number | null> {
  for (let port = wanted; port < Math.min(wanted + tries, 65_536); port += 1) {
    if (await isFree(port, host)) return port;
  }
  return null;
}
