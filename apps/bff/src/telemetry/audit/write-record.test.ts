import { noChange } from '@portal/version-update'
import { expect, it } from 'vitest'
import { encryptedPlan, imageDefinitionId, setId } from '../../testing/faults.ts'
import { writeRecordOf } from './write-record.ts'

it('names the version, the fields and the sets of a plan', () => {
  const { resource, fields, setsAsked } = writeRecordOf(encryptedPlan())
  expect(resource).toEqual({
    imageDefinitionId,
    name: '2.0.0',
    'source.id': expect.stringMatching(/myImage$/) as string,
  })
  expect(fields).toEqual(expect.arrayContaining(['name', 'source.id', 'source.type', 'targetRegions']))
  const set = setId('WestUSDiskEncryptionSet1')
  expect(setsAsked).toEqual({
    'targetRegions.westus.encryption.osDiskImage': set,
    'targetRegions.westus.encryption.dataDiskImages.lun0.diskEncryptionSetId': set,
  })
})

it('names of a change what it changes, and nothing that stays', () => {
  const change = { ...noChange(), replicaCount: 3, removedRegions: ['westus'] }
  const { fields } = writeRecordOf({ id: `${imageDefinitionId}/versions/1.0.0`, change, fingerprint: 'f' })
  expect(fields).toEqual(['id', 'change.removedRegions', 'change.replicaCount', 'fingerprint'])
})

it('tells no value but ids and names: no password, tag, text or signature of an address', () => {
  const record = writeRecordOf({
    plan: { name: 'vm-1', adminUsername: 'canary', tags: [{ name: 'team', value: 'canary' }] },
    secret: 'canary',
    source: { osDiskUri: 'https://x.blob.core.windows.net/vhds/os.vhd?sig=canary' },
    imageVersionId: '/subscriptions/x?sig=canary',
  })
  expect(JSON.stringify(record)).not.toContain('canary')
  expect(record.resource).toEqual({ 'plan.name': 'vm-1', imageVersionId: '/subscriptions/x' })
})
