import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { retentionFromText } from '@portal/version-update'
import { expect, it } from 'vitest'
import { planFromFile } from './plan-files/plan-file.ts'
import { profileFromText } from './profiles/encryption-profile.ts'
import { encryptionProofFromText } from './proofs/encryption-proof.ts'

// A file of each version of each format, as the first portal that had it wrote it: none is ever changed or removed
// (CONTRIBUTING.md, Versions). A new version of a format adds its file.

const folder = join(import.meta.dirname, 'testing/older-files')
const files = readdirSync(folder)
const schemas = readdirSync(join(import.meta.dirname, '../../../docs/schemas'))
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

/** Opens a file as the portal does, by what its name starts with. */
const opening: Record<string, (text: string) => unknown> = {
  'image-version-plan': (text) => planFromFile(text).plan?.name,
  'encryption-profile': (text) => profileFromText(text).profile?.name,
  'encryption-proof': (text) => {
    const read = encryptionProofFromText(text)
    return 'proof' in read ? read.proof.predicate.regions.length : read
  },
  'retention-rule': (text) => {
    const read = retentionFromText(text)
    return 'rule' in read ? read.rule.name : read
  },
}

it('there is one for each published schema of a file that the portal writes', () => {
  const published = schemas.filter((name) => !name.startsWith('presenter-script'))
  expect(files.toSorted()).toEqual(published.toSorted())
})

it.each(files)('%s opens', (name) => {
  const open = opening[name.split('.')[0] ?? '']
  expect([1, '1.0.0', 'Production', 'Old builds']).toContain(open?.(read(name)))
})
