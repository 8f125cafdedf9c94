import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import {
  isBlocking,
  regionDisplayName,
  replicaCountOf,
  storageAccountTypeOf,
  usesCustomerKeys,
  type Issue,
  type PolicyVerdict,
} from '@portal/image-version'
import { useWizardTexts } from '../../i18n/use-wizard-texts.ts'
import { useCodeText } from '../../i18n/use-code-text.ts'
import { FactList } from '../../ui/FactList.tsx'
import { PolicyMessage } from './PolicyMessage.tsx'
import { basicsFacts } from './review-facts.ts'
import { SetsByRegion } from '../../ui/encryption-matrix/SetsByRegion.tsx'
import { tabOf, type TabId } from './tabs.ts'
import type { TabProps } from './tab-props.ts'

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, maxWidth: '960px' },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  heading: { margin: '0' },
  issues: { margin: `${tokens.spacingVerticalS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
  link: { minWidth: '0' },
})

interface ReviewTabProps extends TabProps {
  /** display name of the gallery's subscription, '' while none is chosen */
  subscriptionName: string
  /** undefined while the policies are read */
  policyVerdict: PolicyVerdict | undefined
  onGoTo: (tab: TabId) => void
}

/** The verdict of the rules, then everything chosen, region by region and disk by disk. */
export function ReviewTab({ plan, inventory, issues, subscriptionName, policyVerdict, onGoTo }: ReviewTabProps) {
  const styles = useStyles()
  const t = useWizardTexts().wizard
  const errors = issues.filter(isBlocking)
  const warnings = issues.filter((issue) => !isBlocking(issue))
  const heading = (tab: TabId) => (
    <div className={styles.head}>
      <Subtitle2 as="h2" className={styles.heading}>
        {t.tabs[tab]}
      </Subtitle2>
      <Button appearance="transparent" size="small" aria-label={t.review.edit(t.tabs[tab])} onClick={() => onGoTo(tab)}>
        {t.review.edit('').trim()}
      </Button>
    </div>
  )

  return (
    <div className={styles.tab}>
      {errors.length === 0 && policyVerdict?.state !== 'denied' && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t.review.passed}</MessageBarTitle>
            {t.review.passedHint}
          </MessageBarBody>
        </MessageBar>
      )}
      {errors.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t.review.failed(errors.length)}</MessageBarTitle>
            <IssueList issues={errors} onGoTo={onGoTo} />
          </MessageBarBody>
        </MessageBar>
      )}
      {warnings.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t.review.warnings(warnings.length)}</MessageBarTitle>
            <IssueList issues={warnings} onGoTo={onGoTo} />
          </MessageBarBody>
        </MessageBar>
      )}
      {policyVerdict !== undefined && (
        <PolicyMessage
          verdict={policyVerdict}
          plan={plan}
          inventory={inventory}
          onGoToEncryption={() => onGoTo('encryption')}
        />
      )}
      <section className={styles.section} aria-label={t.tabs.basics}>
        {heading('basics')}
        <FactList
          facts={[
            [t.basics.subscription, subscriptionName === '' ? t.review.notSet : subscriptionName],
            ...basicsFacts(plan, inventory, t),
          ]}
        />
      </section>
      <section className={styles.section} aria-label={t.tabs.replication}>
        {heading('replication')}
        <FactList
          facts={plan.targetRegions.map((region) => [
            regionDisplayName(inventory, region.name),
            t.review.regionFacts(
              replicaCountOf(plan, region) ?? 0,
              t.replication.storageTypes[storageAccountTypeOf(plan, region)],
            ),
          ])}
        />
      </section>
      <section className={styles.section} aria-label={t.tabs.encryption}>
        {heading('encryption')}
        <FactList
          facts={[
            [t.encryption.type, t.encryption.types[plan.encryptionType]],
            ...(plan.confidentialVMEncryptionType === null
              ? []
              : [
                  [
                    t.encryption.confidentialType,
                    t.encryption.confidentialTypes[plan.confidentialVMEncryptionType],
                  ] as [string, string],
                ]),
          ]}
        />
        {usesCustomerKeys(plan) && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t.encryption.finalTitle}.</MessageBarBody>
          </MessageBar>
        )}
        <SetsByRegion plan={plan} inventory={inventory} />
      </section>
      <section className={styles.section} aria-label={t.tabs.tags}>
        {heading('tags')}
        {plan.tags.length === 0 ? (
          <Text>{t.review.noTags}</Text>
        ) : (
          <FactList facts={plan.tags.map((tag) => [tag.name, tag.value])} />
        )}
      </section>
    </div>
  )
}

/** Of thousands of cells, so many issues say enough. */
const listed = 20

function IssueList({ issues, onGoTo }: { issues: Issue[]; onGoTo: (tab: TabId) => void }) {
  const styles = useStyles()
  const t = useWizardTexts().wizard
  const codeText = useCodeText()
  return (
    <ul className={styles.issues}>
      {issues.slice(0, listed).map((issue) => {
        const tab = tabOf(issue.path)
        return (
          <li key={JSON.stringify([issue.code, issue.path])}>
            {codeText(issue)}{' '}
            <Button appearance="transparent" size="small" className={styles.link} onClick={() => onGoTo(tab)}>
              {t.review.goTo(t.tabs[tab])}
            </Button>
          </li>
        )
      })}
      {issues.length > listed && <li>{t.review.more(issues.length - listed)}</li>}
    </ul>
  )
}
