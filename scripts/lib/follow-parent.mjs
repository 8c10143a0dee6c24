// Loaded before a child's own code: the child ends when the process that started it does, however that ended. The
// mark is for the direct child alone: what it forks inherits its flags, and has a channel of another kind.
import { isMainThread } from 'node:worker_threads';

const direct = process.env.STYKKPRIS_DIREKTE_BARN === String(process.ppid);
delete process.env.STYKKPRIS_DIREKTE_BARN;

if (isMainThread && direct && process.channel) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 3000).unref();
  });
  // The channel alone must not keep a finished script alive.
  process.channel.unref();
}
