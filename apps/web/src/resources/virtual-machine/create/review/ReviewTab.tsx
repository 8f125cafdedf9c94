import { Text, makeStyles, tokens, Spinner } from '@fluentui/react-components'
import { regionDisplayName } from '@portal/disk-encryption'
import { type PurchasePlan, purchasePlanLabel } from '@portal/gallery'
import { type ResourceChange, sameResourceId } from '@portal/portal-api'
import type { PolicyVerdict } from '@portal/version-rules'
import {
  toVirtualMachineTemplate,
  machineDisks,
  type VirtualMachineInventory,
  type VirtualMachinePlan,
} from '@portal/virtual-machine'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { ReviewedSets } from '../../../../patterns/key-health/ReviewedSets.tsx'
import { PolicyMessage } from '../../../../patterns/policy/PolicyMessage.tsx'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'
import { ReviewSection } from '../../../../patterns/wizard/ReviewSection.tsx'
import { ReviewVerdict } from '../../../../patterns/wizard/ReviewVerdict.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { CodeBlock } from '../../../../ui/CodeBlock.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { FactList } from '../../../../ui/FactList.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useMachineTexts } from '../../texts/machine-texts.ts'
import { tabs, type TabId, type TabProps } from '../tabs.ts'
import { chosenSets } from '../use-machine-inventory.ts'
import type { MachinePreview } from './use-machine-preview.ts'

const useStyles = makeStyles({
  template: { maxWidth: '960px' },
  summary: { cursor: 'pointer', width: 'fit-content', color: tokens.colorBrandForegroundLink },
})

interface ReviewTabProps extends TabProps {
  imageLabel: string
  preview: MachinePreview
  /** undefined while the policies are read */
  policyVerdict: PolicyVerdict | undefined
  onGoTo: (tab: TabId) => void
}

/** The verdict of the rules, what Azure would do, everything chosen, and the template that is sent. */
export function ReviewTab({ plan, inventory, issues, imageLabel, preview, policyVerdict, onGoTo }: ReviewTabProps) {
  const styles = useStyles()
  const t = useMachineTexts()
  const { review } = useWizardTexts().wizard
  const diskName = useDiskName()
  const facts = useReviewFacts(plan, inventory, imageLabel)
  const deniedTab = tabs.tabOf(policyVerdict?.findings[0]?.paths[0] ?? ['osDisk'])
  return (
    <Stack gap="XXL">
      <ReviewVerdict
        issues={issues}
        isDenied={(preview.data?.missingActions.length ?? 0) > 0 || policyVerdict?.state === 'denied'}
        tabOf={tabs.tabOf}
        labels={t.tabs}
        onGoTo={onGoTo}
      />
      {policyVerdict !== undefined && (
        <PolicyMessage
          request="machine"
          verdict={policyVerdict}
          nameOf={([field, lun]) =>
            field === 'imageVersionId' ? t.page.imageVersion : diskName(field === 'osDisk' ? 'os' : Number(lun))
          }
          goTo={{ label: review.goTo(t.tabs[deniedTab]), onClick: () => onGoTo(deniedTab) }}
        />
      )}
      <PreviewedChanges preview={preview} />
      {(['basics', 'disks', 'networking'] as const).map((tab) => (
        <ReviewSection key={tab} title={t.tabs[tab]} onEdit={() => onGoTo(tab)}>
          <FactList facts={facts[tab]} />
          {tab === 'disks' && (
            <ReviewedSets sets={chosenSets(plan, inventory.diskEncryptionSets)} now={inventory.now} />
          )}
        </ReviewSection>
      ))}
      <ReviewSection title={t.tabs.tags} onEdit={() => onGoTo('tags')}>
        {plan.tags.length === 0 ? (
          <Text>{review.noTags}</Text>
        ) : (
          <FactList facts={plan.tags.map(({ name, value }) => [name, value])} />
        )}
      </ReviewSection>
      <details className={styles.template}>
        <summary className={styles.summary}>{t.review.showTemplate}</summary>
        <Text as="p" block>
          {t.review.templateHint}
        </Text>
        <CodeBlock
          code={JSON.stringify(toVirtualMachineTemplate(plan, inventory.imageDefinition), undefined, 2)}
          label={t.review.template}
          copyLabel={t.review.copyTemplate}
        />
      </details>
    </Stack>
  )
}

/** Azure's what-if result, or the user's missing permissions for it; nothing while there is nothing to preview. */
function PreviewedChanges({ preview }: { preview: MachinePreview }) {
  const t = useMachineTexts()
  const { data, error, isFetching, refetch } = preview
  if (isFetching) return <Spinner size="small" label={t.review.asking} labelPosition="after" />
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  if (data.missingActions.length > 0)
    return (
      <Message intent="warning" title={t.review.missingTitle}>
        {t.review.missing(data.missingActions.join(', '))}
      </Message>
    )
  if (data.changes === undefined) return <Text>{t.review.newGroup}</Text>
  const typeOf = ({ resourceId }: ResourceChange) => {
    const type = resourceId.split('/').at(-2) ?? ''
    return t.page.resourceTypes[type] ?? type
  }
  return (
    <Section title={t.review.preview} description={t.review.nothingYet}>
      <DataTable
        label={t.review.preview}
        rows={data.changes}
        rowKey={({ resourceId }) => resourceId}
        columns={[
          { heading: t.review.resource, cell: ({ resourceId }) => resourceLabel(resourceId) },
          { heading: t.review.type, cell: typeOf },
          { heading: t.review.change, cell: ({ changeType }) => t.review.changes[changeType] },
        ]}
      />
    </Section>
  )
}

type Facts = [label: string, value: string][]

/** Everything chosen, tab by tab. */
function useReviewFacts(
  plan: VirtualMachinePlan,
  inventory: VirtualMachineInventory,
  imageLabel: string,
): Record<'basics' | 'disks' | 'networking', Facts> {
  const t = useMachineTexts()
  const { notSet } = useWizardTexts().wizard.review
  const subscriptions = useRead(subscriptionsQuery)
  const subscription = subscriptions.data?.find(({ subscriptionId }) => subscriptionId === plan.subscriptionId)
  const diskName = useDiskName()
  const orNotSet = (text: string) => (text === '' ? notSet : text)
  const subnets = inventory.virtualNetworks.flatMap((network) => network.subnets)
  const onOff = (isOn: boolean) => (isOn ? t.review.enabled : t.review.off)
  const { resourceGroup, network, securityType, securityEncryptionType } = plan
  const { osState, osType, purchasePlan } = inventory.imageDefinition
  const isPrivate =
    network.type === 'New'
      ? !network.defaultOutboundAccess
      : subnets.some((subnet) => subnet.isPrivate && sameResourceId(subnet.id, network.subnetId))
  const { purchaseTerms: terms } = inventory
  const { accepted, notAccepted, notRead } = t.purchasePlan
  const termsFact = terms === undefined ? notRead : terms.accepted ? accepted : notAccepted
  const planFact = (one: PurchasePlan) => `${purchasePlanLabel(one)} · ${termsFact}`
  return {
    basics: [
      [t.basics.subscription, subscription?.displayName ?? orNotSet(plan.subscriptionId)],
      [
        t.basics.resourceGroup,
        resourceGroup.isNew ? t.review.newNamed(resourceGroup.name) : orNotSet(resourceGroup.name),
      ],
      [t.basics.name, orNotSet(plan.name)],
      [t.basics.region, orNotSet(regionDisplayName(inventory, plan.location))],
      [t.basics.image, imageLabel],
      ...(purchasePlan ? ([[t.purchasePlan.label, planFact(purchasePlan)]] as Facts) : []),
      [t.basics.securityType, securityType === null ? notSet : t.securityTypes[securityType]],
      [t.basics.sizes.size, orNotSet(plan.size)],
      ...(osState === 'Generalized' ? ([[t.basics.username, orNotSet(plan.adminUsername)]] as Facts) : []),
    ],
    disks: [
      ...machineDisks(plan).map(({ key, disk }): [string, string] => [
        diskName(key),
        `${disk.diskEncryptionSetId === '' ? t.disks.platformKey : resourceLabel(disk.diskEncryptionSetId)}, ${t.storageTypes[disk.storageAccountType]}`,
      ]),
      ...(securityType === 'ConfidentialVM' && securityEncryptionType !== null
        ? ([[t.disks.confidentialType, t.confidentialTypes[securityEncryptionType]]] as Facts)
        : []),
      [t.disks.encryptionAtHost, onOff(plan.encryptionAtHost)],
    ],
    networking: [
      network.type === 'New'
        ? [t.networking.network, t.review.newNamed(`${network.virtualNetworkName} ${network.addressPrefix}`)]
        : [
            t.networking.subnet,
            orNotSet(
              network.subnetId
                .split('/')
                .slice(-3)
                .filter((part) => part !== 'subnets')
                .join(' / '),
            ),
          ],
      [t.networking.privateSubnet, onOff(isPrivate)],
      [t.networking.publicIp, onOff(plan.publicIpAddress)],
      [t.networking.inbound, plan.inboundManagement ? t.networking.ports[osType] : t.review.noPorts],
    ],
  }
}
