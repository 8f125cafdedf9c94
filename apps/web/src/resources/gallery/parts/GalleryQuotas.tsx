import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { planSubscriptionId, type ImageVersionPlan } from '@portal/image-version'
import { nearQuota, type GalleryQuota } from '@portal/portal-api'
import { galleryQuotasQuery } from '../../../api/estate-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { cleanUpVersionsPath } from '../../../paths.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Message } from '../../../ui/Message.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { useQuotaTexts } from '../texts/quota-texts.ts'

const useStyles = makeStyles({
  // Its line is there before the answer, so that nothing moves.
  ofWizard: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    minHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
})

const anchor = 'limits'
const isNear = ({ used, limit }: GalleryQuota) => used >= limit * nearQuota
const isFull = ({ used, limit }: GalleryQuota) => used >= limit

/** Whether a limit is near, in a line above the figures; nothing if none is. */
export function QuotaMark() {
  const t = useQuotaTexts()
  const { data = [] } = useRead(galleryQuotasQuery, {})
  if (!data.some(isNear)) return null
  return (
    <>
      <StateLabel look="warning">{t.mark}</StateLabel>
      <Link href={`#${anchor}`}>{t.details}</Link>
    </>
  )
}

/** The limits that are near, or in one line how far they are. */
export function QuotaSection({ nameOf }: { nameOf: (subscriptionId: string) => string }) {
  const t = useQuotaTexts()
  const { number, list } = useFormats()
  const { data, error, refetch } = useRead(galleryQuotasQuery, {})
  const near = (data ?? []).filter(isNear)
  const ofLimit = ({ used, limit }: GalleryQuota) => t.of(number(used), number(limit))
  return (
    <div id={anchor}>
      <Section title={t.title} description={t.description}>
        {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <LoadingRows rows={1} />}
        {data !== undefined && data.length > 0 && near.length === 0 && (
          <Text>
            {t.far(
              list(
                data.map((one) =>
                  t.most({ kind: t.kinds[one.quota], of: ofLimit(one), region: regionDisplayName(one.location) }),
                ),
              ),
            )}
          </Text>
        )}
        {near.length > 0 && (
          <DataTable
            label={t.title}
            rows={near}
            rowKey={({ quota, subscriptionId, location }) => `${quota} ${subscriptionId} ${location}`}
            columns={[
              { heading: t.kind, width: '20%', cell: ({ quota }) => t.kinds[quota] },
              {
                heading: t.place,
                cell: ({ location, subscriptionId }) => `${regionDisplayName(location)}, ${nameOf(subscriptionId)}`,
              },
              {
                heading: t.used,
                width: '28%',
                cell: (one) =>
                  [ofLimit(one), one.replicas === undefined ? [] : t.replicas(number(one.replicas))].flat().join(' · '),
              },
              {
                heading: t.action,
                width: '20%',
                cell: ({ quota, subscriptionId: subscription }) =>
                  quota === 'GalleryImageVersion' && (
                    <RouteLink href={cleanUpVersionsPath({ subscription })}>{t.cleanUp}</RouteLink>
                  ),
              },
            ]}
          />
        )}
      </Section>
    </div>
  )
}

/** How many versions the target regions of a plan have; a warning where Azure soon takes no more. */
export function QuotaOfRegions({ plan }: { plan: ImageVersionPlan }) {
  const styles = useStyles()
  const t = useQuotaTexts()
  const { number, list } = useFormats()
  const here = useVersionQuotas(plan)
  return (
    <div className={styles.ofWizard}>
      <QuotaWarnings plan={plan} />
      {!here.some(isNear) && here.length > 0 && (
        <Text>
          {t.ofWizard(
            list(
              here.map(({ location, used, limit }) =>
                t.part(regionDisplayName(location), t.of(number(used), number(limit))),
              ),
            ),
          )}
        </Text>
      )}
    </div>
  )
}

/** The target regions of a plan where Azure takes few or no more versions, each with the way out. */
export function QuotaWarnings({ plan }: { plan: ImageVersionPlan }) {
  const t = useQuotaTexts()
  const { number } = useFormats()
  return useVersionQuotas(plan)
    .filter(isNear)
    .map((one) => {
      const region = regionDisplayName(one.location)
      return (
        <Message key={one.location} intent="warning">
          {isFull(one) ? t.full(region, number(one.limit)) : t.near(region, t.of(number(one.used), number(one.limit)))}{' '}
          <RouteLink href={cleanUpVersionsPath({ subscription: planSubscriptionId(plan) })}>{t.cleanUp}</RouteLink>
        </Message>
      )
    })
}

/** Whether Azure takes no more versions in a target region of the plan, as far as its limits are known. */
export function useIsQuotaFull(plan: ImageVersionPlan): boolean {
  return useVersionQuotas(plan).some(isFull)
}

function useVersionQuotas(plan: ImageVersionPlan): GalleryQuota[] {
  const subscriptionId = planSubscriptionId(plan)
  const { data = [] } = useRead(galleryQuotasQuery, { subscriptionId })
  const regions = new Set(plan.targetRegions.map(({ name }) => name))
  return data.filter(({ quota, location }) => quota === 'GalleryImageVersion' && regions.has(location))
}
