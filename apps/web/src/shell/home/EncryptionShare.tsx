import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components'
import { versionEncryption, type EstateOverview, type VersionEncryption } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { useFormats } from '../../i18n/formats.ts'
import { imageVersionsPath, paths } from '../../paths.ts'
import { EncryptionBar } from '../../patterns/encryption-share/EncryptionBar.tsx'
import { EncryptionLegend } from '../../patterns/encryption-share/EncryptionLegend.tsx'
import { shareSizes, totalOf } from '../../patterns/encryption-share/share-counts.ts'
import { useHomeTexts } from './home-texts.ts'
import { Tile } from './tiles/Tile.tsx'

const headline = 40
const gap = 8
const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: `${gap}px` },
  headline: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS, height: `${headline}px` },
  share: { whiteSpace: 'nowrap' },
  label: { color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase200 },
})

const kinds = versionEncryption.options
const height = headline + gap + shareSizes.bar + gap + kinds.length * shareSizes.legendRow

const listOf = (encryption: VersionEncryption) => imageVersionsPath({ encryption })

/** How many versions are under the customer's own keys and how many under Azure's, as one bar and as a list. */
export function EncryptionShare({ query }: { query: UseQueryResult<EstateOverview> }) {
  const styles = useStyles()
  const { encryption: t } = useHomeTexts()
  const { number } = useFormats()
  return (
    <Tile title={t.title} query={query} height={height} more={{ href: paths.imageVersions, text: t.all }}>
      {({ imageVersions }) => {
        const share = { kinds, counts: imageVersions, hrefOf: listOf }
        const own = imageVersions.customer + imageVersions.double
        return (
          <div className={styles.content}>
            <div className={styles.headline}>
              <Title3 as="span" className={styles.share}>
                {t.share(number(own), number(totalOf(share)))}
              </Title3>
              <Text className={styles.label}>{t.ownKeysOnly}</Text>
            </div>
            <EncryptionBar {...share} />
            <EncryptionLegend label={t.title} {...share} />
          </div>
        )
      }}
    </Tile>
  )
}
