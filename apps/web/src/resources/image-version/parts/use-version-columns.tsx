import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { tryParseResourceId, type browseImageVersions, type ImageVersionRow, type RequestOf } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import { imageVersionPath } from '../../../paths.ts'
import type { ListColumns } from '../../../patterns/list/list-column.ts'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { EncryptionLabel } from '../../../patterns/resource/EncryptionLabel.tsx'
import { ProvisioningStateLabel } from '../../../patterns/resource/ProvisioningStateLabel.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { labelWithGallery, resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { useRevocationTexts } from '../texts/revocation-texts.ts'

export type VersionSort = RequestOf<typeof browseImageVersions>['sort']

const useStyles = makeStyles({
  quiet: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
})

/** The columns of image versions: each with its definition and gallery, unless all have the same. */
export function useVersionColumns(isOfOneDefinition: boolean): ListColumns<ImageVersionRow, VersionSort> {
  const { imageVersion } = useTexts()
  const texts = useBrowseTexts()
  const { date, number } = useFormats()
  return [
    isOfOneDefinition
      ? {
          heading: texts.ofDefinition.version,
          sort: 'name',
          width: [212, 1.2],
          text: ({ name }) => name,
          cell: (row) => <VersionName version={row} name={row.name} />,
        }
      : {
          heading: texts.ofDefinition.version,
          sort: 'definition',
          width: [230, 2],
          text: ({ id }) => labelWithGallery(id),
          cell: (row) => (
            <VersionName version={row} name={resourceLabel(row.id)} gallery={tryParseResourceId(row.id)?.names[0]} />
          ),
        },
    {
      heading: texts.ofDefinition.encryption,
      sort: 'encryption',
      width: [238, 1.5],
      text: ({ encryption }) => texts.encryptions[encryption],
      cell: ({ encryption }) => <EncryptionLabel encryption={encryption} />,
    },
    {
      heading: texts.ofDefinition.state,
      sort: 'state',
      width: [110, 1],
      text: ({ provisioningState }) => imageVersion.states[provisioningState],
      cell: ({ provisioningState }) => <ProvisioningStateLabel state={provisioningState} />,
    },
    {
      heading: texts.ofDefinition.regions,
      sort: 'regions',
      width: [112, 1.5],
      goesAs: 2,
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
      width: [104, 0.5],
      goesAs: 3,
      text: ({ replicas }) => String(replicas),
      cell: ({ replicas }) => number(replicas),
    },
    {
      heading: texts.ofDefinition.published,
      sort: 'publishedDate',
      width: [118, 1],
      goesAs: 1,
      text: ({ publishedDate = '' }) => publishedDate,
      cell: ({ publishedDate }) => (publishedDate ? date(publishedDate) : '–'),
    },
    {
      heading: texts.ofDefinition.endOfLife,
      sort: 'endOfLifeDate',
      width: [122, 1],
      goesAs: 4,
      isEmpty: ({ endOfLifeDate }) => endOfLifeDate === undefined,
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

interface VersionNameProps {
  version: ImageVersionRow
  name: string
  /** below the name, if the list is of several */
  gallery?: string | undefined
}

function VersionName({ version: { id, excludeFromLatest, revocation }, name, gallery }: VersionNameProps) {
  const styles = useStyles()
  const { revoked } = useRevocationTexts()
  const { excludedFromLatest } = useBrowseTexts().ofDefinition
  const isExcluded = excludeFromLatest && revocation === undefined
  return (
    <>
      <RouteLink href={imageVersionPath(id)}>{name}</RouteLink>
      {(gallery !== undefined || revocation !== undefined || isExcluded) && (
        <Text size={200} className={styles.quiet}>
          {gallery}
          {gallery !== undefined && (revocation !== undefined || isExcluded) && ' · '}
          {revocation !== undefined && (
            <span title={revocation.reason}>
              <StateLabel look="warning">{revoked}</StateLabel>
            </span>
          )}
          {isExcluded && excludedFromLatest}
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
