import { Checkbox, Radio, RadioGroup, Input } from '@fluentui/react-components'
import { blankVirtualMachinePlan, type VirtualMachinePlan } from '@portal/virtual-machine'
import { IssueField } from '../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useMachineTexts } from '../texts/machine-texts.ts'
import type { TabProps } from './tabs.ts'

/** How the machine is connected. */
export function NetworkingTab(props: TabProps) {
  const { plan, inventory, issues, onEdit, onLeave } = props
  const t = useMachineTexts().networking
  const { network } = plan
  const newNetwork = () => {
    const { network: blank } = blankVirtualMachinePlan('')
    return blank.type === 'New' ? { ...blank, virtualNetworkName: `${plan.name}-vnet` } : blank
  }
  return (
    <Section title={t.heading} description={t.intro}>
      <FormRow label={t.network}>
        <RadioGroup
          layout="horizontal"
          value={network.type}
          onChange={(_, { value }) =>
            onEdit({ network: value === 'New' ? newNetwork() : { type: 'Existing', subnetId: '' } })
          }
        >
          <Radio value="New" label={t.networks.New} />
          <Radio value="Existing" label={t.networks.Existing} />
        </RadioGroup>
      </FormRow>
      {network.type === 'New' ? (
        <NewNetworkFields {...props} network={network} />
      ) : (
        <ExistingSubnetField {...props} subnetId={network.subnetId} />
      )}
      <IssueField issues={issues} onLeave={onLeave} path={['publicIpAddress']} label={t.publicIp} hint={t.publicIpHint}>
        <Checkbox
          checked={plan.publicIpAddress}
          onChange={(_, { checked }) => onEdit({ publicIpAddress: checked === true })}
        />
      </IssueField>
      <FormRow
        label={t.inbound}
        validationState={plan.inboundManagement ? 'warning' : 'none'}
        validationMessage={plan.inboundManagement ? t.inboundWarning : null}
      >
        <Checkbox
          label={t.ports[inventory.imageDefinition.osType]}
          checked={plan.inboundManagement}
          onChange={(_, { checked }) => onEdit({ inboundManagement: checked === true })}
        />
      </FormRow>
    </Section>
  )
}

/** An existing subnet in the machine's region. */
function ExistingSubnetField(props: TabProps & { subnetId: string }) {
  const { plan, inventory, issues, onEdit, onLeave, subnetId } = props
  const t = useMachineTexts().networking
  const { choose } = useWizardTexts().wizard
  const networks = inventory.virtualNetworks.filter(({ location }) => location === plan.location)
  const options = networks.flatMap((network) =>
    network.subnets.map(({ id, name, addressPrefix, isPrivate }) => ({
      value: id,
      label: name,
      detail: isPrivate ? t.privateRange(addressPrefix) : addressPrefix,
      group: network.name,
    })),
  )
  return (
    <IssueField
      issues={issues}
      onLeave={onLeave}
      path={['network', 'subnetId']}
      label={t.subnet}
      hint={options.length === 0 ? t.noSubnets : t.privateSubnetHint}
      required
    >
      <Choice
        value={subnetId}
        options={options}
        placeholder={choose}
        onChoose={(id) => onEdit({ network: { type: 'Existing', subnetId: id } })}
      />
    </IssueField>
  )
}

type NewNetwork = Extract<VirtualMachinePlan['network'], { type: 'New' }>

/** The virtual network and the subnet to create for the machine. */
function NewNetworkFields({ network, issues, onEdit, onLeave }: TabProps & { network: NewNetwork }) {
  const t = useMachineTexts().networking
  const fields: [keyof Omit<NewNetwork, 'type' | 'defaultOutboundAccess'>, string][] = [
    ['virtualNetworkName', t.name],
    ['addressPrefix', t.addressSpace],
    ['subnetName', t.subnetName],
    ['subnetAddressPrefix', t.subnetAddressRange],
  ]
  return (
    <>
      {fields.map(([name, label]) => (
        <IssueField key={name} issues={issues} onLeave={onLeave} path={['network', name]} label={label} required>
          <Input
            value={network[name]}
            onChange={(_, { value }) => onEdit({ network: { ...network, [name]: value.trim() } })}
          />
        </IssueField>
      ))}
      <IssueField
        issues={issues}
        onLeave={onLeave}
        path={['network', 'defaultOutboundAccess']}
        label={t.privateSubnet}
        hint={t.privateSubnetHint}
      >
        <Checkbox
          checked={!network.defaultOutboundAccess}
          onChange={(_, { checked }) => onEdit({ network: { ...network, defaultOutboundAccess: checked !== true } })}
        />
      </IssueField>
    </>
  )
}
