import { aDiskEncryptionSet, aKey, aKeyVault, readyFacts } from '@portal/disk-encryption/testing'
import { expect, it } from 'vitest'
import { readinessEn } from '../../../../i18n/answers/readiness-notes.en.ts'
import { machineEn } from '../../texts/machine-texts.ts'
import { setOptions } from './set-options.ts'

const sets = [
  aDiskEncryptionSet('Disabled', { facts: readyFacts({ key: aKey({ enabled: false }) }) }),
  aDiskEncryptionSet('Unread'),
  aDiskEncryptionSet('Ready', { facts: readyFacts({ vault: aKeyVault() }) }),
]

it('offers ready sets first and broken ones last, each with a word, an icon and the reason', () => {
  const about = { inImage: '', now: '2026-11-24T12:00:00.000Z', t: machineEn.disks, readiness: readinessEn }
  expect(setOptions(sets, about)).toMatchObject([
    { label: 'Ready', look: 'done', detail: 'Ready · kv-contoso-wus / images-key' },
    { label: 'Unread', look: 'unknown' },
    { label: 'Disabled', look: 'failed', detail: expect.stringMatching(/^Not ready · .*disabled.* · kv/i) as string },
  ])
})
