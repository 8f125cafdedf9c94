import type { DiskEncryptionSet, IssuePath } from '@portal/image-version'
import { resourceNameOf, sameResourceId, tryParseResourceId } from '@portal/portal-api'
import { useTexts } from '../../i18n/language.ts'
import { Choice, type ChoiceOption } from './Choice.tsx'
import { WizardField } from './WizardField.tsx'
import type { TabProps } from './tab-props.ts'

interface DiskEncryptionSetFieldProps extends Pick<TabProps, 'issues' | 'onLeave'> {
  path: IssuePath
  diskName: string
  regionName: string
  /** the sets that fit this cell */
  sets: DiskEncryptionSet[]
  /** id of the chosen set, '' if none */
  chosen: string
  onChoose: (id: string) => void
}

/** One cell: the set that encrypts one disk in one region, with the key vault and key behind it. */
export function DiskEncryptionSetField(props: DiskEncryptionSetFieldProps) {
  const { path, diskName, regionName, sets, chosen, onChoose, issues, onLeave } = props
  const t = useTexts().wizard.encryption
  const set = sets.find((candidate) => sameResourceId(candidate.id, chosen))
  const options: ChoiceOption[] = sets.map((candidate) => ({
    value: candidate.id,
    label: candidate.name,
    detail: keyOf(candidate, t),
  }))
  // A set that no longer fits stays visible: the user sees what was chosen and why it is refused.
  if (chosen !== '' && set === undefined) {
    const id = tryParseResourceId(chosen)
    options.unshift({ value: chosen, label: id ? resourceNameOf(id) : chosen, detail: t.notFitting, disabled: true })
  }
  return (
    <WizardField
      stacked
      required
      path={path}
      issues={issues}
      onLeave={onLeave}
      label={diskName}
      hint={set === undefined ? undefined : keyOf(set, t)}
    >
      <Choice
        aria-label={t.cell(diskName, regionName)}
        value={set?.id ?? chosen}
        options={options}
        placeholder={t.chooseSet}
        onChoose={onChoose}
      />
    </WizardField>
  )
}

function keyOf(set: DiskEncryptionSet, t: ReturnType<typeof useTexts>['wizard']['encryption']): string {
  const key = t.keyOf(set.keyVaultName, set.keyName)
  return set.rotationToLatestKeyVersionEnabled ? `${key} · ${t.autoRotation}` : key
}
