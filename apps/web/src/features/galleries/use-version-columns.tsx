import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { browseImageVersions, ImageVersionRow, RequestOf } from '@portal/portal-api'
import { useFormats } from '../../i18n/formats.ts'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import type { ListColumns } from '../../parts/resource-list/list-column.ts'
import { ProvisioningStateLabel } from '../../parts/resource/ProvisioningStateLabel.tsx'
import { regionDisplayName } from '../../parts/resource/region-display-name.ts'
import { definitionOf } from '../../parts/resource/resource-names.ts'
import { imageDefinitionPath, imageVersionPath } from '../../paths.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { EncryptionLabel } from './EncryptionLabel.tsx'

export type VersionSort = RequestOf<typeof browseImageVersions>['sort']

const useStyles = makeStyles({
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
})

// The sum of the minimum widths is what a window of 1280 px has next to a scroll bar, 1165 px.
/** The columns of image versions: without the definition if all have the same. */
export function useVersionColumns(isOfOneDefinition: boolean): ListColumns<ImageVersionRow, VersionSort> {
  const texts = useBrowseTexts()
  const { date, number } = useFormats()
  return [
    {
      heading: texts.ofDefinition.version,
      sort: 'name',
      width: 'minmax(125px, 1fr)',
      cell: (row) => <VersionName {...row} />,
    },
    ...(isOfOneDefinition
      ? []
      : [
          {
            heading: texts.definition,
            sort: 'definition' as const,
            width: 'minmax(209px, 2fr)',
            cell: ({ id }: ImageVersionRow) => {
              const parent = definitionOf(id)
              return <RouteLink href={imageDefinitionPath(parent.id)}>{parent.label}</RouteLink>
            },
          },
        ]),
    {
      heading: texts.ofDefinition.encryption,
      sort: 'encryption',
      width: 'minmax(244px, 1.5fr)',
      cell: ({ encryption }) => <EncryptionLabel encryption={encryption} />,
    },
    {
      heading: texts.ofDefinition.state,
      sort: 'state',
      width: 'minmax(118px, 1fr)',
      cell: ({ provisioningState }) => <ProvisioningStateLabel state={provisioningState} />,
    },
    {
      heading: texts.ofDefinition.targetRegions,
      sort: 'regions',
      width: 'minmax(147px, 1.5fr)',
      cell: ({ targetRegions: [first = '', ...more] }) => (
        <span title={[first, ...more].map(regionDisplayName).join(', ')}>
          {regionDisplayName(first)}
          {more.length > 0 && ` ${texts.ofDefinition.moreRegions(number(more.length))}`}
        </span>
      ),
    },
    {
      heading: texts.replicas,
      sort: 'replicas',
      width: 'minmax(84px, 0.5fr)',
      cell: ({ replicas }) => number(replicas),
    },
    {
      heading: texts.ofDefinition.published,
      sort: 'publishedDate',
      width: 'minmax(108px, 1fr)',
      cell: ({ publishedDate }) => (publishedDate ? date(publishedDate) : '–'),
    },
    {
      heading: texts.ofDefinition.endOfLife,
      sort: 'endOfLifeDate',
      width: 'minmax(130px, 1fr)',
      cell: (row) => <EndOfLife {...row} />,
    },
  ]
}

function VersionName({ id, name, excludeFromLatest }: ImageVersionRow) {
  const styles = useStyles()
  const { excludedFromLatest } = useBrowseTexts().ofDefinition
  return (
    <>
      <RouteLink href={imageVersionPath(id)}>{name}</RouteLink>
      {excludeFromLatest && (
        <Text size={200} truncate wrap={false} className={styles.quiet}>
          {excludedFromLatest}
        </Text>
      )}
    </>
  )
}

function EndOfLife({ endOfLifeDate, isPastEndOfLife }: ImageVersionRow) {
  const styles = useStyles()
  const { pastEndOfLife } = useBrowseTexts()
  const { date } = useFormats()
  if (endOfLifeDate === undefined) return '–'
  if (!isPastEndOfLife) return date(endOfLifeDate)
  return (
    <>
      <StateLabel look="warning">{date(endOfLifeDate)}</StateLabel>
      <Text size={200} className={styles.quiet}>
        {pastEndOfLife}
      </Text>
    </>
  )
}
