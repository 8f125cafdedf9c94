import { makeStyles, Text } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import type { VirtualMachineState, VirtualMachine } from '@portal/portal-api'
import { effectiveMachineEncryption, isForTest, type EffectiveMachineDisk } from '@portal/virtual-machine'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { virtualMachineQuery } from '../../../api/virtual-machine-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import { imageVersionPath, keyImpactPath, paths } from '../../../paths.ts'
import { InOtherDirectory, isInOtherDirectory } from '../../../patterns/directory/InOtherDirectory.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/use-browse-texts.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { CommandBar } from '../../../patterns/resource/CommandBar.tsx'
import { LinkIncomplete } from '../../../patterns/resource/LinkIncomplete.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { SetLink } from '../../../patterns/resource/SetLink.tsx'
import { useDiskName } from '../../../patterns/resource/use-disk-name.ts'
import { usePageResource, type PageResource } from '../../../patterns/resource/use-page-resource.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Message } from '../../../ui/Message.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteButton, RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { RevocationMessage } from '../../image-version/parts/revocation/RevocationMessage.tsx'
import { useRevocationTexts } from '../../image-version/texts/use-revocation-texts.ts'
import { useMachineTexts } from '../texts/use-machine-texts.ts'
import { DeploymentProgress } from './DeploymentProgress.tsx'
import { MachineDisks } from './MachineDisks.tsx'
import { TestMachineDeletion } from './TestMachineDeletion.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '24px' },
})

/** A virtual machine: how far its deployment is, and which key encrypts each of its disks. */
export function VirtualMachinePage() {
  const resource = usePageResource('Microsoft.Compute/virtualMachines')
  return resource ? <VirtualMachineContent key={resource.id} resource={resource} /> : <LinkIncomplete />
}

function VirtualMachineContent({ resource: { id, parts } }: { resource: PageResource }) {
  const styles = useStyles()
  const { page: t, test } = useMachineTexts()
  const [isDeleting, setDeleting] = useState(false)
  const { machines } = useBrowseTexts()
  const user = useSignedIn()
  const query = useQuery(virtualMachineQuery(user, { id }))
  const title = parts.names.at(-1) ?? ''
  const crumbs = [{ text: machines.title, href: paths.virtualMachines }]
  if (isInOtherDirectory(query.error)) return <InOtherDirectory title={title} crumbs={crumbs} error={query.error} />
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t.kind}
        crumbs={crumbs}
        actions={
          query.data?.machine && (
            <CommandBar
              id={id}
              dangerous={
                isForTest(query.data.machine.tags)
                  ? [{ name: test.open, icon: DeleteRegular, onSelect: () => setDeleting(true) }]
                  : []
              }
            />
          )
        }
      />
      <div className={styles.content}>
        {query.isError && <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && (
          <Panel>
            <LoadingRows rows={5} height={32} />
          </Panel>
        )}
        {query.data && <MachineState state={query.data} />}
        {isDeleting && <TestMachineDeletion id={id} onClose={() => setDeleting(false)} />}
      </div>
    </>
  )
}

function MachineState({ state: { id, machine, deployment } }: { state: VirtualMachineState }) {
  const t = useMachineTexts().page
  const { keyImpact } = useTexts().shell.estatePages
  const { machineTitle, viewVersion } = useRevocationTexts()
  const isOver = deployment?.state === 'Succeeded' && machine !== undefined
  const disks = machine ? effectiveMachineEncryption(machine.disks, deployment?.plan) : []
  return (
    <>
      {deployment && !isOver && (
        <Panel>
          <Section title={t.deployment}>
            <DeploymentProgress deployment={deployment} />
          </Section>
        </Panel>
      )}
      {machine && (
        <>
          {machine.revokedImage && (
            <RevocationMessage
              id={machine.revokedImage.id}
              title={machineTitle(resourceLabel(machine.revokedImage.id))}
              revocation={machine.revokedImage.revocation}
              actions={<RouteButton href={imageVersionPath(machine.revokedImage.id)}>{viewVersion}</RouteButton>}
            />
          )}
          <DifferenceMessage disks={disks} />
          <RetirementMessage machine={machine} />
          <Panel>
            <Section title={t.disks} action={<RouteLink href={keyImpactPath({ machine: id })}>{keyImpact}</RouteLink>}>
              <MachineDisks machine={machine} disks={disks} />
            </Section>
          </Panel>
          <Panel>
            <Section title={t.properties}>
              <MachineFacts id={id} machine={machine} />
            </Section>
          </Panel>
        </>
      )}
    </>
  )
}

/** Says above everything else that Azure applied another encryption than requested. */
function DifferenceMessage({ disks }: { disks: EffectiveMachineDisk[] }) {
  const t = useMachineTexts().page
  const { list } = useFormats()
  const diskName = useDiskName()
  const different = disks.filter(({ verdict }) => verdict === 'differs')
  if (different.length === 0) return null
  return (
    <Message intent="error" title={t.differenceTitle}>
      {t.difference(list(different.map(({ disk }) => diskName(disk))))}
    </Message>
  )
}

/**
 * Says what will happen to disks that are encrypted inside the machine:
 * https://learn.microsoft.com/azure/virtual-machines/disk-encryption-migrate
 */
function RetirementMessage({ machine }: { machine: VirtualMachine }) {
  const t = useMachineTexts().page
  const { list } = useFormats()
  const diskName = useDiskName()
  const retiring = machine.disks.filter(({ usesAzureDiskEncryption }) => usesAzureDiskEncryption)
  if (retiring.length === 0) return null
  return (
    <Message intent="warning" title={t.retirementTitle}>
      {t.retirement(list(retiring.map(({ disk }) => diskName(disk))))}
    </Message>
  )
}

/** All other facts that Azure returns about a machine. */
function MachineFacts({ id, machine }: { id: string; machine: VirtualMachine }) {
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
