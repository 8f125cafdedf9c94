import { Text } from '@fluentui/react-components'
import { purchasePlan, purchasePlanLabel } from '@portal/gallery'
import type { ImageVersion } from '@portal/portal-api'
import { storedDefinitionQuery } from '../../../api/gallery-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { AzurePortalLink } from '../../../patterns/resource/AzurePortalLink.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { labelWithGroup } from '../../../patterns/resource/resource-label.ts'
import { definitionOf } from '../../../patterns/resource/resource-names.ts'
import { useDiskName } from '../../../patterns/resource/use-disk-name.ts'
import { FactList } from '../../../ui/FactList.tsx'

/** All other facts that Azure returns about a version. */
export function VersionFacts({ version }: { version: ImageVersion }) {
  const { imageVersion, galleries } = useTexts()
  const { ofGallery } = useBrowseTexts()
  const { date, dateTime, gigabytes, list } = useFormats()
  const diskName = useDiskName()
  const plan = usePlanOf(version.id)
  const yesOrNo = (value: boolean) => (value ? imageVersion.yes : imageVersion.no)
  const disk = (name: string, sizeInGB: number | undefined) =>
    sizeInGB === undefined ? name : `${name} (${gigabytes(sizeInGB)})`
  const disks = version.osDisk
    ? [
        disk(diskName('os'), version.osDisk.sizeInGB),
        ...version.dataDisks.map(({ lun, sizeInGB }) => disk(diskName(lun), sizeInGB)),
      ]
    : []
  return (
    <FactList
      facts={[
        [
          imageVersion.source,
          version.sourceIds.map((id) => (
            <div key={id}>
              <AzurePortalLink id={id}>{labelWithGroup(id, version.id)}</AzurePortalLink>
            </div>
          )),
        ],
        [imageVersion.disks, disks.length > 0 ? list(disks) : imageVersion.notYetKnown],
        [
          galleries.region,
          version.targetRegions.find(({ name }) => name === version.location)?.displayName ??
            regionDisplayName(version.location),
        ],
        [ofGallery.purchasePlan, plan],
        [imageVersion.published, version.publishedDate ? dateTime(version.publishedDate) : imageVersion.notYetKnown],
        [imageVersion.endOfLife, version.endOfLifeDate ? date(version.endOfLifeDate) : imageVersion.noEndOfLife],
        [imageVersion.excludeFromLatest, yesOrNo(version.excludeFromLatest)],
        [
          imageVersion.defaultStorage,
          version.defaultStorage ? imageVersion.storageTypes[version.defaultStorage] : imageVersion.notYetKnown,
        ],
        [imageVersion.replicationMode, imageVersion.replicationModes[version.replicationMode]],
        [imageVersion.tags, <Tags key="tags" tags={version.tags} />],
        [
          imageVersion.resourceId,
          <Text key="id" block font="monospace" size={200}>
            {version.id}
          </Text>,
        ],
      ]}
    />
  )
}

/** The purchase plan of a version's definition, as text; `…` until it is known. */
function usePlanOf(versionId: string): string {
  const { none } = useBrowseTexts().ofGallery
  const { data } = useRead(storedDefinitionQuery, { id: definitionOf(versionId).id })
  if (data === undefined) return '…'
  const plan = purchasePlan.safeParse(data.properties['purchasePlan']).data
  return plan === undefined ? none : purchasePlanLabel(plan)
}

function Tags({ tags }: { tags: ImageVersion['tags'] }) {
  const { imageVersion } = useTexts()
  const entries = Object.entries(tags)
  if (entries.length === 0) return <>{imageVersion.noTags}</>
  return (
    <>
      {entries.map(([name, value]) => (
        <div key={name}>
          {name}: {value}
        </div>
      ))}
    </>
  )
}
