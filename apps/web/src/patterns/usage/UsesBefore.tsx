import { Button, makeStyles, Text } from '@fluentui/react-components'
import { imageVersionUseCountsQuery } from '../../api/image-version-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { useFormats } from '../../i18n/formats.ts'
import { usagePath } from '../../paths.ts'
import { Message } from '../../ui/Message.tsx'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { resourceLabel } from '../resource/resource-label.ts'
import { isUnused, usesInTotal } from './uses-in-total.ts'
import { useUsesTexts } from './uses-texts.ts'

const useStyles = makeStyles({ line: { display: 'block', overflowWrap: 'anywhere' } })

const examplesShown = 4

interface UsesBeforeProps {
  imageVersionId: string
  /** scale sets that follow the latest version are named before a version is excluded from it */
  change: 'deletion' | 'exclusion'
  /** the link to the version's page was followed */
  onLeave?: () => void
}

/** What was created from a version, before it is deleted or excluded from latest. It is said, and blocks nothing. */
export function UsesBefore({ imageVersionId, change, onLeave }: UsesBeforeProps) {
  const styles = useStyles()
  const t = useUsesTexts().asked
  const { number, list } = useFormats()
  const { data, isError, refetch } = useRead(imageVersionUseCountsQuery, { imageVersionId })
  if (isError)
    return (
      <Message intent="warning">
        {t.unreadable}{' '}
        <Button size="small" onClick={() => void refetch()}>
          {t.retry}
        </Button>
      </Message>
    )
  if (data === undefined) return <Text role="status">{t.checking}</Text>
  const total = usesInTotal(data)
  const examples = data.filter(({ isOfVersion }) => isOfVersion).flatMap((one) => one.examples)
  const upgraded = change === 'exclusion' ? data.flatMap((one) => one.upgraded) : []
  return (
    <Stack gap="S">
      {isUnused(total) ? (
        <Text>{t.none}</Text>
      ) : (
        <Message intent="info" title={t.title}>
          <span className={styles.line}>
            {t.counts(number(total.virtualMachine), number(total.scaleSet), number(total.disk))}
            {total.instances > 0 && ` ${t.instances(number(total.instances))}`}
          </span>
          <span className={styles.line}>{t.examples(list(examples.slice(0, examplesShown).map(resourceLabel)))}</span>
          <span className={styles.line}>
            {t.partial}{' '}
            <RouteLink href={usagePath(imageVersionId)} {...(onLeave && { onClick: onLeave })}>
              {t.view}
            </RouteLink>
          </span>
        </Message>
      )}
      {upgraded.length > 0 && (
        <Message intent="warning" title={t.upgradedTitle}>
          {t.upgraded(list(upgraded.map(resourceLabel)))}
        </Message>
      )}
    </Stack>
  )
}
