import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { encryptionCsv } from './encryption-csv.ts'

it('has a line for each disk in each region, and for the guest state of a confidential one', () => {
  const csv = encryptionCsv([
    {
      region: 'westus',
      isStored: true,
      disks: [
        { disk: 'os', stored: 'set-1', asked: 'set-1', verdict: 'as-asked', isMixed: false },
        { disk: 3, asked: 'set-2', verdict: 'differs', isMixed: true },
      ],
      confidential: { stored: { type: 'EncryptedWithCmk', diskEncryptionSetId: 'set-3' }, verdict: 'stored' },
    },
    { region: 'eastus2', isStored: true, disks: [{ disk: 'os', verdict: 'platform-key', isMixed: false }] },
    {
      region: 'japaneast',
      isStored: false,
      disks: [{ disk: 'os', asked: 'set-4', verdict: 'differs', isMixed: false }],
    },
  ])
  expect(parse(csv)).toEqual([
    ['Region', 'Disk', 'Stored', 'Asked', 'Verdict'],
    ['westus', 'OS disk', 'set-1', 'set-1', 'as-asked'],
    ['westus', 'LUN 3', 'platform key', 'set-2', 'differs'],
    ['westus', 'Guest state', 'EncryptedWithCmk set-3', '', 'stored'],
    ['eastus2', 'OS disk', 'platform key', '', 'platform-key'],
    ['japaneast', 'OS disk', '', 'set-4', 'differs'],
  ])
})
