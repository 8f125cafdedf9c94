import type { ConfidentialEncryption, EffectiveRegion } from '@portal/image-version'
import { csvField } from '../quoting/csv.ts'

const headings = ['Region', 'Disk', 'Stored', 'Asked', 'Verdict']

/**
 * The key of each disk in each region as a CSV file, a line for each cell, for records: IDs of disk encryption sets,
 * `platform key` if there is none.
 */
export function encryptionCsv(regions: readonly EffectiveRegion[]): string {
  const lines = regions.flatMap(({ region, isStored, disks, confidential }) => [
    ...disks.map(({ disk, stored, asked, verdict }) => [
      region,
      disk === 'os' ? 'OS disk' : `LUN ${disk}`,
      isStored ? (stored ?? 'platform key') : '',
      verdict === 'as-asked' || verdict === 'differs' ? (asked ?? 'platform key') : '',
      verdict,
    ]),
    ...(confidential
      ? [
          [
            region,
            'Guest state',
            confidentialText(confidential.stored),
            confidentialText(confidential.asked),
            confidential.verdict,
          ],
        ]
      : []),
  ])
  return [headings, ...lines].map((line) => `${line.map(csvField).join(',')}\r\n`).join('')
}

function confidentialText(encryption: ConfidentialEncryption | undefined): string {
  if (encryption === undefined) return ''
  const { type, diskEncryptionSetId } = encryption
  return diskEncryptionSetId === undefined ? type : `${type} ${diskEncryptionSetId}`
}
