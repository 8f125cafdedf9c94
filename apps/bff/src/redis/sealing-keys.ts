import { createSecretKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ConfigurationFaults } from '../process/configuration-faults.ts'

export type SealingKeys = readonly [KeyObject, ...KeyObject[]]

const bytes = 32

/**
 * The keys in `file`, one per line: 32 random bytes in base64. The first one encrypts and all of them decrypt, so that
 * a new key can replace an old one. Throws `ConfigurationFaults` if the file can't be read or contains anything else.
 */
export async function loadSealingKeys(file: string): Promise<SealingKeys> {
  const fault = (what: string) => new ConfigurationFaults([`TOKEN_CACHE_KEY_FILE is "${file}", which ${what}.`])
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw fault(`can't be read (${code})`)
  })
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  const [first, ...others] = lines.map(keyIn)
  if (first === undefined || others.length > 1 || others.includes(undefined))
    throw fault(
      'must contain one or two keys, one per line: 32 bytes in Base64, such as the output of "openssl rand -base64 32"',
    )
  return [first, ...others.filter((key) => key !== undefined)]
}

function keyIn(line: string): KeyObject | undefined {
  const key = Buffer.from(line, 'base64')
  return key.length === bytes && key.toString('base64') === line ? createSecretKey(key) : undefined
}
