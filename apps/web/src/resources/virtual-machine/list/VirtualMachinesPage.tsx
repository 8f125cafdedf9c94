import { InSubscriptions } from '../../../patterns/list/InSubscriptions.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/use-browse-texts.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { VirtualMachineList } from './VirtualMachineList.tsx'

/** The virtual machines of a subscription, or of all. */
export function VirtualMachinesPage() {
  const { machines } = useBrowseTexts()
  return (
    <>
      <PageHeader title={machines.title} subtitle={machines.subtitle} crumbs={[]} />
      <Panel>
        <InSubscriptions>{(chosen) => <VirtualMachineList {...chosen} />}</InSubscriptions>
      </Panel>
    </>
  )
}
