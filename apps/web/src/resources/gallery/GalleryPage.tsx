import { makeStyles } from '@fluentui/react-components'
import { BroomRegular } from '@fluentui/react-icons'
import { resourceNameOf } from '@portal/portal-api'
import { useLocation } from 'wouter'
import { galleryQuery } from '../../api/gallery-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { useTexts } from '../../i18n/language.ts'
import { cleanUpVersionsPath, galleriesPath, imageDefinitionPath } from '../../paths.ts'
import { ConceptHelp } from '../../patterns/concept-help/ConceptHelp.tsx'
import { useBrowseTexts } from '../../patterns/list/texts/browse-texts.ts'
import { pageOf, ResourcePage, type PageResource } from '../../patterns/page/ResourcePage.tsx'
import { CommandBar } from '../../patterns/resource/CommandBar.tsx'
import { regionDisplayName } from '../../patterns/resource/region-display-name.ts'
import { FactList } from '../../ui/FactList.tsx'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PanelSection } from '../../ui/Section.tsx'
import { CreateImageDefinition } from '../image-definition/parts/CreateImageDefinition.tsx'
import { ImageDefinitionList } from '../image-definition/parts/ImageDefinitionList.tsx'
import { useCleanUpTexts } from '../image-version/texts/clean-up-texts.ts'
import { SoftDelete } from './parts/soft-delete/SoftDelete.tsx'
import { useRecycleBinTexts } from './texts/recycle-bin-texts.ts'

const useStyles = makeStyles({
  message: { whiteSpace: 'normal' },
  // as high as its button, which comes later
  withButton: { minHeight: '24px' },
})

/** A gallery and its image definitions. */
export const GalleryPage = pageOf('Microsoft.Compute/galleries', Gallery)

function Gallery({ id, parts }: PageResource) {
  const styles = useStyles()
  const { galleries } = useTexts()
  const texts = useBrowseTexts()
  const cleanUp = useCleanUpTexts()
  const { policy: softDelete } = useRecycleBinTexts()
  const [, navigate] = useLocation()
  const found = useRead(galleryQuery, { id })
  const facts = found.data
  return (
    <ResourcePage
      title={facts?.name ?? resourceNameOf(parts)}
      subtitle={texts.ofGallery.kind}
      crumbs={[]}
      query={found}
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
    >
      {facts && facts.sharing !== 'Private' && (
        <Message intent="warning" body={{ className: styles.message }}>
          {texts.ofGallery.notPrivate}
        </Message>
      )}
      <Panel>
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
      <PanelSection title={texts.ofGallery.definitions} help={<ConceptHelp concept="imageDefinition" />}>
        <ImageDefinitionList galleryId={id} />
      </PanelSection>
    </ResourcePage>
  )
}
