import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { campaignsQuery } from '../../../api/campaign-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { campaignPath } from '../../../paths.ts'
import { campaignNumber } from '../../../patterns/page/item-place.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useCampaignTexts } from '../texts/use-campaign-texts.ts'

const useStyles = makeStyles({
  apart: { marginTop: '24px' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
})

/** The campaigns that were started in a subscription, or in all, by anybody: nothing if there is none. */
export function CampaignList({ subscriptionId }: { subscriptionId: string | undefined }) {
  const styles = useStyles()
  const t = useCampaignTexts().campaigns
  const { number } = useFormats()
  const { data } = useQuery(campaignsQuery(useSignedIn(), { subscriptionId }))
  if (data === undefined || (data.campaigns.length === 0 && data.leftOut === 0)) return null
  return (
    <div className={styles.apart}>
      <Panel>
        <Section title={t.title}>
          <ul className={styles.list}>
            {data.campaigns.map(({ id, versions }) => (
              <li key={id}>
                <RouteLink href={campaignPath(id)}>{t.open(campaignNumber(id))}</RouteLink> ·{' '}
                {t.versions(number(versions))}
              </li>
            ))}
          </ul>
          {data.leftOut > 0 && <Text>{t.leftOut(number(data.leftOut))}</Text>}
        </Section>
      </Panel>
    </div>
  )
}
