import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { browseImageVersions, ImageVersionRow, RequestOf } from '@portal/portal-api'
import { useFormats } from '../../i18n/formats.ts'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { useRevocationTexts } from '../../i18n/revocation/use-revocation-texts.ts'
import type { ListColumns } from '../../parts/resource-list/list-column.ts'
import { EncryptionLabel } from '../../parts/resource/EncryptionLabel.tsx'
import { ProvisioningStateLabel } from '../../parts/resource/ProvisioningStateLabel.tsx'
import { regionDisplayName } from '../../parts/resource/region-display-name.ts'
import { definitionOf } from '../../parts/resource/resource-names.ts'
import { imageDefinitionPath, imageVersionPath } from '../../paths.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'

export type VersionSort = RequestOf<typeof browseImageVersions>['sort']

const useStyles = makeStyles({
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  // as many as fit under the number
  twoLines: { whiteSpace: 'normal', lineHeight: '14px' },
})

// The sum of the minimum widths is what a window of 1280 px has beside the folded navigation, 1104 px.
/** The columns of image versions: without the definition if all have the same. */
export function useVersionColumns(isOfOneDefinition: boolean): ListColumns<ImageVersionRow, VersionSort> {
  const { imageVersion } = useTexts()
  const texts = useBrowseTexts()
  const { date, number } = useFormats()
  return [
    {
      heading: texts.ofDefinition.version,
      sort: 'name',
      width: 'minmax(120px, 1fr)',
      text: ({ name }) => name,
      cell: (row) => <VersionName {...row} />,
    },
    ...(isOfOneDefinition
      ? []
      : [
          {
            heading: texts.definition,
            sort: 'definition' as const,
            width: 'minmax(196px, 2fr)',
            text: ({ id }: ImageVersionRow) => definitionOf(id).label,
            cell: ({ id }: ImageVersionRow) => {
              const parent = definitionOf(id)
              return <RouteLink href={imageDefinitionPath(parent.id)}>{parent.label}</RouteLink>
            },
          },
        ]),
    {
      heading: texts.ofDefinition.encryption,
      sort: 'encryption',
      width: 'minmax(238px, 1.5fr)',
      text: ({ encryption }) => texts.encryptions[encryption],
      cell: ({ encryption }) => <EncryptionLabel encryption={encryption} />,
    },
    {
      heading: texts.ofDefinition.state,
      sort: 'state',
      width: 'minmax(110px, 1fr)',
      text: ({ provisioningState }) => imageVersion.states[provisioningState],
      cell: ({ provisioningState }) => <ProvisioningStateLabel state={provisioningState} />,
    },
    {
      heading: texts.ofDefinition.regions,
      sort: 'regions',
      width: 'minmax(112px, 1.5fr)',
      text: (row) => regionsOf(row).join(', '),
      cell: (row) => {
        const [first = '', ...more] = regionsOf(row)
        return (
          <span title={[first, ...more].join(', ')}>
            {first}
            {more.length > 0 && ` ${texts.ofDefinition.moreRegions(number(more.length))}`}
          </span>
        )
      },
    },
    {
      heading: texts.replicas,
      sort: 'replicas',
      width: 'minmax(96px, 0.5fr)',
      text: ({ replicas }) => String(replicas),
      cell: ({ replicas }) => number(replicas),
    },
    {
      heading: texts.ofDefinition.published,
      sort: 'publishedDate',
      width: 'minmax(108px, 1fr)',
      text: ({ publishedDate = '' }) => publishedDate,
      cell: ({ publishedDate }) => (publishedDate ? date(publishedDate) : '–'),
    },
    {
      heading: texts.ofDefinition.endOfLife,
      sort: 'endOfLifeDate',
      width: 'minmax(122px, 1fr)',
      text: ({ endOfLifeDate = '' }) => endOfLifeDate,
      cell: (row) => <EndOfLife {...row} />,
    },
  ]
}

/** The display names of a version's regions: that of its source, then the others. */
function regionsOf({ location, targetRegions }: ImageVersionRow): string[] {
  const others = targetRegions.filter((region) => region !== location)
  return [...(others.length < targetRegions.length ? [location] : []), ...others].map(regionDisplayName)
}

function VersionName({ id, name, excludeFromLatest, revocation }: ImageVersionRow) {
  const styles = useStyles()
  const { revoked } = useRevocationTexts()
  const { excludedFromLatest } = useBrowseTexts().ofDefinition
  return (
    <>
      <RouteLink href={imageVersionPath(id)}>{name}</RouteLink>
      {revocation !== undefined && (
        <Text size={200} className={styles.quiet} title={revocation.reason}>
          <StateLabel look="warning">{revoked}</StateLabel>
        </Text>
      )}
      {excludeFromLatest && revocation === undefined && (
        <Text size={200} className={mergeClasses(styles.quiet, styles.twoLines)}>
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
