import { Field, Switch } from '@fluentui/react-components'
import type { DiskEncryptionSetDetails } from '@portal/portal-api'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { useDiskEncryptionSetTexts } from '../texts/use-disk-encryption-set-texts.ts'
import { useChangeKey } from './use-change-key.ts'

/** Turns automatic rotation on and off; if the user can't change it, shows its state. */
export function RotationSwitch({ details: { set, mayChange } }: { details: DiskEncryptionSetDetails }) {
  const t = useDiskEncryptionSetTexts()
  const change = useChangeKey(set.id)
  const isOn = set.rotationToLatestKeyVersionEnabled
  if (set.encryptionType === 'ConfidentialVmEncryptedWithCustomerKey')
    return <FactList facts={[[t.key.rotation, t.key.rotationConfidential]]} />
  if (mayChange === 'forbidden') return <FactList facts={[[t.key.rotation, isOn ? t.key.on : t.key.off]]} />
  return (
    <>
      <Field hint={t.key.rotationHint}>
        <Switch
          label={t.key.rotation}
          // The request is shown at once; Azure's response follows.
          checked={change.isPending ? change.variables.rotationToLatestKeyVersionEnabled === true : isOn}
          onChange={(_, { checked }) => {
            if (!change.isPending) change.mutate({ rotationToLatestKeyVersionEnabled: checked })
          }}
        />
      </Field>
      <div role="status">{change.isPending ? t.changeKey.saving : change.isSuccess && t.saved}</div>
      {change.error !== null && <ProblemMessage error={change.error} />}
    </>
  )
}
