import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { type PurchasePlan, purchasePlanLabel } from '@portal/gallery'
import { acceptPurchaseTerms } from '@portal/portal-api'
import type { PurchaseTerms } from '@portal/virtual-machine'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../api/portal-client.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { ChangeFailure } from '../../../../patterns/change/ChangeFailure.tsx'
import { ConfirmDialog } from '../../../../ui/dialog/ConfirmDialog.tsx'
import { SafeLink } from '../../../../ui/SafeLink.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
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
export function AcceptTerms({ subscriptionId, purchasePlan, terms, onClose }: AcceptTermsProps) {
  const styles = useStyles()
  const t = useMachineTexts().purchasePlan
  const user = useSignedIn()
  const subscriptions = useQuery(subscriptionsQuery(user))
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
    <ConfirmDialog
      title={t.title}
      onDismiss={onClose}
      actions={[
        {
          label: accepting.isPending ? t.accepting : t.confirm,
          onClick: () => accepting.mutate(),
          isDisabled: accepting.isPending,
        },
        { label: t.cancel, onClick: onClose },
      ]}
    >
      <div className={styles.content}>
        <Text weight="semibold">{purchasePlanLabel(purchasePlan)}</Text>
        <Text>{t.intro(name)}</Text>
        <ul className={styles.links}>
          {links.map(({ kind, href }) => (
            <li key={kind}>
              <SafeLink href={href}>{t.links[kind]}</SafeLink>
            </li>
          ))}
        </ul>
        {accepting.error !== null && <ChangeFailure error={accepting.error} />}
      </div>
    </ConfirmDialog>
  )
}
