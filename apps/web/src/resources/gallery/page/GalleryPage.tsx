import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { BroomRegular } from '@fluentui/react-icons'
import { resourceNameOf } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { isNotFound } from '../../../api/failures.ts'
import { galleryQuery } from '../../../api/gallery-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useTexts } from '../../../i18n/language.ts'
import { cleanUpVersionsPath, galleriesPath, imageDefinitionPath } from '../../../paths.ts'
import { ConceptHelp } from '../../../patterns/concept-help/ConceptHelp.tsx'
import { InOtherDirectory, isInOtherDirectory } from '../../../patterns/directory/InOtherDirectory.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/use-browse-texts.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { CommandBar } from '../../../patterns/resource/CommandBar.tsx'
import { LinkIncomplete } from '../../../patterns/resource/LinkIncomplete.tsx'
import { NotInAzure } from '../../../patterns/resource/NotInAzure.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { usePageResource, type PageResource } from '../../../patterns/resource/use-page-resource.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { CreateImageDefinition } from '../../image-definition/parts/CreateImageDefinition.tsx'
import { ImageDefinitionList } from '../../image-definition/parts/ImageDefinitionList.tsx'
import { useCleanUpTexts } from '../../image-version/texts/use-clean-up-texts.ts'
import { SoftDelete } from '../parts/soft-delete/SoftDelete.tsx'
import { useRecycleBinTexts } from '../texts/use-recycle-bin-texts.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '24px' },
  message: { whiteSpace: 'normal' },
  // as high as its button, which comes later
  withButton: { minHeight: '24px' },
})

/** A gallery and its image definitions. */
export function GalleryPage() {
  const resource = usePageResource('Microsoft.Compute/galleries')
  return resource ? <GalleryContent key={resource.id} resource={resource} /> : <LinkIncomplete />
}

function GalleryContent({ resource: { id, parts } }: { resource: PageResource }) {
  const styles = useStyles()
  const { galleries } = useTexts()
  const texts = useBrowseTexts()
  const cleanUp = useCleanUpTexts()
  const { policy: softDelete } = useRecycleBinTexts()
  const user = useSignedIn()
  const [, navigate] = useLocation()
  const found = useQuery(galleryQuery(user, { id }))
  const facts = found.data
  if (isNotFound(found.error)) return <NotInAzure title={resourceNameOf(parts)} crumbs={[]} />
  if (isInOtherDirectory(found.error))
    return <InOtherDirectory title={resourceNameOf(parts)} crumbs={[]} error={found.error} />
  return (
    <>
      <PageHeader
        title={facts?.name ?? resourceNameOf(parts)}
        subtitle={texts.ofGallery.kind}
        crumbs={[]}
        actions={
          <CommandBar
            id={id}
            primary={
              <CreateImageDefinition
                appearance="primary"
                gallery={facts}
                onCreated={(made) => navigate(imageDefinitionPath(made))}
              />
            }
            actions={[{ name: cleanUp.action, icon: BroomRegular, href: cleanUpVersionsPath(id) }]}
            deletion={{ kind: 'gallery', parentPath: galleriesPath() }}
          />
        }
      />
      <div className={styles.content}>
        {facts && facts.sharing !== 'Private' && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody className={styles.message}>{texts.ofGallery.notPrivate}</MessageBarBody>
          </MessageBar>
        )}
        <Panel>
          {found.isError && <ProblemMessage error={found.error} onRetry={() => void found.refetch()} />}
          <FactList
            facts={[
              [galleries.resourceGroup, parts.resourceGroupName],
              [galleries.region, facts ? regionDisplayName(facts.location) : '…'],
              [texts.ofGalleries.sharing, facts ? texts.ofGalleries.sharings[facts.sharing] : '…'],
              [
                softDelete.label,
                <div key="soft-delete" className={styles.withButton}>
                  {facts ? <SoftDelete gallery={facts} /> : '…'}
                </div>,
                <ConceptHelp key="help" concept="recycleBin" />,
              ],
            ]}
          />
        </Panel>
        <Panel>
          <Section title={texts.ofGallery.definitions} help={<ConceptHelp concept="imageDefinition" />}>
            <ImageDefinitionList galleryId={id} />
          </Section>
        </Panel>
      </div>
    </>
  )
}
