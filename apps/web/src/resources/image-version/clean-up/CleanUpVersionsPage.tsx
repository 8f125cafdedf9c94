import { makeStyles, tokens } from '@fluentui/react-components'
import { previewCleanUp, resourceNameOf, tryParseResourceId, type ResourceId } from '@portal/portal-api'
import type { RetentionAction, RetentionRule } from '@portal/version-update'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { cleanUpsQuery } from '../../../api/gallery-reads.ts'
import { call } from '../../../api/portal-client.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { cleanUpPath, galleryPath, imageDefinitionPath } from '../../../paths.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { LinkIncomplete } from '../../../patterns/resource/LinkIncomplete.tsx'
import { galleryOf } from '../../../patterns/resource/resource-names.ts'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useCleanUpTexts } from '../texts/use-clean-up-texts.ts'
import { CleanUpRun } from './CleanUpRun.tsx'
import { Preview } from './Preview.tsx'
import { RuleForm } from './RuleForm.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
})

/** Which versions of a gallery or a definition stay by a rule, or a clean-up that was stated before. */
export function CleanUpVersionsPage() {
  const [search] = useSearchParams()
  const [scope, stated] = [search.get('scope') ?? '', search.get('id') ?? '']
  const [scopeParts, statedParts] = [tryParseResourceId(scope), tryParseResourceId(stated)]
  if (statedParts !== undefined) return <CleanUpRun key={stated} id={stated} />
  const kind = scopeParts?.types.join('/').toLowerCase() ?? ''
  if (scopeParts === undefined || !['galleries', 'galleries/images'].includes(kind)) return <LinkIncomplete />
  return <Plan key={scope} id={scope} parts={scopeParts} />
}

interface Asked {
  rule: RetentionRule
  action: RetentionAction
  reason: string
}

function Plan({ id, parts }: { id: string; parts: ResourceId }) {
  const styles = useStyles()
  const t = useCleanUpTexts()
  const gallery = galleryOf(parts)
  const isGallery = parts.types.length === 1
  const [asked, setAsked] = useState<Asked>()
  const preview = useMutation({
    mutationFn: ({ rule, action }: Asked) => call(previewCleanUp, { scopeId: id, rule, action }),
  })
  const crumbs = [
    { text: gallery.name, href: galleryPath(gallery.id) },
    ...(isGallery ? [] : [{ text: resourceNameOf(parts), href: imageDefinitionPath(id) }]),
  ]
  return (
    <>
      <PageHeader title={t.title} subtitle={t.subtitle} crumbs={crumbs} />
      <div className={styles.page}>
        <Panel>
          <RuleForm
            isGallery={isGallery}
            isBusy={preview.isPending}
            onChange={() => setAsked(undefined)}
            onPreview={(wanted) => {
              setAsked(wanted)
              preview.mutate(wanted)
            }}
          />
        </Panel>
        {preview.error !== null && (
          <ProblemMessage error={preview.error} onRetry={() => asked && preview.mutate(asked)} />
        )}
        {preview.isPending && (
          <Panel>
            <LoadingRows rows={6} height={48} />
          </Panel>
        )}
        {preview.isSuccess && (
          <Panel>
            <Preview galleryId={gallery.id} answer={preview.data} asked={asked} />
          </Panel>
        )}
        <Earlier galleryId={gallery.id} />
      </div>
    </>
  )
}

/** The clean-ups that anyone stated for this gallery, to go on with them. */
function Earlier({ galleryId }: { galleryId: string }) {
  const styles = useStyles()
  const t = useCleanUpTexts()
  const { number, dateTime } = useFormats()
  const { data = [] } = useQuery(cleanUpsQuery(useSignedIn(), { galleryId }))
  if (data.length === 0) return null
  return (
    <Panel>
      <Section title={t.earlier.title}>
        <ul className={styles.list}>
          {data.map(({ id, startedAt, action, versions }) => (
            <li key={id}>
              <RouteLink href={cleanUpPath(id)}>{t.earlier.open(number(versions), dateTime(startedAt))}</RouteLink>
              {` · ${t.actions[action]}`}
            </li>
          ))}
        </ul>
      </Section>
    </Panel>
  )
}
