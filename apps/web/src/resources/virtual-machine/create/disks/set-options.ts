import { type DiskEncryptionSet, findingsOf } from '@portal/disk-encryption'
import { sameResourceId } from '@portal/portal-api'
import type { ReadinessTexts } from '../../../../i18n/answers/readiness-notes.en.ts'
import { readinessLooks } from '../../../../patterns/key-health/FindingList.tsx'
import { orderedSets, stateOfSet } from '../../../../patterns/matrix/list/ordered-sets.ts'
import type { ChoiceOption } from '../../../../ui/Choice.tsx'
import type { MachineTexts } from '../../texts/machine-texts.ts'

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
  return orderedSets(sets, { now, used: [] }).map((set) => {
    const state = stateOfSet(set, now)
    const [worst] = findingsOf(set, now)
    const why = worst === undefined || state === 'ready' ? undefined : readiness.briefs[worst.code]?.(worst.params)
    const key = [set.keyVaultName, set.keyName].filter(Boolean).join(' / ')
    const isInImage = sameResourceId(set.id, inImage)
    return {
      value: set.id,
      label: set.name,
      group: t.keyGroups[set.encryptionType],
      look: readinessLooks[state],
      detail: [readiness.states[state], why, key, isInImage ? t.asInImage : ''].filter(Boolean).join(' · '),
    }
  })
}
