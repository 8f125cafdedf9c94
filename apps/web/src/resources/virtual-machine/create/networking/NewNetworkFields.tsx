import { Checkbox, Input } from '@fluentui/react-components'
import type { VirtualMachinePlan } from '@portal/virtual-machine'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import type { TabProps } from '../tabs.ts'

type NewNetwork = Extract<VirtualMachinePlan['network'], { type: 'New' }>

/** The virtual network and the subnet to create for the machine. */
export function NewNetworkFields({ network, issues, onEdit, onLeave }: TabProps & { network: NewNetwork }) {
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
