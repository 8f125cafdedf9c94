import { Text } from '@fluentui/react-components'
import type { DiskEncryptionSetDetails } from '@portal/portal-api'
import { AzurePortalLink } from '../../../patterns/resource/AzurePortalLink.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { useDiskEncryptionSetTexts } from '../texts/use-disk-encryption-set-texts.ts'
import { SetState } from './SetState.tsx'

/** The immutable properties of a set, and the identity with which it accesses its key. */
export function SetProperties({ details }: { details: DiskEncryptionSetDetails }) {
  const t = useDiskEncryptionSetTexts()
  const { set, federatedClientId } = details
  return (
    <FactList
      facts={[
        [
          t.encryptionType,
          <div key="type">
            {t.types[set.encryptionType]}
            <br />
            <Text size={200}>{t.typeFixed}</Text>
          </div>,
        ],
        [t.region, regionDisplayName(set.location)],
        [t.state, <SetState key="state" state={set.provisioningState} />],
        [t.identity, <Identity key="identity" details={details} />],
        ...(federatedClientId === undefined ? [] : [[t.federatedClient, federatedClientId] satisfies [string, string]]),
        [
          t.resourceId,
          <Text key="id" font="monospace" size={200}>
            {set.id}
          </Text>,
        ],
      ]}
    />
  )
}

function Identity({ details }: { details: DiskEncryptionSetDetails }) {
  const t = useDiskEncryptionSetTexts()
  const { identity } = details.set.facts
  if (identity.type === 'None') return <>{t.noIdentity}</>
  return (
    <>
      {identity.type.startsWith('SystemAssigned') && <div>{t.ownIdentity}</div>}
      {details.userAssignedIdentityIds.map((id) => (
        <div key={id}>
          <AzurePortalLink id={id}>{resourceLabel(id)}</AzurePortalLink>
        </div>
      ))}
    </>
  )
}
