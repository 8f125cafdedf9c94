import { readFileSync } from 'node:fs'
import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { effectiveEncryption } from '@portal/image-version'
import { aPlan, customerManaged } from '@portal/image-version/testing'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import {
  checkedProof,
  type EncryptionProof,
  encryptionProofFromText,
  longestEncryptionProof,
  proofOfEncryption,
  withRequest,
} from './encryption-proof.ts'

const published: unknown = JSON.parse(
  readFileSync(new URL('../../../../docs/schemas/encryption-proof.v1.json', import.meta.url), 'utf8'),
)
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(Object(published))

const [osSet, dataSet] = [
  diskEncryptionSetId('WestUSDiskEncryptionSet1'),
  diskEncryptionSetId('WestUSDiskEncryptionSet2'),
]
const keyUrl = (version: string) => `https://kv.vault.azure.net/keys/images/${version}`

type Key = [setId: string, keyUrl: string]

interface Changes {
  regions?: string[]
  os?: string
  lun0?: string
  keyVersion?: string
  replicas?: number
  storage?: string
  keys?: Key[]
}

function version({
  regions = ['West US'],
  os = osSet,
  lun0 = dataSet,
  replicas = 2,
  storage = 'Standard_ZRS',
}: Changes = {}) {
  return {
    id: '/subscriptions/s/versions/1.0.0',
    provisioningState: 'Succeeded',
    dataDisks: [{ lun: 0 }],
    targetRegions: regions.map((name) => ({
      name,
      regionalReplicaCount: replicas,
      storageAccountType: storage,
      osDiskImage: os,
      dataDiskImages: [{ lun: 0, diskEncryptionSetId: lun0 }],
      replication: { state: 'Completed' as const },
    })),
  }
}

function proof(changes: Changes = {}): EncryptionProof {
  const { keyVersion = 'v1', keys = [osSet, dataSet].map((set): Key => [set.toLowerCase(), keyUrl(keyVersion)]) } =
    changes
  return proofOfEncryption({
    version: version(changes),
    keyUrls: new Map(keys),
    sha256: '0'.repeat(64),
    apiVersion: '2026-03-03',
    origin: 'https://portal.example',
    readAt: '2026-11-24T10:00:00.000Z',
    reader: { tenantId: 't', objectId: 'o' },
    requests: [{ requestId: 'r', correlationId: 'c' }],
  })
}

const disksOf = ({ predicate }: EncryptionProof) =>
  predicate.regions.flatMap(({ name, disks }) =>
    disks.map(({ disk, requested, applied }) => [name, disk, requested, applied].join(' ')),
  )

describe('a proof', () => {
  it.each([
    ['as it is', {}],
    ['without sets', { os: '', lun0: '', keys: [] }],
    ['without keys', { keys: [] }],
    ['of several regions', { regions: ['West US', 'East US 2'] }],
  ])('%s is as the published schema says, and is read back', (_, changes: Changes) => {
    const made = proof(changes)
    expect(validate(made), JSON.stringify(validate.errors)).toBe(true)
    expect(encryptionProofFromText(JSON.stringify(made))).toEqual({ proof: made })
  })

  it('has the key of each set, platform-managed without a set, unknown where it was not read', () => {
    const keys = ({ predicate }: EncryptionProof) =>
      predicate.regions.flatMap(({ disks }) => disks.map(({ key }) => key))
    expect(keys(proof({ os: osSet.toUpperCase(), keys: [[osSet.toLowerCase(), keyUrl('v1')]] }))).toEqual([
      keyUrl('v1'),
      'unknown',
    ])
    expect(keys(proof({ lun0: '' }))).toEqual([keyUrl('v1'), 'platform-managed'])
  })

  it('has a confidential machine’s additional key as a disk of its own', () => {
    const confidential = version()
    const [region] = confidential.targetRegions
    const targetRegions = [
      { ...region, confidentialVMEncryptionType: 'EncryptedWithCmk', secureVMDiskEncryptionSetId: osSet },
    ]
    const { predicate } = proofOfEncryption({
      ...factsOf(proof()),
      version: { ...confidential, targetRegions } as Parameters<typeof proofOfEncryption>[0]['version'],
    })
    expect(predicate.regions[0]?.disks.at(-1)).toMatchObject({
      disk: 'confidential',
      confidentialVMEncryptionType: 'EncryptedWithCmk',
      applied: osSet,
      key: keyUrl('v1'),
    })
  })

  it('says what was requested where that is known, also in a region that Azure does not have', () => {
    const plan = aPlan({
      targetRegions: [
        customerManaged('westus', { os: 'WestUSDiskEncryptionSet1', 0: 'WestUSDiskEncryptionSet1' }),
        customerManaged('eastus2', { os: 'EastUS2DiskEncryptionSet1', 0: '' }),
      ],
    })
    expect(disksOf(proof())).toEqual([`westus os unknown ${osSet}`, `westus 0 unknown ${dataSet}`])
    const made = withRequest(proof(), effectiveEncryption(version(), plan))
    expect(disksOf(made)).toEqual([
      `westus os ${osSet} ${osSet}`,
      `westus 0 ${osSet} ${dataSet}`,
      `eastus2 os ${diskEncryptionSetId('EastUS2DiskEncryptionSet1')} none`,
      'eastus2 0 platform-managed none',
    ])
    expect(made.predicate.regions[1]?.replication).toBe('Absent')
    expect(validate(made)).toBe(true)
  })
})

describe('the file of a proof', () => {
  const changed = (path: string, value: unknown) => {
    const copy: unknown = JSON.parse(JSON.stringify(proof()))
    const names = path.split('.')
    const parent = names.slice(0, -1).reduce<unknown>((at, name) => Reflect.get(Object(at), name), copy)
    Reflect.set(Object(parent), names.at(-1) ?? '', value)
    return JSON.stringify(copy)
  }
  const [region] = proof().predicate.regions
  it.each([
    ['no JSON', '{"_type":', { code: 'Foreign' }],
    ['another statement', changed('predicateType', 'https://slsa.dev/provenance/v1'), { code: 'Foreign' }],
    ['a signed envelope', '{"payloadType":"application/vnd.in-toto+json","payload":"e30="}', { code: 'Signed' }],
    ['more than any proof', ' '.repeat(longestEncryptionProof + 1), { code: 'TooLarge' }],
    ['a million brackets', '['.repeat(1_000_000), { code: 'Foreign' }],
    ['more than the schema has', changed('predicate.verdict', 'good'), { code: 'Invalid', field: 'predicate' }],
    [
      'a key of objects',
      JSON.stringify(proof()).replace('"reader":{', '"reader":{"__proto__":{},'),
      { code: 'Invalid', field: 'predicate.reader' },
    ],
    ['a name that turns the text', changed('subject.0.name', 'a\u202Eb'), { code: 'Invalid', field: 'subject.0.name' }],
    [
      'an invisible character',
      changed('predicate.regions.0.disks.0.applied', 'a\u3164'),
      { code: 'Invalid', field: 'predicate.regions.0.disks.0.applied' },
    ],
    ['another time', changed('predicate.readAt', 'yesterday'), { code: 'Invalid', field: 'predicate.readAt' }],
    [
      'a region twice',
      changed('predicate.regions', [region, { ...region, name: 'West US' }]),
      { code: 'Invalid', field: 'predicate.regions' },
    ],
    [
      'a disk twice',
      changed('predicate.regions.0.disks', [region?.disks[0], region?.disks[0]]),
      { code: 'Invalid', field: 'predicate.regions.0.disks' },
    ],
  ])('with %s is refused', (_, given, fault) => {
    expect(encryptionProofFromText(given)).toEqual({ fault })
  })
})

describe('a kept proof compared with today', () => {
  const rows = (kept: EncryptionProof, today: EncryptionProof) =>
    checkedProof(kept, today).flatMap(({ region, disk, changed, unknown }) => [
      ...changed.map(({ fact, before, now }) => [region, disk, fact, before, now].join(' ')),
      ...unknown.map((fact) => `${region} ${disk} ${fact}?`),
    ])

  it('is the same as long as nothing has changed, whatever the case of IDs', () => {
    expect(rows(proof(), proof({ os: osSet.toUpperCase() }))).toEqual([])
    expect(checkedProof(proof(), proof())).toMatchObject([
      { region: 'westus', same: ['replication', 'storage', 'replicas'] },
      { region: 'westus', disk: 'os', same: ['set', 'key', 'keyVersion'] },
      { region: 'westus', disk: 0, same: ['set', 'key', 'keyVersion'] },
    ])
  })

  it.each<[string, Changes, string[]]>([
    ['another version of the key', { keyVersion: 'v2' }, ['westus os keyVersion v1 v2', 'westus 0 keyVersion v1 v2']],
    ['more replicas', { replicas: 3 }, ['westus  replicas 2 3']],
    ['other storage', { storage: 'Standard_LRS' }, ['westus  storage Standard_ZRS Standard_LRS']],
    ['a region that is gone', { regions: [] }, ['westus  presence yes ']],
    ['a new region', { regions: ['West US', 'East US 2'] }, ['eastus2  presence  yes']],
    ['platform-managed keys', { lun0: '' }, [`westus 0 set ${dataSet} platform-managed`]],
    ['another set', { lun0: osSet }, [`westus 0 set ${dataSet} ${osSet}`]],
    [
      'a key that is hidden',
      { keys: [[osSet.toLowerCase(), keyUrl('v1')]] },
      ['westus 0 key?', 'westus 0 keyVersion?'],
    ],
  ])('shows %s', (_, changes, seen) => {
    expect(rows(proof(), proof(changes))).toEqual(seen)
  })

  it('does not count a region that was only requested', () => {
    const missing = withRequest(proof(), effectiveEncryption(version(), aPlan()))
    expect(rows(missing, proof())).toEqual([])
  })
})

function factsOf({ predicate }: EncryptionProof) {
  return {
    keyUrls: new Map([[osSet.toLowerCase(), keyUrl('v1')]]),
    sha256: '0'.repeat(64),
    apiVersion: '2026-03-03',
    origin: 'https://portal.example',
    readAt: predicate.readAt,
    reader: predicate.reader,
    requests: predicate.requests,
  }
}
