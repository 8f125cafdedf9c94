// What a file of tests must not leave to the next one: many share a process (vitest.config.ts).

const replaceable = [
  'Date',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'navigator',
  'addEventListener',
  'postMessage',
  'BroadcastChannel',
]
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2', 'uncaughtException', 'unhandledRejection']

/** The state of this process, and of its page if it has one, that tests change. */
export function stateOfProcess() {
  const page = globalThis.document
  return {
    ...Object.fromEntries(replaceable.map((name) => [name, globalThis[name]])),
    ...Object.fromEntries(signals.map((name) => [`listeners of ${name}`, process.listenerCount(name)])),
    ...Object.fromEntries(Object.entries(process.env).map(([name, value]) => [`variable ${name}`, value])),
    'the working folder': process.cwd(),
    ...(page && {
      'the page’s content': page.body.innerHTML,
      'the page’s address': page.location.href,
    }),
  }
}

/**
 * @param {Record<string, unknown>} before a state of the process
 * @param {Record<string, unknown>} after a later one
 * @returns {string[]} what differs
 */
export function leftBehind(before, after) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name])
}
