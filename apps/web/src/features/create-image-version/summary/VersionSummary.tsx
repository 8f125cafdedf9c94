import type { Issue } from '@portal/image-version'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import type { Wizard } from '../../../parts/wizard/use-wizard.ts'
import { WizardSummary } from '../../../parts/wizard/WizardSummary.tsx'
import type { TabId, TabProps } from '../tabs.ts'
import { useVersionSummary } from './use-version-summary.ts'

interface VersionSummaryProps extends Pick<TabProps, 'plan' | 'inventory'> {
  wizard: Wizard<TabId>
  /** of the whole plan; undefined while Azure is read */
  issues: Issue[] | undefined
}

/** What the version will be so far, and what it still lacks. */
export function VersionSummary({ plan, inventory, wizard, issues }: VersionSummaryProps) {
  const { tabs } = useWizardTexts().wizard
  const { facts } = useVersionSummary(plan, inventory)
  return <WizardSummary wizard={wizard} labels={tabs} facts={facts} issues={issues} />
}
