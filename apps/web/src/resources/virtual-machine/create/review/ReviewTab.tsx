import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { PolicyVerdict } from '@portal/version-rules'
import { toVirtualMachineTemplate } from '@portal/virtual-machine'
import { ReviewedSets } from '../../../../patterns/key-health/ReviewedSets.tsx'
import { PolicyMessage } from '../../../../patterns/policy/PolicyMessage.tsx'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'
import { ReviewSection } from '../../../../patterns/wizard/ReviewSection.tsx'
import { ReviewVerdict } from '../../../../patterns/wizard/ReviewVerdict.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { CodeBlock } from '../../../../ui/CodeBlock.tsx'
import { FactList } from '../../../../ui/FactList.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import { tabs, type TabId, type TabProps } from '../tabs.ts'
import { chosenSets } from '../use-machine-inventory.ts'
import { PreviewedChanges } from './PreviewedChanges.tsx'
import type { MachinePreview } from './use-machine-preview.ts'
import { useReviewFacts } from './use-review-facts.ts'

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
  template: { maxWidth: '960px' },
  summary: { cursor: 'pointer', width: 'fit-content', color: tokens.colorBrandForegroundLink },
})

interface ReviewTabProps extends TabProps {
  imageLabel: string
  preview: MachinePreview
  /** undefined while the policies are read */
  policyVerdict: PolicyVerdict | undefined
  onGoTo: (tab: TabId) => void
}

/** The verdict of the rules, what Azure would do, everything chosen, and the template that is sent. */
export function ReviewTab({ plan, inventory, issues, imageLabel, preview, policyVerdict, onGoTo }: ReviewTabProps) {
  const styles = useStyles()
  const t = useMachineTexts()
  const { review } = useWizardTexts().wizard
  const diskName = useDiskName()
  const facts = useReviewFacts(plan, inventory, imageLabel)
  return (
    <div className={styles.tab}>
      <ReviewVerdict
        issues={issues}
        isDenied={(preview.data?.missingActions.length ?? 0) > 0 || policyVerdict?.state === 'denied'}
        tabOf={tabs.tabOf}
        labels={t.tabs}
        onGoTo={onGoTo}
      />
      {policyVerdict !== undefined && (
        <PolicyMessage
          request="machine"
          verdict={policyVerdict}
          nameOf={([field, lun]) => diskName(field === 'osDisk' ? 'os' : Number(lun))}
          goTo={{ label: review.goTo(t.tabs.disks), onClick: () => onGoTo('disks') }}
        />
      )}
      <PreviewedChanges preview={preview} />
      {(['basics', 'disks', 'networking'] as const).map((tab) => (
        <ReviewSection key={tab} title={t.tabs[tab]} onEdit={() => onGoTo(tab)}>
          <FactList facts={facts[tab]} />
          {tab === 'disks' && (
            <ReviewedSets sets={chosenSets(plan, inventory.diskEncryptionSets)} now={inventory.now} />
          )}
        </ReviewSection>
      ))}
      <ReviewSection title={t.tabs.tags} onEdit={() => onGoTo('tags')}>
        {plan.tags.length === 0 ? (
          <Text>{review.noTags}</Text>
        ) : (
          <FactList facts={plan.tags.map(({ name, value }) => [name, value])} />
        )}
      </ReviewSection>
      <details className={styles.template}>
        <summary className={styles.summary}>{t.review.showTemplate}</summary>
        <Text as="p" block>
          {t.review.templateHint}
        </Text>
        <CodeBlock
          code={JSON.stringify(toVirtualMachineTemplate(plan, inventory.imageDefinition), undefined, 2)}
          label={t.review.template}
          copyLabel={t.review.copyTemplate}
        />
      </details>
    </div>
  )
}
