import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { AddRegular, KeyRegular, LockClosedRegular, StackRegular, WarningRegular } from '@fluentui/react-icons'
import type { ImageVersionSummary } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { imageVersionsQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useTexts } from '../../i18n/language.ts'
import { createImageVersionPath, imageVersionPath } from '../../paths.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { ProvisioningStateLabel } from '../../ui/ProvisioningStateLabel.tsx'
import { regionDisplayName } from '../../ui/region-display-name.ts'
import { RouteButton, RouteLink } from '../../ui/RouteLink.tsx'
import { QueriedList } from './QueriedList.tsx'
import { newestFirst } from './version-order.ts'

const useStyles = makeStyles({
  encryption: { display: 'inline-flex', alignItems: 'center', columnGap: '6px' },
  icon: { flexShrink: 0, fontSize: '16px' },
  none: { color: tokens.colorNeutralForeground3 },
  some: { color: tokens.colorStatusWarningForeground3 },
  all: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
})

const regionsShown = 3
const running = ['Creating', 'Updating', 'Deleting', 'Migrating']

/** The versions of an image definition, the newest first; asked again while Azure works on one. */
export function ImageVersionList({ imageDefinitionId }: { imageDefinitionId: string }) {
  const styles = useStyles()
  const { definition } = useTexts()
  const { date, number } = useFormats()
  const { account, configuration } = useSignedIn()
  const query = useQuery({
    ...imageVersionsQuery(account.key, imageDefinitionId),
    select: sorted,
    refetchInterval: ({ state }) =>
      state.data?.some(({ provisioningState }) => running.includes(provisioningState)) &&
      configuration.replicationPollMs,
  })

  const columns = useMemo(
    (): [Column<ImageVersionSummary>, ...Column<ImageVersionSummary>[]] => [
      {
        heading: definition.version,
        cell: ({ id, name, excludeFromLatest }) => (
          <>
            <RouteLink href={imageVersionPath(id)}>{name}</RouteLink>
            {excludeFromLatest && (
              <Text size={200} className={styles.quiet}>
                {definition.excludedFromLatest}
              </Text>
            )}
          </>
        ),
      },
      {
        heading: definition.state,
        cell: ({ provisioningState }) => <ProvisioningStateLabel state={provisioningState} />,
      },
      {
        heading: definition.encryption,
        cell: ({ customerKeys }) => (
          <span className={styles.encryption}>
            <EncryptionIcon keys={customerKeys} className={mergeClasses(styles.icon, styles[customerKeys])} />
            {definition.customerKeys[customerKeys]}
          </span>
        ),
      },
      {
        heading: definition.targetRegions,
        cell: ({ targetRegions }) => {
          const more = targetRegions.length - regionsShown
          const shown = targetRegions
            .slice(0, more > 0 ? regionsShown : undefined)
            .map(regionDisplayName)
            .join(', ')
          return more > 0 ? `${shown} ${definition.moreRegions(number(more))}` : shown
        },
      },
      { heading: definition.published, cell: ({ publishedDate }) => (publishedDate ? date(publishedDate) : '–') },
      { heading: definition.endOfLife, cell: ({ endOfLifeDate }) => (endOfLifeDate ? date(endOfLifeDate) : '–') },
    ],
    [definition, date, number, styles],
  )

  return (
    <QueriedList
      label={definition.versions}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      rowText={({ name }) => name}
      empty={{
        icon: <StackRegular />,
        title: definition.noVersions,
        advice: definition.noVersionsAdvice,
        action: (
          <RouteButton href={createImageVersionPath(imageDefinitionId)} icon={<AddRegular />}>
            {definition.createVersion}
          </RouteButton>
        ),
      }}
    />
  )
}

function sorted(versions: ImageVersionSummary[]): ImageVersionSummary[] {
  return versions.toSorted(newestFirst)
}

function EncryptionIcon({ keys, className }: { keys: ImageVersionSummary['customerKeys']; className: string }) {
  switch (keys) {
    case 'none':
      return <LockClosedRegular className={className} aria-hidden />
    case 'some':
      return <WarningRegular className={className} aria-hidden />
    case 'all':
      return <KeyRegular className={className} aria-hidden />
  }
}
