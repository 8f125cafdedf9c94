import { regionDisplayName } from '@portal/disk-encryption'
import { type PurchasePlan, purchasePlanLabel } from '@portal/gallery'
import { sameResourceId } from '@portal/portal-api'
import { machineDisks, type VirtualMachineInventory, type VirtualMachinePlan } from '@portal/virtual-machine'
import { useQuery } from '@tanstack/react-query'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'

type Facts = [label: string, value: string][]

/** Everything chosen, tab by tab. */
export function useReviewFacts(
  plan: VirtualMachinePlan,
  inventory: VirtualMachineInventory,
  imageLabel: string,
): Record<'basics' | 'disks' | 'networking', Facts> {
  const t = useMachineTexts()
  const { notSet } = useWizardTexts().wizard.review
  const user = useSignedIn()
  const subscriptions = useQuery(subscriptionsQuery(user))
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
