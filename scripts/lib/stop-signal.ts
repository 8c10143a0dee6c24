/**
 * Resolves at the first wish to stop: Ctrl-C, SIGTERM, SIGHUP, or the death of the
 * process that started us. Later ones are swallowed, so that stopping is not stopped.
 */
export function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    process.on('message', (message) => {
      if (message === 'stopp') resolve('SIGINT');
    });
    process.on('disconnect', () => resolve('disconnect'));
    // Output to a closed terminal must not end us before the database is stopped.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  });
}
