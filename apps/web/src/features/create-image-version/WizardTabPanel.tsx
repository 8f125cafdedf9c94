import type { ReactNode } from 'react'
import type { PolicyVerdict } from '@portal/image-version'
import { BasicsTab } from './BasicsTab.tsx'
import { EncryptionTab } from './EncryptionTab.tsx'
import { ReplicationTab } from './ReplicationTab.tsx'
import { ReviewTab } from './ReviewTab.tsx'
import type { SourceFieldsProps } from './source-fields-props.ts'
import type { TabId } from './tabs.ts'
import { TagsTab } from './TagsTab.tsx'
import type { Target } from '../../ui/use-target.ts'
import type { NewTarget } from './GalleryFields.tsx'

interface WizardTabPanelProps extends SourceFieldsProps {
  tab: TabId
  onGoTo: (tab: TabId) => void
  target: Target
  newTarget: NewTarget
  policyVerdict: PolicyVerdict | undefined
  /** makes the sets that are missing */
  missingSets: ReactNode
}

/** The tab that is shown. */
export function WizardTabPanel({
  tab,
  onGoTo,
  target,
  newTarget,
  policyVerdict,
  missingSets,
  ...props
}: WizardTabPanelProps) {
  switch (tab) {
    case 'basics':
      return <BasicsTab {...props} target={target} newTarget={newTarget} />
    case 'replication':
      return <ReplicationTab {...props} />
    case 'encryption':
      return <EncryptionTab {...props} missingSets={missingSets} />
    case 'tags':
      return <TagsTab {...props} />
    case 'review':
      return (
        <ReviewTab
          {...props}
          subscriptionName={target.subscriptionName}
          policyVerdict={policyVerdict}
          onGoTo={onGoTo}
        />
      )
  }
}
