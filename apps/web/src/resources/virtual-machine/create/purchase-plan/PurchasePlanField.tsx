import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { acceptTermsCommand } from '@portal/code'
import { type PurchasePlan, purchasePlanLabel } from '@portal/gallery'
import { purchasePlanPath } from '@portal/version-rules'
import type { PurchaseTerms } from '@portal/virtual-machine'
import { useState } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { RequestText } from '../../../../patterns/resource/RequestText.tsx'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { shows } from '../../../../ui/marks/shows.ts'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import type { TabProps } from '../tabs.ts'
import { AcceptTerms } from './AcceptTerms.tsx'

const useStyles = makeStyles({
  field: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalSNudge,
  },
  plan: { overflowWrap: 'anywhere' },
})

/** The purchase plan of the image and whether its terms are accepted; nothing if the image has none. */
export function PurchasePlanField({ plan: { subscriptionId }, inventory, isStale, issues, onLeave }: TabProps) {
  const styles = useStyles()
  const t = useMachineTexts().purchasePlan
  const [isAccepting, setAccepting] = useState(false)
  const { imageDefinition, purchaseTerms: terms } = inventory
  const { purchasePlan } = imageDefinition
  if (purchasePlan === undefined) return null
  const isKnown = subscriptionId !== '' && !isStale
  const asked = { subscriptionId, purchasePlan }
  return (
    <IssueField issues={issues} onLeave={onLeave} path={purchasePlanPath} label={t.label} hint={t.hint}>
      <div className={styles.field} role="group">
        <Text className={styles.plan}>{purchasePlanLabel(purchasePlan)}</Text>
        {isKnown && <TermsState terms={terms} />}
        {isKnown && terms?.accepted === false && terms.missingActions.length === 0 && (
          <Button onClick={() => setAccepting(true)}>{t.accept}</Button>
        )}
        {isKnown && terms !== undefined && terms.missingActions.length > 0 && <Request terms={terms} {...asked} />}
        {isAccepting && terms?.accepted === false && (
          <AcceptTerms {...asked} terms={terms} onClose={() => setAccepting(false)} />
        )}
      </div>
    </IssueField>
  )
}

function TermsState({ terms }: { terms: PurchaseTerms | undefined }) {
  const t = useMachineTexts().purchasePlan
  if (terms === undefined) return <StateLabel look="unknown">{t.notRead}</StateLabel>
  return (
    <div {...shows(terms.accepted ? 'terms-accepted' : 'terms-not-accepted')}>
      <StateLabel look={terms.accepted ? 'done' : 'failed'}>{terms.accepted ? t.accepted : t.notAccepted}</StateLabel>
    </div>
  )
}

interface RequestProps {
  terms: PurchaseTerms
  subscriptionId: string
  purchasePlan: PurchasePlan
}

/** For someone who has the permission that the user lacks. */
function Request({ terms, subscriptionId, purchasePlan }: RequestProps) {
  const t = useMachineTexts().purchasePlan
  const { list } = useFormats()
  const request = t.request({
    scope: `/subscriptions/${subscriptionId}`,
    plan: purchasePlanLabel(purchasePlan),
    actions: list(terms.missingActions),
    command: acceptTermsCommand(subscriptionId, purchasePlan),
  })
  return <RequestText intro={t.requestIntro} request={request} copyLabel={t.copyRequest} />
}
