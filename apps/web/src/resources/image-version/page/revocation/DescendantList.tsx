import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { descendantsQuery } from '../../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { useRevocationTexts } from '../../texts/use-revocation-texts.ts'

const useStyles = makeStyles({
  descendants: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  heading: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

const namesShown = 8

/** The versions that descend from a version, what is in between, and what can't be known. */
export function DescendantList({ imageVersionId }: { imageVersionId: string }) {
  const styles = useStyles()
  const t = useRevocationTexts()
  const { number, list } = useFormats()
  const user = useSignedIn()
  const { data, error, refetch } = useQuery(descendantsQuery(user, { imageVersionId }))
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Text role="status">{t.descendants.loading}</Text>
  const versions = data.descendants.filter(({ kind }) => kind === 'imageVersion')
  const between = data.descendants.filter(({ kind }) => kind !== 'imageVersion')
  const names = (found: typeof versions) =>
    list([
      ...found
        .slice(0, namesShown)
        .map(({ id, isRevoked }) => resourceLabel(id) + (isRevoked ? ` (${t.revoked.toLowerCase()})` : '')),
      ...(found.length > namesShown ? [t.descendants.more(number(found.length - namesShown))] : []),
    ])
  return (
    <div className={styles.descendants}>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {t.descendants.heading}
      </Text>
      {data.descendants.length === 0 ? (
        <Text>{t.descendants.none}</Text>
      ) : (
        <ul className={styles.list}>
          {versions.length > 0 && (
            <li>
              {t.descendants.versions(number(versions.length))} ({names(versions)})
            </li>
          )}
          {between.length > 0 && (
            <li>
              {t.descendants.between(number(between.length))} ({names(between)})
            </li>
          )}
        </ul>
      )}
      <Text size={200} className={styles.quiet}>
        {!data.isComplete && `${t.descendants.incomplete} `}
        {t.descendants.unknown}
      </Text>
    </div>
  )
}
