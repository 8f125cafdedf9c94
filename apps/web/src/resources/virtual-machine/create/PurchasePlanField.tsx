import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { acceptTermsCommand } from '@portal/code'
import { type PurchasePlan, purchasePlanLabel } from '@portal/gallery'
import { acceptPurchaseTerms } from '@portal/portal-api'
import { purchasePlanPath } from '@portal/version-rules'
import type { PurchaseTerms } from '@portal/virtual-machine'
import { useState } from 'react'
import { call } from '../../../api/portal-client.ts'
import { subscriptionsQuery } from '../../../api/subscription-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useWrite } from '../../../api/use-write.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { ChangeDialog } from '../../../patterns/change/ChangeDialog.tsx'
import { RequestText } from '../../../patterns/change/RequestText.tsx'
import { IssueField } from '../../../patterns/wizard/IssueField.tsx'
import { SafeLink } from '../../../ui/SafeLink.tsx'
import { shows } from '../../../ui/shows.ts'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { useMachineTexts } from '../texts/machine-texts.ts'
import type { TabProps } from './tabs.ts'

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
  return <RequestText intro={t.requestIntro} request={request} />
}

const useAcceptTermsStyles = makeStyles({
  plan: { overflowWrap: 'anywhere' },
  links: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
  },
})

interface AcceptTermsProps {
  subscriptionId: string
  purchasePlan: PurchasePlan
  terms: PurchaseTerms
  onClose: () => void
}

/** Asks before the terms are accepted, with the publisher's own links to them. */
function AcceptTerms({ subscriptionId, purchasePlan, terms, onClose }: AcceptTermsProps) {
  const styles = useAcceptTermsStyles()
  const t = useMachineTexts().purchasePlan
  const subscriptions = useRead(subscriptionsQuery)
  const name = subscriptions.data?.find((one) => one.subscriptionId === subscriptionId)?.displayName ?? subscriptionId
  const { publisher: publisherId, product: offerId, name: planId } = purchasePlan
  const { license } = terms.links
  const asked = { subscriptionId, publisherId, offerId, planId, ...(license !== undefined && { licenseSeen: license }) }
  const accepting = useWrite('acceptPurchaseTerms', {
    send: () => call(acceptPurchaseTerms, asked),
    onDone: onClose,
  })
  const links = (['license', 'marketplace', 'privacy'] as const).flatMap((kind) => {
    const href = terms.links[kind]
    return href === undefined ? [] : [{ kind, href }]
  })
  return (
    <ChangeDialog
      title={t.title}
      size="small"
      confirm={t.confirm}
      onConfirm={() => accepting.mutate()}
      write={accepting}
      onClose={onClose}
    >
      <Text weight="semibold" className={styles.plan}>
        {purchasePlanLabel(purchasePlan)}
      </Text>
      <Text>{t.intro(name)}</Text>
      <ul className={styles.links}>
        {links.map(({ kind, href }) => (
          <li key={kind}>
            <SafeLink href={href}>{t.links[kind]}</SafeLink>
          </li>
        ))}
      </ul>
    </ChangeDialog>
  )
}
