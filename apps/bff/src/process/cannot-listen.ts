import { ConfigurationFaults } from '../config/configuration-faults.ts'

const advice = new Map([
  ['EADDRINUSE', 'another process has this port; end that one, or set another PORT'],
  [
    'EACCES',
    'this user may not take this port; set PORT to one from 1024 on, or give Node.js the right to those below',
  ],
  ['EADDRNOTAVAIL', 'HOST is no address of this machine'],
  ['ENOTFOUND', 'HOST is no address of this machine'],
])

/** What is wrong with PORT and HOST if the system does not allow listening there, and what to do about it. */
export function cannotListen({ port, host }: { port: number; host: string }, error: unknown): ConfigurationFaults {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const reason = [code, advice.get(code)].filter((part) => part !== undefined).join(': ')
  return new ConfigurationFaults([`PORT is ${port} and HOST is "${host}", where the portal cannot listen (${reason}).`])
}
