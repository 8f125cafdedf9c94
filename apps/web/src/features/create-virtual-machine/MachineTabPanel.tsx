import type { PolicyVerdict } from '@portal/image-version'
import { TagFields } from '../../ui/wizard/TagFields.tsx'
import { BasicsTab } from './BasicsTab.tsx'
import { DisksTab } from './DisksTab.tsx'
import { NetworkingTab } from './NetworkingTab.tsx'
import { ReviewTab } from './ReviewTab.tsx'
import type { SecretProps } from './secret-props.ts'
import type { TabProps } from './tab-props.ts'
import type { TabId } from './tabs.ts'
import type { MachinePreview } from './use-machine-preview.ts'

interface MachineTabPanelProps extends TabProps, SecretProps {
  tab: TabId
  onGoTo: (tab: TabId) => void
  imageLabel: string
  preview: MachinePreview
  /** undefined while the policies are read */
  policyVerdict: PolicyVerdict | undefined
}

/** The tab that is shown. */
export function MachineTabPanel(props: MachineTabPanelProps) {
  const { tab, plan, issues, onEdit, onLeave } = props
  switch (tab) {
    case 'basics':
      return <BasicsTab {...props} />
    case 'disks':
      return <DisksTab {...props} />
    case 'networking':
      return <NetworkingTab {...props} />
    case 'tags':
      return <TagFields tags={plan.tags} issues={issues} onChange={(tags) => onEdit({ tags })} onLeave={onLeave} />
    case 'review':
      return <ReviewTab {...props} />
  }
}
