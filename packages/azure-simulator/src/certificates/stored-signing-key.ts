import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { isJsonObject, textAt } from '../json.ts'

/**
 * The signing key kept in `file`, created there if there is none: a client's tokens survive a restart. Rejects if the
 * file contains something else, or can't be written.
 */
export async function storedSigningKey(file: string): Promise<JWK> {
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  if (kept === undefined) {
    const made = await exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey)
    await mkdir(dirname(file), { recursive: true })
    await written(file, JSON.stringify(made))
    return made
  }
  const parsed: unknown = JSON.parse(kept)
  if (!isJsonObject(parsed) || textAt(parsed, 'kty') !== 'RSA') throw new TypeError(`${file} holds no signing key`)
  const members = Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { ...Object.fromEntries(members), kty: 'RSA' }
}

/** Writes all of it, or leaves no file: half a key would keep every later start from saving one. */
async function written(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { mode: 0o600 })
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}
