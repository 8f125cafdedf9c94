import { Text } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import type { EncryptionVerdict } from '@portal/image-version'
import { resourceNameOf, type VirtualMachineState, type VirtualMachine, deleteTestMachine } from '@portal/portal-api'
import { effectiveMachineEncryption, isForTest, type EffectiveMachineDisk } from '@portal/virtual-machine'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../../api/portal-client.ts'
import { useRead } from '../../../api/use-read.ts'
import { useWrite } from '../../../api/use-write.ts'
import { virtualMachineQuery, testMachineQuery } from '../../../api/virtual-machine-reads.ts'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { imageVersionPath, paths } from '../../../paths.ts'
import { ChangeDialog } from '../../../patterns/change/ChangeDialog.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { pageOf, ResourcePage, type PageResource } from '../../../patterns/page/ResourcePage.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { CommandBar } from '../../../patterns/resource/CommandBar.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { SetLink } from '../../../patterns/resource/SetLink.tsx'
import { useDiskName } from '../../../patterns/resource/use-disk-name.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Message } from '../../../ui/Message.tsx'
import { RouteButton, RouteLink } from '../../../ui/RouteLink.tsx'
import { PanelSection } from '../../../ui/Section.tsx'
import { shows } from '../../../ui/shows.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { RevocationMessage } from '../../image-version/parts/RevocationMessage.tsx'
import { useRevocationTexts } from '../../image-version/texts/revocation-texts.ts'
import { useMachineTexts } from '../texts/machine-texts.ts'
import { DeploymentProgress } from './DeploymentProgress.tsx'

/** A virtual machine: how far its deployment is, and which key encrypts each of its disks. */
export const VirtualMachinePage = pageOf('Microsoft.Compute/virtualMachines', Machine)

function Machine({ id, parts }: PageResource) {
  const { page: t, test } = useMachineTexts()
  const [isDeleting, setDeleting] = useState(false)
  const { machines } = useBrowseTexts()
  const query = useRead(virtualMachineQuery, { id })
  return (
    <ResourcePage
      title={resourceNameOf(parts)}
      subtitle={t.kind}
      crumbs={[{ text: machines.title, href: paths.virtualMachines }]}
      query={query}
      waiting={{ rows: 5, height: 32 }}
      actions={
        query.data?.machine && (
          <CommandBar
            id={id}
            keysOf={{ machine: id }}
            dangerous={
              isForTest(query.data.machine.tags)
                ? [{ name: test.open, icon: DeleteRegular, onSelect: () => setDeleting(true) }]
                : []
            }
          />
        )
      }
    >
      {query.data && <MachineState state={query.data} />}
      {isDeleting && <TestMachineDeletion id={id} onClose={() => setDeleting(false)} />}
    </ResourcePage>
  )
}

function MachineState({ state: { id, machine, deployment } }: { state: VirtualMachineState }) {
  const t = useMachineTexts().page
  const { machineTitle, viewVersion } = useRevocationTexts()
  const isOver = deployment?.state === 'Succeeded' && machine !== undefined
  const disks = machine ? effectiveMachineEncryption(machine.disks, deployment?.plan) : []
  return (
    <>
      {deployment && !isOver && (
        <PanelSection title={t.deployment}>
          <DeploymentProgress deployment={deployment} />
        </PanelSection>
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
          <PanelSection title={t.disks}>
            <MachineDisks machine={machine} disks={disks} />
          </PanelSection>
          <PanelSection title={t.properties}>
            <MachineFacts id={id} machine={machine} />
          </PanelSection>
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

/** Deletes a machine that only tried a version, with its resource group; the dialog lists what goes. */
function TestMachineDeletion({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMachineTexts().test
  const codeText = useCodeText()
  const { list } = useFormats()
  const [, navigate] = useLocation()
  const found = useRead(testMachineQuery, { id })
  const deleting = useWrite('deleteTestMachine', {
    send: () => call(deleteTestMachine, { id }),
    onFresh: () => navigate(paths.virtualMachines),
  })
  const { resourceGroup = '', resources = [], issues = [], missingActions = [] } = found.data ?? {}
  const isPossible = found.isSuccess && issues.length === 0 && missingActions.length === 0
  return (
    <ChangeDialog
      title={t.title}
      size="small"
      confirm={t.delete}
      onConfirm={isPossible ? () => deleting.mutate() : undefined}
      isPossible={isPossible || found.isPending}
      write={deleting}
      deletes
      onClose={onClose}
    >
      {found.isPending && <LoadingRows rows={3} />}
      {found.isError && <ProblemMessage error={found.error} onRetry={() => void found.refetch()} />}
      {issues.length > 0 && <Message intent="warning">{issues.map(codeText).join(' ')}</Message>}
      {missingActions.length > 0 && <Message intent="warning">{t.lacking(list(missingActions))}</Message>}
      {isPossible && (
        <Text>
          {t.goes(resourceGroup)} {list(resources.map(({ name }) => name))}
        </Text>
      )}
    </ChangeDialog>
  )
}

const looks: Record<EncryptionVerdict, StateLook> = {
  'as-asked': 'done',
  differs: 'failed',
  stored: 'done',
  'platform-key': 'unknown',
}

/** Each disk with the set that Azure applied to it, next to the requested one. */
function MachineDisks({ machine, disks }: { machine: VirtualMachine; disks: EffectiveMachineDisk[] }) {
  const t = useMachineTexts()
  const { gigabytes } = useFormats()
  const diskName = useDiskName()
  const storageOf = (type = '') => Object.entries(t.storageTypes).find(([known]) => known === type)?.[1] ?? type
  const factsOf = ({ disk }: EffectiveMachineDisk) => machine.disks.find((each) => each.disk === disk)
  return (
    <DataTable
      label={t.page.disks}
      rows={disks}
      rowKey={({ disk }) => String(disk)}
      isMarked={({ verdict }) => verdict === 'differs'}
      columns={[
        { heading: t.page.disk, cell: ({ disk }) => diskName(disk) },
        {
          heading: t.page.size,
          cell: (row) => {
            const size = factsOf(row)?.sizeInGB
            return size === undefined ? t.page.notKnown : gigabytes(size)
          },
        },
        { heading: t.page.storage, cell: (row) => storageOf(factsOf(row)?.storageAccountType) },
        {
          heading: t.page.encryption,
          cell: (row) => {
            const { verdict, asked, stored } = row
            return (
              <Stack gap="XXS" align="start" {...shows(verdict === 'as-asked' ? 'as-requested' : undefined)}>
                <StateLabel look={looks[verdict]}>{t.page.verdicts[verdict]}</StateLabel>
                {stored !== undefined && <SetLink id={stored} />}
                {stored === undefined && verdict !== 'platform-key' && <span>{t.page.platformKey}</span>}
                {verdict === 'differs' && (
                  <span>
                    {t.page.asked}: {asked === undefined ? t.page.platformKey : <SetLink id={asked} />}
                  </span>
                )}
                {factsOf(row)?.usesAzureDiskEncryption && (
                  <StateLabel look="warning">{t.page.azureDiskEncryption}</StateLabel>
                )}
              </Stack>
            )
          },
        },
      ]}
    />
  )
}
