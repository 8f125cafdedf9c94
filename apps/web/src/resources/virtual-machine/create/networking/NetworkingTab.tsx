import { Checkbox, Radio, RadioGroup } from '@fluentui/react-components'
import { blankVirtualMachinePlan } from '@portal/virtual-machine'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import type { TabProps } from '../tabs.ts'
import { ExistingSubnetField } from './ExistingSubnetField.tsx'
import { NewNetworkFields } from './NewNetworkFields.tsx'

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
