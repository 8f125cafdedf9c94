import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

interface Asked {
  commonName: string
  /** in ms; without them, from 2020 until 2120 */
  from?: number
  until?: number
  /** the DNS names of a server, which clients then reach at 127.0.0.1 too */
  hosts?: string[]
}

// https://www.rfc-editor.org/rfc/rfc5280#section-4.1 in the encoding of https://www.itu.int/rec/T-REC-X.690
const tag = { boolean: 1, integer: 2, bits: 3, octets: 4, text: 12, utcTime: 23, time: 24, sequence: 48, set: 49 }
const oid = {
  sha256WithRsa: Buffer.from('06092a864886f70d01010b', 'hex'),
  commonName: Buffer.from('0603550403', 'hex'),
  subjectAltName: Buffer.from('0603551d11', 'hex'),
  basicConstraints: Buffer.from('0603551d13', 'hex'),
}
const [nothing, yes] = [Buffer.from('0500', 'hex'), Buffer.from('0101ff', 'hex')]

/**
 * A self-signed certificate with a new RSA key, both PEM. It is one of an authority: a client that gets the certificate
 * as its authority accepts no other.
 */
export function selfSignedCertificate({
  commonName,
  from = Date.UTC(2020),
  until = Date.UTC(2120),
  hosts = [],
}: Asked): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const algorithm = der(tag.sequence, oid.sha256WithRsa, nothing)
  const name = der(tag.sequence, der(tag.set, der(tag.sequence, oid.commonName, der(tag.text, commonName))))
  const names = [...hosts.map((host) => der(0x82, host)), der(0x87, Buffer.from([127, 0, 0, 1]))]
  const extensions = [
    der(tag.sequence, oid.basicConstraints, yes, der(tag.octets, der(tag.sequence, yes))),
    ...(hosts.length === 0
      ? []
      : [der(tag.sequence, oid.subjectAltName, der(tag.octets, der(tag.sequence, ...names)))]),
  ]
  const content = der(
    tag.sequence,
    der(0xa0, der(tag.integer, Buffer.from([2]))),
    der(tag.integer, Buffer.from([1]), randomBytes(15)),
    algorithm,
    name,
    der(tag.sequence, time(from), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(tag.sequence, ...extensions)),
  )
  const signature = der(tag.bits, Buffer.from([0]), sign('sha256', content, privateKey))
  const lines =
    der(tag.sequence, content, algorithm, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

// Until 2049 with two digits of the year.
function time(at: number): Buffer {
  const text = `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`
  return text < '2050' ? der(tag.utcTime, text.slice(2)) : der(tag.time, text)
}

function der(type: number, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  const size = content.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([type, ...length]), content])
}
