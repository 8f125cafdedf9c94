/** A key pair as OpenSSH reads it: the line of a `.pub` file, and the text of a private key file. */
export interface OpenSshKeyPair {
  publicKey: string
  privateKey: string
}

/**
 * A private key of WebCrypto (RSA or Ed25519) in OpenSSH's own format, without a passphrase, and its public key.
 * `check`: a random 32-bit number, by which a reader recognizes that it decrypted the file.
 * https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
 *
 * @throws Error if the key is of another type or not private
 */
export function openSshKeyPair(jwk: JsonWebKey, comment: string, check: number): OpenSshKeyPair {
  const { type, publicFields, privateFields } = fieldsOf(jwk)
  const publicBlob = joined([text(type), ...publicFields])
  const secret = joined([number(check), number(check), text(type), ...privateFields, text(comment)])
  const padding = Uint8Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, index) => index + 1)
  const file = joined([
    new TextEncoder().encode('openssh-key-v1\0'),
    text('none'), // cipher
    text('none'), // key derivation
    text(''),
    number(1),
    field(publicBlob),
    field(joined([secret, padding])),
  ])
  const lines = base64(file).match(/.{1,70}/g) ?? []
  return {
    publicKey: `${type} ${base64(publicBlob)} ${comment}`,
    privateKey: ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n'),
  }
}

interface KeyFields {
  type: 'ssh-rsa' | 'ssh-ed25519'
  publicFields: Uint8Array[]
  privateFields: Uint8Array[]
}

// RSA: https://www.rfc-editor.org/rfc/rfc4253#section-6.6, Ed25519: https://www.rfc-editor.org/rfc/rfc8709#section-4
function fieldsOf({ kty, crv, x, n, e, d, p, q, qi }: JsonWebKey): KeyFields {
  if (kty === 'OKP' && crv === 'Ed25519') {
    const [own, secret] = [bytesOf(x), bytesOf(d)]
    return {
      type: 'ssh-ed25519',
      publicFields: [field(own)],
      privateFields: [field(own), field(joined([secret, own]))],
    }
  }
  if (kty === 'RSA')
    return {
      type: 'ssh-rsa',
      publicFields: [integer(e), integer(n)],
      privateFields: [n, e, d, qi, p, q].map(integer),
    }
  throw new Error(`No OpenSSH format for a key of type ${kty}`)
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

// The data types of SSH: https://www.rfc-editor.org/rfc/rfc4251#section-5
function number(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

function field(bytes: Uint8Array): Uint8Array {
  return joined([number(bytes.length), bytes])
}

function text(value: string): Uint8Array {
  return field(new TextEncoder().encode(value))
}

/** A positive integer: without leading zeros, but with one where its first bit would be a sign. */
function integer(base64Url: string | undefined): Uint8Array {
  const bytes = bytesOf(base64Url)
  const start = bytes.findIndex((byte) => byte !== 0)
  const digits = bytes.subarray(start)
  return field((digits[0] ?? 0) >= 0x80 ? joined([new Uint8Array(1), digits]) : digits)
}

function bytesOf(base64Url: string | undefined): Uint8Array {
  if (base64Url === undefined) throw new Error('The key is not private')
  return Uint8Array.from(atob(base64Url.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
