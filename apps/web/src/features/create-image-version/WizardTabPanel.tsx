import { BasicsTab } from './BasicsTab.tsx'
import { EncryptionTab } from './EncryptionTab.tsx'
import { ReplicationTab } from './ReplicationTab.tsx'
import { ReviewTab } from './ReviewTab.tsx'
import type { SourceSubscription } from './SourceFields.tsx'
import type { TabProps } from './tab-props.ts'
import type { TabId } from './tabs.ts'
import { TagsTab } from './TagsTab.tsx'
import type { Target } from './use-target.ts'

interface WizardTabPanelProps extends TabProps {
  tab: TabId
  onGoTo: (tab: TabId) => void
  sourceSubscription: SourceSubscription
  target: Target
}

/** The tab that is shown. */
export function WizardTabPanel({ tab, onGoTo, sourceSubscription, target, ...props }: WizardTabPanelProps) {
  switch (tab) {
    case 'basics':
      return <BasicsTab {...props} sourceSubscription={sourceSubscription} target={target} />
    case 'replication':
      return <ReplicationTab {...props} />
    case 'encryption':
      return <EncryptionTab {...props} />
    case 'tags':
      return <TagsTab {...props} />
    case 'review':
      return <ReviewTab {...props} onGoTo={onGoTo} />
  }
}
