import { regionName, sameRegion, shownText } from '@portal/arm'
import { keyUrlParts } from '@portal/disk-encryption'
import { effectiveEncryption, type EffectiveRegion, type AppliedVersion } from '@portal/image-version'
import * as z from 'zod/mini'

// What encrypts a version, at one moment, as a file that can be kept: an in-toto Statement, not signed.
// https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md

/** Where a portal serves the schema, below its own address; with it, the predicate's type. */
export const encryptionProofSchemaPath = '/schemas/encryption-proof.v1.json'

/** The name of the file that a browser saves. */
export const encryptionProofFileName = 'encryption-proof.json'

/** Maximum number of characters of a file; 100 regions of 65 disks, each with two long IDs and a key, have fewer. */
export const longestEncryptionProof = 10_000_000

/** How the bytes are made whose SHA-256 is the digest of the subject; with jq's own words. */
const digestOf = "jq --compact-output --sort-keys --join-output 'del(.properties.replicationStatus)'"

const text = (most: number, description: string) => shownText(most).check(z.describe(description))
const idOr = (words: string) => text(2048, `ID of a disk encryption set, or ${words}`)
const instant = z.iso.datetime().check(z.describe('Azure’s own time, UTC'))
const guid = shownText(64)

const provenDisk = z.strictObject({
  disk: z
    .union([z.enum(['os', 'confidential']), z.int().check(z.gte(0), z.lte(1023))])
    .check(z.describe('os, the LUN of a data disk, or confidential for the additional key of a confidential machine')),
  confidentialVMEncryptionType: z.exactOptional(shownText(64)),
  requested: idOr('platform-managed, or unknown where the reader did not know the request'),
  applied: idOr('platform-managed, or none in a region that Azure does not have'),
  key: text(1024, 'URL of the key version that the set used then, platform-managed, or unknown if it was unreadable'),
})
export type ProvenDisk = z.infer<typeof provenDisk>

const provenRegion = z.strictObject({
  name: shownText(64),
  replication: z
    .enum(['Unknown', 'Replicating', 'Completed', 'Failed', 'Absent'])
    .check(z.describe('Absent: it was requested, and Azure does not have it')),
  storageAccountType: text(64, 'of Azure, or unknown where it returns none'),
  replicas: z.int().check(z.gte(0)),
  disks: z.array(provenDisk).check(z.maxLength(100)),
})
type ProvenRegion = z.infer<typeof provenRegion>

/** The file. Nothing that the schema does not name is accepted. */
export const encryptionProof = z.strictObject({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  subject: z.tuple([
    z.strictObject({
      name: text(2048, 'resource ID of the image version'),
      digest: z.strictObject({
        sha256: z
          .string()
          .check(
            z.regex(/^[0-9a-f]{64}$/),
            z.describe('of the bytes that predicate.digestOf describes, not of an image'),
          ),
      }),
    }),
  ]),
  predicateType: z.string().check(z.regex(/^https?:\/\/[\w.:[\]-]+\/schemas\/encryption-proof\.v1\.json$/)),
  predicate: z.strictObject({
    digestOf: z
      .strictObject({ apiVersion: shownText(32), canonicalization: z.literal(digestOf) })
      .check(z.describe('Azure’s answer to GET with $expand=ReplicationStatus, and the jq that makes its bytes')),
    readAt: instant,
    reader: z
      .strictObject({ tenantId: guid, objectId: guid })
      .check(z.describe('who has read it, by the claims tid and oid of the token')),
    requests: z
      .array(
        z.strictObject({ requestId: z.exactOptional(shownText(200)), correlationId: z.exactOptional(shownText(200)) }),
      )
      .check(z.maxLength(10_000), z.describe('x-ms-request-id and x-ms-correlation-request-id of Azure’s answers')),
    provisioningState: shownText(64),
    regions: z.array(provenRegion).check(z.maxLength(200)),
  }),
})
export type EncryptionProof = z.infer<typeof encryptionProof>

/** A version as it is proven; portal-api's image version is one. */
interface ProvenVersion extends AppliedVersion {
  id: string
  provisioningState: string
  targetRegions: readonly (AppliedVersion['targetRegions'][number] & {
    replication?: { state: Exclude<ProvenRegion['replication'], 'Absent'> } | undefined
    storageAccountType?: string | undefined
    regionalReplicaCount: number
  })[]
}

interface ProofFacts extends Pick<EncryptionProof['predicate'], 'readAt' | 'reader' | 'requests'> {
  version: ProvenVersion
  /** URLs of the keys that sets use, by the set's ID in lower case; without those that were unreadable */
  keyUrls: ReadonlyMap<string, string>
  /** SHA-256 of Azure's answer as `digestOf` says, in hexadecimal digits */
  sha256: string
  apiVersion: string
  /** of the portal, which serves the schema */
  origin: string
}

/** The proof of what Azure has now. What was requested is added by `withRequest` where that is known. */
export function proofOfEncryption({
  version,
  keyUrls,
  sha256,
  apiVersion,
  origin,
  ...read
}: ProofFacts): EncryptionProof {
  const keyOf = (set: string | undefined) =>
    set === undefined ? 'platform-managed' : (keyUrls.get(set.toLowerCase()) ?? 'unknown')
  const disk = (of: ProvenDisk['disk'], set: string | undefined): ProvenDisk => ({
    disk: of,
    requested: 'unknown',
    applied: set ?? 'platform-managed',
    key: keyOf(set),
  })
  const rows = effectiveEncryption(version)
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: version.id, digest: { sha256 } }],
    predicateType: `${origin}${encryptionProofSchemaPath}`,
    predicate: {
      digestOf: { apiVersion, canonicalization: digestOf },
      ...read,
      provisioningState: version.provisioningState,
      regions: version.targetRegions.map((region, index) => {
        const { region: name = '', disks = [], confidential } = rows[index] ?? {}
        const { type, diskEncryptionSetId } = confidential?.stored ?? {}
        return {
          name,
          replication: region.replication?.state ?? 'Unknown',
          storageAccountType: region.storageAccountType ?? 'unknown',
          replicas: region.regionalReplicaCount,
          disks: [
            ...disks.map(({ disk: of, stored }) => disk(of, stored)),
            ...(type === undefined
              ? []
              : [{ ...disk('confidential', diskEncryptionSetId), confidentialVMEncryptionType: type }]),
          ],
        }
      }),
    },
  }
}

/**
 * The proof with what was requested, where `rows` of `effectiveEncryption` know it: also the regions that Azure lacks.
 */
export function withRequest(proof: EncryptionProof, rows: readonly EffectiveRegion[]): EncryptionProof {
  const { regions } = proof.predicate
  const known = regions.map((region) => {
    const row = rows.find((one) => sameRegion(one.region, region.name))
    return { ...region, disks: region.disks.map((disk) => ({ ...disk, requested: requestedOf(disk.disk, row) })) }
  })
  const missing = rows.filter((row) => !row.isStored && !regions.some(({ name }) => sameRegion(name, row.region)))
  const absent = missing.map((row): ProvenRegion => ({
    name: row.region,
    replication: 'Absent',
    storageAccountType: 'unknown',
    replicas: 0,
    disks: row.disks.map(({ disk }) => ({ disk, requested: requestedOf(disk, row), applied: 'none', key: 'unknown' })),
  }))
  return { ...proof, predicate: { ...proof.predicate, regions: [...known, ...absent] } }
}

function requestedOf(disk: ProvenDisk['disk'], row: EffectiveRegion | undefined): string {
  const isKnown = (verdict: string | undefined) => verdict === 'as-asked' || verdict === 'differs'
  if (disk === 'confidential') {
    const { asked, verdict } = row?.confidential ?? {}
    return isKnown(verdict) ? (asked?.diskEncryptionSetId ?? 'platform-managed') : 'unknown'
  }
  const { asked, verdict } = row?.disks.find((one) => one.disk === disk) ?? {}
  return isKnown(verdict) ? (asked ?? 'platform-managed') : 'unknown'
}

/** Why a text is no proof that this portal can read; the field is the first that is not as the schema has it. */
export type ProofFault = { code: 'TooLarge' | 'Foreign' | 'Signed' } | { code: 'Invalid'; field: string }

const anyStatement = z.object({ predicateType: z.string().check(z.regex(/\/schemas\/encryption-proof\.v1\.json$/)) })
/** https://github.com/in-toto/attestation/blob/main/spec/v1/envelope.md */
const envelope = z.object({ payloadType: z.string(), payload: z.string() })

/** The proof in a file's text, or the first reason why there is none. */
export function encryptionProofFromText(given: string): { proof: EncryptionProof } | { fault: ProofFault } {
  if (given.length > longestEncryptionProof) return { fault: { code: 'TooLarge' } }
  const json = jsonOf(given)
  const parsed = encryptionProof.safeParse(json)
  if (parsed.success) return doubledIn(parsed.data) ?? { proof: parsed.data }
  if (envelope.safeParse(json).success) return { fault: { code: 'Signed' } }
  if (!anyStatement.safeParse(json).success) return { fault: { code: 'Foreign' } }
  return { fault: { code: 'Invalid', field: parsed.error.issues[0]?.path.map(String).join('.') ?? '' } }
}

// Of two entries for a region or a disk, nobody can say which one was meant.
function doubledIn({ predicate: { regions } }: EncryptionProof): { fault: ProofFault } | undefined {
  const isDoubled = (values: unknown[]) => new Set(values).size < values.length
  const doubled = regions.findIndex(({ disks }) => isDoubled(disks.map(({ disk }) => disk)))
  if (doubled === -1 && !isDoubled(regions.map(({ name }) => regionName(name)))) return undefined
  return {
    fault: { code: 'Invalid', field: doubled === -1 ? 'predicate.regions' : `predicate.regions.${doubled}.disks` },
  }
}

function jsonOf(given: string): unknown {
  try {
    return JSON.parse(given)
  } catch {
    return undefined
  }
}

/** The JSON Schema of a proof, for whoever checks one without this portal. */
export function encryptionProofJsonSchema(): unknown {
  return z.toJSONSchema(encryptionProof, { target: 'draft-2020-12', io: 'input' })
}

/** What of a region or disk is compared; `presence` of the whole region or disk. */
export type ProofFact = 'presence' | 'replication' | 'storage' | 'replicas' | 'set' | 'key' | 'keyVersion'

/** A region, or one of its disks, in a proof and today. */
export interface CheckedRow {
  region: string
  /** absent: the region itself */
  disk?: ProvenDisk['disk']
  same: ProofFact[]
  /** without `before`, it is new; without `now`, it is gone */
  changed: { fact: ProofFact; before?: string; now?: string }[]
  /** what one of the two could not read */
  unknown: ProofFact[]
}

type Facts = Partial<Record<ProofFact, string>>

/** What is still as in a kept proof, and what changed; in the order of `kept`, then what is new. */
export function checkedProof(kept: EncryptionProof, today: EncryptionProof): CheckedRow[] {
  const [before, now] = [regionsOf(kept), regionsOf(today)]
  return union(before, now).flatMap((name) => {
    const [one, other] = [before.get(name), now.get(name)]
    const region = { region: name, ...compared(one && regionFacts(one), other && regionFacts(other)) }
    if (one === undefined || other === undefined) return [region]
    const [disks, disksNow] = [disksOf(one), disksOf(other)]
    return [
      region,
      ...union(disks, disksNow).map((disk) => ({
        region: name,
        disk,
        ...compared(disks.get(disk), disksNow.get(disk)),
      })),
    ]
  })
}

function compared(before: Facts | undefined, now: Facts | undefined): Omit<CheckedRow, 'region'> {
  if (before === undefined || now === undefined)
    return {
      same: [],
      changed: [{ fact: 'presence', ...(before && { before: 'yes' }), ...(now && { now: 'yes' }) }],
      unknown: [],
    }
  const row: Omit<CheckedRow, 'region'> = { same: [], changed: [], unknown: [] }
  for (const fact of factNames) {
    const [one, other] = [before[fact], now[fact]]
    // A disk without a set has no key of its own: that its set has changed says it all.
    if (one === undefined || other === undefined) continue
    if (one === 'unknown' || other === 'unknown') row.unknown.push(fact)
    else if (one.toLowerCase() === other.toLowerCase()) row.same.push(fact)
    else row.changed.push({ fact, before: one, now: other })
  }
  return row
}

const factNames = ['replication', 'storage', 'replicas', 'set', 'key', 'keyVersion'] as const

// A region that was only requested is not there.
function regionsOf({ predicate: { regions } }: EncryptionProof): Map<string, ProvenRegion> {
  return new Map(
    regions.filter(({ replication }) => replication !== 'Absent').map((region) => [regionName(region.name), region]),
  )
}

function regionFacts({ replication, storageAccountType, replicas }: ProvenRegion): Facts {
  return { replication, storage: storageAccountType, replicas: String(replicas) }
}

function disksOf({ disks }: ProvenRegion): Map<ProvenDisk['disk'], Facts> {
  return new Map(
    disks.map(({ disk, applied, key }) => {
      const { vaultLabel, keyName, version } = keyUrlParts(key) ?? {}
      if (applied === 'platform-managed') return [disk, { set: applied }]
      if (keyName === undefined) return [disk, { set: applied, key, keyVersion: key }]
      return [disk, { set: applied, key: `${vaultLabel}/${keyName}`, keyVersion: version ?? '' }]
    }),
  )
}

function union<Key>(one: ReadonlyMap<Key, unknown>, other: ReadonlyMap<Key, unknown>): Key[] {
  return [...new Set([...one.keys(), ...other.keys()])]
}
