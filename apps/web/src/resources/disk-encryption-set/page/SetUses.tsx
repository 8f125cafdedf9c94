import { Button, makeStyles, Text } from '@fluentui/react-components'
import { resourceType, tryParseResourceId, type DiskEncryptionSetUses, type ImageVersionUse } from '@portal/portal-api'
import { useState } from 'react'
import { diskEncryptionSetUsesQuery } from '../../../api/disk-encryption-set-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import { imageVersionPath, virtualMachinePath } from '../../../paths.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { useHistoryTexts } from '../../../patterns/recorded-changes/history-texts.ts'
import { AzurePortalLink } from '../../../patterns/resource/AzurePortalLink.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Heading } from '../../../ui/Heading.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'

const useStyles = makeStyles({ more: { alignSelf: 'start' } })

/** How many rows are shown at first, and how many each "more" adds. */
const rowsAtOnce = 20

/** What a set encrypts: image versions by region and disk, and everything else that Azure associates with it. */
export function SetUses({ id }: { id: string }) {
  const query = useRead(diskEncryptionSetUsesQuery, { id })
  if (query.isPending) return <LoadingRows rows={4} height={32} />
  return (
    <Stack gap="XXL">
      {query.isError && <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Versions versions={query.data.imageVersions} />}
      {query.data && <Resources resources={query.data.resources} />}
    </Stack>
  )
}

function Versions({ versions }: { versions: ImageVersionUse[] }) {
  const t = useDiskEncryptionSetTexts().uses
  const { rows, more } = useRows(versions)
  return (
    <Stack gap="S">
      <Heading as="h3">{t.versions}</Heading>
      {versions.length === 0 ? (
        <Text>{t.noVersions}</Text>
      ) : (
        <DataTable
          label={t.versions}
          rows={rows}
          rowKey={(version) => version.id}
          columns={[
            {
              heading: t.version,
              cell: (version) => <RouteLink href={imageVersionPath(version.id)}>{versionLabel(version.id)}</RouteLink>,
            },
            { heading: t.disksByRegion, cell: (version) => <RegionsAndDisks regions={version.regions} /> },
          ]}
        />
      )}
      {more}
    </Stack>
  )
}

// Gallery, definition and version: the number alone says little.
function versionLabel(id: string): string {
  return tryParseResourceId(id)?.names.join(' / ') ?? id
}

function RegionsAndDisks({ regions }: Pick<ImageVersionUse, 'regions'>) {
  const t = useDiskEncryptionSetTexts().uses
  const { imageVersion } = useTexts()
  const { list, number } = useFormats()
  const diskName = (disk: ImageVersionUse['regions'][number]['disks'][number]) => {
    if (disk === 'confidential') return t.confidentialDisk
    return disk === 'os' ? imageVersion.osDisk : imageVersion.dataDisk(number(disk))
  }
  return (
    <>
      {regions.map(({ name, disks }) => (
        <div key={name}>
          {regionDisplayName(name)}: {list(disks.map(diskName))}
        </div>
      ))}
    </>
  )
}

function Resources({ resources }: Pick<DiskEncryptionSetUses, 'resources'>) {
  const t = useDiskEncryptionSetTexts().uses
  const { kinds } = useHistoryTexts()
  const { rows, more } = useRows(resources)
  return (
    <Stack gap="S">
      <Heading as="h3">{t.resources}</Heading>
      {resources.length === 0 ? (
        <Text>{t.noResources}</Text>
      ) : (
        <DataTable
          label={t.resources}
          rows={rows}
          rowKey={(id) => id}
          columns={[
            {
              heading: t.resource,
              cell: (id) => <ResourceLink id={id} />,
            },
            { heading: t.type, cell: (id) => typeLabel(id, kinds) },
          ]}
        />
      )}
      {more}
    </Stack>
  )
}

/** To the portal's own page where it has one. */
function ResourceLink({ id }: { id: string }) {
  const label = resourceLabel(id)
  const parts = tryParseResourceId(id)
  if (parts !== undefined && resourceType(parts).toLowerCase() === 'microsoft.compute/virtualmachines')
    return <RouteLink href={virtualMachinePath(id)}>{label}</RouteLink>
  return <AzurePortalLink id={id}>{label}</AzurePortalLink>
}

function typeLabel(id: string, names: Record<string, string>): string {
  const parts = tryParseResourceId(id)
  if (parts === undefined) return ''
  const type = resourceType(parts)
  return names[type.toLowerCase()] ?? type
}

/** The first of `all`, and a button for more if there are more. */
function useRows<Row>(all: Row[]) {
  const styles = useStyles()
  const t = useDiskEncryptionSetTexts().uses
  const { number } = useFormats()
  const [count, setCount] = useState(rowsAtOnce)
  const left = Math.min(rowsAtOnce, all.length - count)
  const more = left > 0 && (
    <Button className={styles.more} onClick={() => setCount(count + rowsAtOnce)}>
      {t.more(left, number(left))}
    </Button>
  )
  return { rows: all.slice(0, count), more }
}
