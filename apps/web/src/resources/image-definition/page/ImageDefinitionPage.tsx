import {
  AddRegular,
  ArrowImportRegular,
  BroomRegular,
  FlashRegular,
  KeyRegular,
  StackRegular,
} from '@fluentui/react-icons'
import { resourceNameOf, sameResourceId } from '@portal/portal-api'
import { useState } from 'react'
import { isNotFound } from '../../../api/failures.ts'
import { latestVersionsQuery, imageDefinitionsQuery } from '../../../api/gallery-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useTexts } from '../../../i18n/language.ts'
import {
  cleanUpVersionsPath,
  createImageVersionPath,
  encryptVersionsPath,
  galleryPath,
  startFromPath,
} from '../../../paths.ts'
import { ConceptHelp } from '../../../patterns/concept-help/ConceptHelp.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { pageOf, ResourcePage, type PageResource } from '../../../patterns/page/ResourcePage.tsx'
import { CommandBar } from '../../../patterns/resource/CommandBar.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { galleryOf } from '../../../patterns/resource/resource-names.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { shows } from '../../../ui/shows.ts'
import { useCampaignTexts } from '../../campaign/texts/campaign-texts.ts'
import { RecycleBin } from '../../gallery/parts/soft-delete/RecycleBin.tsx'
import { ImageVersionList } from '../../image-version/parts/ImageVersionList.tsx'
import { useVersionsListed } from '../../image-version/parts/use-versions-listed.ts'
import { useCleanUpTexts } from '../../image-version/texts/clean-up-texts.ts'
import { useLatestTexts } from '../../image-version/texts/latest-texts.ts'
import { DiskControllers } from '../parts/disk-controllers/DiskControllers.tsx'
import { useVersionEventsTexts } from '../texts/version-events-texts.ts'
import { featuresText, planText } from './definition-texts.ts'
import { LatestByRegion, LatestFact } from './LatestByRegion.tsx'

const VersionEventsDialog = lazyPart(() =>
  import('../parts/version-events/VersionEventsDialog.tsx').then((part) => part.VersionEventsDialog),
)

/** An image definition: what its images are, their versions, and those that were deleted. */
export const ImageDefinitionPage = pageOf('Microsoft.Compute/galleries/images', ImageDefinition)

function ImageDefinition({ id, parts }: PageResource) {
  const { galleries } = useTexts()
  const { importVersion, ofDefinition, ofGallery } = useBrowseTexts()
  const campaign = useCampaignTexts()
  const cleanUp = useCleanUpTexts()
  const latestTexts = useLatestTexts()
  const events = useVersionEventsTexts()
  const [isSubscribing, setSubscribing] = useState(false)
  const inGallery = galleryOf(parts)
  const found = useRead(imageDefinitionsQuery, { galleryId: inGallery.id })
  const isListed = useVersionsListed(id)
  const latest = useRead(latestVersionsQuery, { imageDefinitionId: id })
  const facts = found.data?.find((one) => sameResourceId(one.id, id))
  const known = (value: string | undefined) => value ?? '…'
  return (
    <ResourcePage
      title={facts?.name ?? resourceNameOf(parts)}
      subtitle={ofDefinition.kind}
      crumbs={[{ text: inGallery.name, href: galleryPath(inGallery.id) }]}
      query={found}
      isMissing={isNotFound(found.error) || (found.isSuccess && facts === undefined)}
      actions={
        <CommandBar
          id={id}
          primary={
            <RouteButton
              href={createImageVersionPath(id)}
              appearance="primary"
              icon={<AddRegular />}
              {...shows('create-version')}
            >
              {ofDefinition.createVersion}
            </RouteButton>
          }
          secondary={{ name: campaign.action, icon: KeyRegular, href: encryptVersionsPath({ definition: id }) }}
          actions={[
            { name: importVersion, icon: ArrowImportRegular, href: startFromPath('code', id) },
            { name: cleanUp.action, icon: BroomRegular, href: cleanUpVersionsPath(id) },
            { name: events.action, icon: FlashRegular, onSelect: () => setSubscribing(true) },
          ]}
          deletion={{ kind: 'definition', parentPath: galleryPath(inGallery.id) }}
        />
      }
    >
      {isSubscribing && <VersionEventsDialog id={id} onClose={() => setSubscribing(false)} />}
      <Panel>
        <FactList
          facts={[
            [latestTexts.latest, <LatestFact key="latest" query={latest} />],
            [ofGallery.operatingSystem, known(facts && `${facts.osType}, ${ofGallery.osStates[facts.osState]}`)],
            [ofGallery.generation, known(facts && ofGallery.generations[facts.hyperVGeneration])],
            [ofGallery.architecture, known(facts?.architecture)],
            [ofGallery.diskControllers, <DiskControllers key="controllers" definition={facts} />],
            [ofGallery.features, known(facts && featuresText(facts, ofGallery))],
            [ofGallery.purchasePlan, known(facts && planText(facts, ofGallery))],
            [ofGallery.securityType, known(facts && ofGallery.securityTypes[facts.securityType])],
            [
              `${ofDefinition.publisher} / ${ofDefinition.offer} / ${ofDefinition.sku}`,
              known(facts && `${facts.publisher} / ${facts.offer} / ${facts.sku}`),
            ],
            [galleries.region, known(facts && regionDisplayName(facts.location))],
          ]}
        />
      </Panel>
      <Panel>
        <Section title={ofDefinition.versions} help={<ConceptHelp concept="imageVersion" />}>
          <ImageVersionList
            of={{ imageDefinitionId: id }}
            initial={{ sort: 'name', direction: 'desc' }}
            empty={{
              icon: <StackRegular />,
              title: ofDefinition.noVersions,
              advice: ofDefinition.noVersionsAdvice,
              action: (
                <RouteButton href={createImageVersionPath(id)} icon={<AddRegular />}>
                  {ofDefinition.createVersion}
                </RouteButton>
              ),
            }}
          />
        </Section>
      </Panel>
      {isListed && <LatestByRegion imageDefinitionId={id} query={latest} />}
      {/* Below what comes later nothing is shown yet, so that nothing moves. */}
      {isListed && !latest.isPending && <RecycleBin imageDefinitionId={id} />}
    </ResourcePage>
  )
}
