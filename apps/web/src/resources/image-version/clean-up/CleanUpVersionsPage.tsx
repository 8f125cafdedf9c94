import { makeStyles, tokens, Button, Field, Input } from '@fluentui/react-components'
import { previewCleanUp, resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { type RetentionAction, type RetentionRule, galleryIdOf, retentionAction } from '@portal/version-update'
import { useMutation } from '@tanstack/react-query'
import { useState, useEffect, useEffectEvent } from 'react'
import { useSearchParams } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import * as z from 'zod/mini'
import { cleanUpsQuery } from '../../../api/gallery-reads.ts'
import { call } from '../../../api/portal-client.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import { cleanUpPath, galleryPath, imageDefinitionPath, paths } from '../../../paths.ts'
import { LinkIncomplete } from '../../../patterns/page/ResourcePage.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { galleryOf } from '../../../patterns/resource/resource-names.ts'
import { SubscriptionChoice } from '../../../patterns/resource/SubscriptionChoice.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { PanelSection } from '../../../ui/Section.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { useCleanUpTexts } from '../texts/clean-up-texts.ts'
import { CleanUpRun } from './CleanUpRun.tsx'
import { Preview } from './Preview.tsx'
import { RuleForm } from './RuleForm.tsx'

const useStyles = makeStyles({
  onScreen: { '@media print': { display: 'none' } },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
})

/** Which versions of a subscription, a gallery or a definition stay by a rule, or clean-ups that were stated before. */
export function CleanUpVersionsPage() {
  const t = useCleanUpTexts()
  const { shell } = useTexts()
  const [search] = useSearchParams()
  const selection = selectionIn(useHistoryState())
  const [scope, stated] = [search.get('scope'), search.getAll('id')]
  if (stated.length > 0)
    return stated.every((id) => tryParseResourceId(id) !== undefined) ? (
      <CleanUpRun key={stated.join()} ids={stated} />
    ) : (
      <LinkIncomplete />
    )
  if (selection !== undefined) return <SelectionPlan {...selection} />
  if (scope === null)
    return (
      <>
        <PageHeader
          title={t.title}
          subtitle={t.subtitle}
          crumbs={[{ text: shell.sections.estate, href: paths.estate }]}
        />
        <SubscriptionChoice>
          {({ subscriptionId }) => <Plan key={subscriptionId} id={`/subscriptions/${subscriptionId}`} />}
        </SubscriptionChoice>
      </>
    )
  const parts = tryParseResourceId(scope)
  const kind = parts?.types.join('/').toLowerCase() ?? ''
  if (parts === undefined || !['galleries', 'galleries/images'].includes(kind)) return <LinkIncomplete />
  const gallery = galleryOf(parts)
  const crumbs = [
    { text: gallery.name, href: galleryPath(gallery.id) },
    ...(parts.types.length === 1 ? [] : [{ text: resourceNameOf(parts), href: imageDefinitionPath(scope) }]),
  ]
  return (
    <>
      <PageHeader title={t.title} subtitle={t.subtitle} crumbs={crumbs} />
      <Plan key={scope} id={scope} galleryId={gallery.id} />
    </>
  )
}

interface Asked {
  rule: RetentionRule
  action: RetentionAction
  reason: string
}

// Below the rule, a preview would come where nobody sees it.
function showWhenThere(preview: HTMLDivElement | null): void {
  preview?.scrollIntoView({ block: 'start' })
}

function Plan({ id, galleryId }: { id: string; galleryId?: string }) {
  const styles = useStyles()
  const [asked, setAsked] = useState<Asked>()
  const preview = useMutation({
    mutationFn: ({ rule, action }: Asked) => call(previewCleanUp, { scopeId: id, rule, action }),
  })
  return (
    <Stack gap="XXL">
      <div className={styles.onScreen}>
        <Panel>
          <RuleForm
            scopeId={id}
            isBusy={preview.isPending}
            onChange={() => setAsked(undefined)}
            onPreview={(wanted) => {
              setAsked(wanted)
              preview.mutate(wanted)
            }}
          />
        </Panel>
      </div>
      {preview.error !== null && (
        <ProblemMessage error={preview.error} onRetry={() => asked && preview.mutate(asked)} />
      )}
      {preview.isPending && (
        <Panel>
          <LoadingRows rows={6} height={48} />
        </Panel>
      )}
      {preview.isSuccess && (
        <div ref={showWhenThere}>
          <Panel>
            <Preview answer={preview.data} asked={asked} />
          </Panel>
        </div>
      )}
      {galleryId === undefined ? (
        preview.data?.galleries.map((one) => <Earlier key={one.id} galleryId={one.id} isOneOfSeveral />)
      ) : (
        <Earlier galleryId={galleryId} />
      )}
    </Stack>
  )
}

/** The clean-ups that anyone stated for this gallery, to go on with them. */
function Earlier({ galleryId, isOneOfSeveral = false }: { galleryId: string; isOneOfSeveral?: boolean }) {
  const styles = useStyles()
  const t = useCleanUpTexts()
  const { number, dateTime } = useFormats()
  const { data = [] } = useRead(cleanUpsQuery, { galleryId })
  if (data.length === 0) return null
  return (
    <div className={styles.onScreen}>
      <PanelSection title={t.earlier.title + (isOneOfSeveral ? `: ${resourceLabel(galleryId)}` : '')}>
        <ul className={styles.list}>
          {data.map(({ id, startedAt, action, versions }) => (
            <li key={id}>
              <RouteLink href={cleanUpPath(id)}>{t.earlier.open(number(versions), dateTime(startedAt))}</RouteLink>
              {` · ${t.actions[action]}`}
            </li>
          ))}
        </ul>
      </PanelSection>
    </div>
  )
}

const selection = z.object({ versions: z.array(z.string()).check(z.minLength(1)), action: retentionAction })

/** Versions of one subscription that were selected in a list, and what is to be done with them. */
type Selection = z.infer<typeof selection>

/** What the list has left in the browser's history for this page; it outlives a reload. Undefined: nothing. */
function selectionIn(state: unknown): Selection | undefined {
  return selection.safeParse(state).data
}

const useSelectionPlanStyles = makeStyles({ field: { width: 'min(100%, 480px)' } })

const hasText: readonly RetentionAction[] = ['revoke', 'lock']

/** A clean-up of the selected versions alone: why some stay, and the request for each of the others. */
function SelectionPlan({ versions, action }: Selection) {
  const styles = useSelectionPlanStyles()
  const t = useCleanUpTexts()
  const { number } = useFormats()
  const [text, setText] = useState('')
  const galleries = [...new Map(versions.map((id) => [galleryIdOf(id).toLowerCase(), galleryIdOf(id)])).values()]
  const [galleryId = ''] = galleries
  const scopeId = galleries.length > 1 ? galleryId.split('/').slice(0, 3).join('/') : galleryId
  const rule = { name: t.selected.rule, versions, keepTag: 'keep' }
  const preview = useMutation({ mutationFn: () => call(previewCleanUp, { scopeId, rule, action }) })
  const needsText = hasText.includes(action)
  const begin = useEffectEvent(() => preview.mutate())
  useEffect(() => {
    if (!needsText) begin()
  }, [needsText])
  const ids = new Set(versions.map((id) => id.toLowerCase()))
  const gallery = tryParseResourceId(scopeId)
  return (
    <>
      <PageHeader
        title={t.selected.title[action]}
        subtitle={t.selected.subtitle(number(versions.length))}
        crumbs={gallery === undefined ? [] : [{ text: resourceNameOf(gallery), href: galleryPath(galleryId) }]}
      />
      <Stack gap="XXL">
        {needsText && (
          <Panel>
            <Stack gap="M" align="start">
              <Field
                className={styles.field}
                label={action === 'lock' ? t.selected.notes : t.rule.reason}
                required={action === 'revoke'}
              >
                <Input
                  value={text}
                  maxLength={256}
                  onChange={(_, { value }) => {
                    setText(value)
                    preview.reset()
                  }}
                />
              </Field>
              <Button
                appearance={preview.isSuccess ? 'secondary' : 'primary'}
                disabledFocusable={preview.isPending || (action === 'revoke' && text.trim() === '')}
                onClick={() => preview.mutate()}
              >
                {t.rule.preview}
              </Button>
            </Stack>
          </Panel>
        )}
        {preview.error !== null && <ProblemMessage error={preview.error} onRetry={() => preview.mutate()} />}
        {preview.isPending && (
          <Panel>
            <LoadingRows rows={6} height={48} />
          </Panel>
        )}
        {preview.isSuccess && (
          <Panel>
            <Preview
              answer={{
                ...preview.data,
                decisions: preview.data.decisions.filter(({ version }) => ids.has(version.id.toLowerCase())),
              }}
              asked={{ rule, action, reason: text.trim() }}
            />
          </Panel>
        )}
      </Stack>
    </>
  )
}
