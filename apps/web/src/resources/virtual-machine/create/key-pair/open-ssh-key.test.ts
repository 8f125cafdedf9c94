import { execFileSync } from 'node:child_process'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generateKeyPair, keyTypes } from './generate-key-pair.ts'
import { openSshKeyPair } from './open-ssh-key.ts'

/** The fields of SSH's wire format. */
function fieldsIn(bytes: Buffer): Buffer[] {
  const fields: Buffer[] = []
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (at + 4 + length > bytes.length) break
    fields.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return fields
}

/** What the private key file contains, read as PROTOCOL.key describes it. */
function readPrivateKey(file: string) {
  const bytes = Buffer.from(file.replaceAll(/-----.*-----|\n/g, ''), 'base64')
  const magic = 'openssh-key-v1\0'
  const head = fieldsIn(bytes.subarray(magic.length))
  const body = fieldsIn(bytes.subarray(magic.length + 4 + 4 + 4 + 4 + 4 + 4))
  const [publicBlob = Buffer.alloc(0), secret = Buffer.alloc(0)] = body
  const [type, ...fields] = fieldsIn(secret.subarray(8))
  return {
    magic: bytes.subarray(0, magic.length).toString(),
    ciphers: head.slice(0, 2).map(String),
    checks: [secret.readUInt32BE(0), secret.readUInt32BE(4)],
    length: secret.length,
    publicBlob,
    type: String(type),
    fields,
  }
}

const base64Url = (bytes: Buffer | undefined) => (bytes ?? Buffer.alloc(0)).toString('base64url')
const jwkOf = async (algorithm: 'RSA' | 'Ed25519') => {
  const parameters =
    algorithm === 'RSA'
      ? { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
      : { name: 'Ed25519' }
  const pair = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('Not a key pair')
  return crypto.subtle.exportKey('jwk', pair.privateKey)
}

describe.each(keyTypes)('a key pair of type %s', (type) => {
  it('has the private key that WebCrypto made, and its public key', async () => {
    const jwk = await jwkOf(type)
    const { publicKey, privateKey } = openSshKeyPair(jwk, 'web-01_key', 7)
    const read = readPrivateKey(privateKey)
    expect(read).toMatchObject({ magic: 'openssh-key-v1\0', ciphers: ['none', 'none'], checks: [7, 7] })
    expect(read.length % 8).toBe(0)
    const [kind, blob, comment] = publicKey.split(' ')
    expect([kind, comment]).toEqual([read.type, 'web-01_key'])
    expect(blob).toBe(read.publicBlob.toString('base64'))
    const again =
      type === 'RSA'
        ? createPrivateKey({
            format: 'jwk',
            key: {
              ...jwk,
              ...Object.fromEntries(
                ['n', 'e', 'd', 'qi', 'p', 'q'].map((name, index) => [
                  name,
                  // without the zero of a positive integer
                  base64Url(read.fields[index]?.subarray(read.fields[index][0] === 0 ? 1 : 0)),
                ]),
              ),
            },
          })
        : createPrivateKey({
            format: 'jwk',
            key: {
              kty: 'OKP',
              crv: 'Ed25519',
              x: base64Url(read.fields[0]),
              d: base64Url(read.fields[1]?.subarray(0, 32)),
            },
          })
    const own = createPublicKey(again).export({ format: 'jwk' })
    const names = type === 'RSA' ? (['n', 'e'] as const) : (['x'] as const)
    for (const name of names) expect(own[name]).toBe(jwk[name])
  })

  it('is read by OpenSSH, where it is installed', async () => {
    const { publicKey, privateKey } = await generateKeyPair(type, 'web-01_key')
    expect(publicKey).toMatch(
      type === 'RSA' ? /^ssh-rsa AAAA\S{700,} web-01_key$/ : /^ssh-ed25519 AAAA\S{64} web-01_key$/,
    )
    expect(readByOpenSsh(privateKey) ?? publicKey).toBe(publicKey)
  })
})

it('is made of private keys of these types only', () => {
  expect(() => openSshKeyPair({ kty: 'EC', crv: 'P-256' }, '', 0)).toThrow('EC')
  expect(() => openSshKeyPair({ kty: 'OKP', crv: 'Ed25519', x: 'AA' }, '', 0)).toThrow('not private')
})

/** The public key of a private key file, by `ssh-keygen`; undefined if that is not installed. */
function readByOpenSsh(privateKey: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'key-pair-'))
  try {
    const file = join(folder, 'key.pem')
    writeFileSync(file, privateKey)
    chmodSync(file, 0o600)
    return execFileSync('ssh-keygen', ['-y', '-f', file], { encoding: 'utf8' }).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  } finally {
    rmSync(folder, { recursive: true })
  }
}
