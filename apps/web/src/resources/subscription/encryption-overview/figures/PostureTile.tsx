import { makeStyles, Skeleton, SkeletonItem, Text, Title3, tokens } from '@fluentui/react-components'
import type { PostureSubject } from '@portal/portal-api'
import { postureQuery } from '../../../../api/estate-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { EncryptionBar } from '../../../../patterns/encryption-share/EncryptionBar.tsx'
import { EncryptionLegend } from '../../../../patterns/encryption-share/EncryptionLegend.tsx'
import { shareSizes, totalOf } from '../../../../patterns/encryption-share/share-counts.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { TileFrame } from '../../../../ui/TileFrame.tsx'
import { usePostureTexts } from '../../texts/posture-texts.ts'
import { listPath } from './list-paths.ts'
import { countsOf, kindsOf } from './posture-rows.ts'

// Kinds without any are one row together, and all six kinds at once are rare.
const [headline, gap, rows] = [40, 8, 5]
const height = headline + gap + shareSizes.bar + gap + rows * shareSizes.legendRow

const useStyles = makeStyles({
  // On its way, with figures, and failed, a tile has one size.
  body: { minHeight: `${height}px` },
  content: { display: 'flex', flexDirection: 'column', rowGap: `${gap}px` },
  headline: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS, height: `${headline}px` },
  share: { whiteSpace: 'nowrap' },
  label: { color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase200 },
})

/** How many of a kind are under customer-managed keys, as one bar and as a list. */
export function PostureTile({ of }: { of: PostureSubject }) {
  const styles = useStyles()
  const { subjects } = usePostureTexts()
  const { data, error, refetch } = useRead(postureQuery, { of })
  const counts = data && countsOf(data.groups)
  const isEmpty = counts !== undefined && totalOf({ kinds: kindsOf[of], counts }) === 0
  return (
    <TileFrame title={subjects[of].title} isBusy={!data && !error}>
      <div {...(!isEmpty && { className: styles.body })}>
        {isEmpty ? (
          <Text className={styles.label}>{subjects[of].none}</Text>
        ) : counts ? (
          <Share of={of} counts={counts} />
        ) : error ? (
          <ProblemMessage error={error} onRetry={() => void refetch()} />
        ) : (
          <TilePlace />
        )}
      </div>
    </TileFrame>
  )
}

function Share({ of, counts }: { of: PostureSubject; counts: ReturnType<typeof countsOf> }) {
  const styles = useStyles()
  const { subjects, ownKeysOnly, shareOf } = usePostureTexts()
  const { number } = useFormats()
  const all = { kinds: kindsOf[of], counts }
  const total = totalOf(all)
  const shown = { ...all, hrefOf: (encryption: keyof typeof counts) => listPath(of, { encryption }) }
  return (
    <div className={styles.content}>
      <div className={styles.headline}>
        <Title3 as="span" className={styles.share}>
          {shareOf(number(counts.customer + counts.double), number(total))}
        </Title3>
        <Text className={styles.label}>{ownKeysOnly}</Text>
      </div>
      <EncryptionBar {...shown} />
      <EncryptionLegend label={subjects[of].title} {...shown} />
    </div>
  )
}

function TilePlace() {
  const styles = useStyles()
  const { shell } = useTexts()
  return (
    <Skeleton aria-label={shell.loading} className={styles.content}>
      <SkeletonItem size={40} />
      {Array.from({ length: rows }, (_, index) => (
        <SkeletonItem key={index} size={20} />
      ))}
    </Skeleton>
  )
}
