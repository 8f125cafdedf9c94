import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import type { TabProps } from '../tabs.ts'

/** An existing subnet in the machine's region. */
export function ExistingSubnetField(props: TabProps & { subnetId: string }) {
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
