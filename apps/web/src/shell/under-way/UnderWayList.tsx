import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { tryParseResourceId, type UnderWay, type UnderWayItem } from '@portal/portal-api'
import { useFormats } from '../../i18n/formats.ts'
import { itemName, itemPath } from '../../patterns/page/item-place.ts'
import { ProblemMessage } from '../../patterns/problem/ProblemMessage.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useUnderWayTexts } from './under-way-texts.ts'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  progress: {
    display: 'grid',
    gridTemplateColumns: '1fr max-content',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
})

interface UnderWayListProps {
  /** undefined until Azure has answered */
  underWay: UnderWay | undefined
  error: Error | null
  onRetry: () => void
}

/** Each operation in progress: what, where, since when, how far, and a link to its page. */
export function UnderWayList({ underWay, error, onRetry }: UnderWayListProps) {
  const t = useUnderWayTexts()
  return (
    <>
      {error !== null && <ProblemMessage error={error} onRetry={onRetry} />}
      {underWay === undefined && error === null && <LoadingRows rows={2} height={48} />}
      {underWay?.items.length === 0 && <Text>{t.nothing}</Text>}
      {underWay && underWay.items.length > 0 && (
        <Stack as="ul" gap="M" aria-label={t.title}>
          {underWay.items.map((item) => (
            <Item key={item.id} item={item} now={underWay.now} />
          ))}
        </Stack>
      )}
      {underWay?.isPartial && <Text>{t.partial}</Text>}
      <Quiet size={200}>
        {underWay && underWay.items.length > 0 && t.leave} {t.lag}
      </Quiet>
    </>
  )
}

function Item({ item, now }: { item: UnderWayItem; now: string }) {
  const styles = useStyles()
  const t = useUnderWayTexts()
  const { dateTime, duration, number, percent } = useFormats()
  const { kind, state, since, progress, versions } = item
  const name = kind === 'campaign' ? t.campaign(itemName(item)) : itemName(item)
  return (
    <li className={styles.item}>
      <RouteLink href={itemPath(item)}>{name}</RouteLink>
      <Text size={200}>
        {t.kinds[kind]}, {t.states[state] ?? state}
        {kind !== 'preparation' && ` ${t.inGroup(tryParseResourceId(item.id)?.resourceGroupName ?? '')}`}
      </Text>
      {since !== undefined && (
        <Quiet size={200}>{t.since(dateTime(since), duration(Date.parse(now) - Date.parse(since)))}</Quiet>
      )}
      {versions !== undefined && <Text size={200}>{t.created(number(versions.created), number(versions.all))}</Text>}
      {progress !== undefined && (
        <span className={styles.progress}>
          <ProgressBar value={progress} max={100} aria-label={kind === 'campaign' ? name : t.progressOf(name)} />
          <Text size={200} wrap={false}>
            {percent(progress)}
          </Text>
        </span>
      )}
    </li>
  )
}
