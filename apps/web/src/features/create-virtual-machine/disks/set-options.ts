import { findingsOf, type DiskEncryptionSet, type ReadinessState } from '@portal/image-version'
import { sameResourceId } from '@portal/portal-api'
import type { ReadinessTexts } from '../../../i18n/disk-encryption-sets/readiness.en.ts'
import type { MachineTexts } from '../../../i18n/machines/machine.en.ts'
import { readinessLooks } from '../../../parts/readiness/FindingList.tsx'
import type { ChoiceOption } from '../../../ui/Choice.tsx'

const order: readonly ReadinessState[] = ['ready', 'warning', 'unknown', 'blocked']

interface About {
  /** id of the image's set for the disk; '' for none */
  inImage: string
  /** Azure's own time, ISO 8601 */
  now: string
  t: MachineTexts['disks']
  readiness: ReadinessTexts
}

/**
 * The available sets, in the groups of the Azure portal's Key management: those that are ready first, those that Azure
 * would refuse last, each with its reason.
 */
export function setOptions(sets: readonly DiskEncryptionSet[], about: About): ChoiceOption[] {
  const { inImage, now, t, readiness } = about
  const judged = sets.map((set) => {
    const [worst] = findingsOf(set, now)
    const state = worst?.state ?? 'ready'
    const why = worst === undefined || state === 'ready' ? undefined : readiness.briefs[worst.code]?.(worst.params)
    return { set, state, why }
  })
  return judged
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
    .map(({ set, state, why }) => ({
      value: set.id,
      label: set.name,
      group: t.keyGroups[set.encryptionType],
      look: readinessLooks[state],
      detail: [
        readiness.states[state],
        why,
        [set.keyVaultName, set.keyName].filter(Boolean).join(' / '),
        sameResourceId(set.id, inImage) ? t.asInImage : '',
      ]
        .filter(Boolean)
        .join(' · '),
    }))
}
