import { ConfigurationFaults } from '../process/configuration-faults.ts'

const advice = new Map([
  ['EADDRINUSE', 'another process uses this port; stop it, or set another PORT'],
  [
    'EACCES',
    "this user doesn't have permission for this port; set PORT to 1024 or higher, or allow Node.js to use lower ports",
  ],
  ['EADDRNOTAVAIL', "HOST isn't an address of this machine"],
  ['ENOTFOUND', "HOST isn't an address of this machine"],
])

/** What is wrong with PORT and HOST if the system does not allow listening there, and what to do about it. */
export function cannotListen({ port, host }: { port: number; host: string }, error: unknown): ConfigurationFaults {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const reason = [code, advice.get(code)].filter((part) => part !== undefined).join(': ')
  return new ConfigurationFaults([`The portal can't listen on PORT ${port} and HOST "${host}" (${reason}).`])
}
