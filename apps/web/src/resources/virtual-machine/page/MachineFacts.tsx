import { Text } from '@fluentui/react-components'
import type { VirtualMachine } from '@portal/portal-api'
import { imageVersionPath } from '../../../paths.ts'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { SetLink } from '../../../patterns/resource/SetLink.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { useMachineTexts } from '../texts/use-machine-texts.ts'

/** All other facts that Azure returns about a machine. */
export function MachineFacts({ id, machine }: { id: string; machine: VirtualMachine }) {
  const t = useMachineTexts()
  const { page } = t
  const { imageVersionId = '', powerState = '', securityType = 'Standard', confidential } = machine
  const securityTypeName = Object.entries(t.securityTypes).find(([known]) => known === securityType)?.[1]
  const tags = Object.entries(machine.tags)
  return (
    <FactList
      facts={[
        [page.status, page.powerStates[powerState] ?? (powerState === '' ? machine.provisioningState : powerState)],
        [
          page.imageVersion,
          imageVersionId.includes('/versions/') ? (
            <RouteLink href={imageVersionPath(imageVersionId)}>{resourceLabel(imageVersionId)}</RouteLink>
          ) : (
            page.notKnown
          ),
        ],
        [page.machineSize, machine.size === '' ? page.notKnown : machine.size],
        [page.region, regionDisplayName(machine.location)],
        [page.operatingSystem, machine.osType ?? page.notKnown],
        [page.securityType, securityTypeName ?? securityType],
        ...(confidential
          ? ([
              [
                t.disks.confidential,
                <>
                  {t.confidentialTypes[confidential.securityEncryptionType]}
                  {confidential.diskEncryptionSetId && (
                    <>
                      {', '}
                      <SetLink id={confidential.diskEncryptionSetId} />
                    </>
                  )}
                </>,
              ],
            ] satisfies [string, React.ReactNode][])
          : []),
        [page.encryptionAtHost, machine.encryptionAtHost ? t.review.enabled : t.review.off],
        [page.tags, tags.length === 0 ? page.noTags : tags.map(([name, value]) => `${name}: ${value}`).join(', ')],
        [
          page.resourceId,
          <Text key="id" font="monospace" size={200}>
            {id}
          </Text>,
        ],
      ]}
    />
  )
}
