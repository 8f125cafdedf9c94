import { tryParseResourceId } from '@portal/portal-api'
import { Redirect, useSearchParams } from 'wouter'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { useProfileTexts } from '../../i18n/profiles/use-profile-texts.ts'
import { imageDefinitionCrumbs } from '../../parts/resource/image-version-crumbs.ts'
import { nextImageVersionPath } from '../../paths.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { CodeImport } from './CodeImport.tsx'
import { LinkImport } from './LinkImport.tsx'
import { LinkProfile } from './LinkProfile.tsx'
import { useLinkContent } from './use-link-content.ts'

/** Takes a plan from a text, a file, a link or an existing version, shows it, and hands it to the wizard. */
export function ImportPlanPage() {
  const t = useImportPlanTexts()
  const profiles = useProfileTexts()
  const [search] = useSearchParams()
  const definition = search.get('definition') ?? ''
  const link = useLinkContent()
  const linkTexts = link !== 'reading' && link.profile ? profiles.link : t.link
  const isCode = link !== 'reading' && link.plan === undefined && link.profile === undefined
  const head = isCode ? t.code : linkTexts
  // People still have links from when the next version began here.
  const version = search.get('version')
  if (version !== null && tryParseResourceId(version)) return <Redirect to={nextImageVersionPath(version)} replace />
  return (
    <>
      <PageHeader
        title={head.title}
        subtitle={head.subtitle}
        crumbs={imageDefinitionCrumbs(tryParseResourceId(definition))}
      />
      {link === 'reading' ? (
        <Panel>
          <LoadingRows rows={8} height={32} />
        </Panel>
      ) : link.profile ? (
        <LinkProfile read={link.profile} />
      ) : link.plan === undefined ? (
        <CodeImport key={definition} givenDefinitionId={tryParseResourceId(definition) ? definition : ''} />
      ) : (
        <LinkImport plan={link.plan} />
      )}
    </>
  )
}
