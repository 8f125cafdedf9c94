import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { previewCleanUp, resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { galleryIdOf, retentionAction, type RetentionAction } from '@portal/version-update'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import * as z from 'zod/mini'
import { call } from '../../../api/portal-client.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { galleryPath } from '../../../paths.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { useCleanUpTexts } from '../texts/clean-up-texts.ts'
import { Preview } from './Preview.tsx'

const selection = z.object({ versions: z.array(z.string()).check(z.minLength(1)), action: retentionAction })

/** Versions of one subscription that were selected in a list, and what is to be done with them. */
export type Selection = z.infer<typeof selection>

/** What the list has left in the browser's history for this page; it outlives a reload. Undefined: nothing. */
export function selectionIn(state: unknown): Selection | undefined {
  return selection.safeParse(state).data
}

const useStyles = makeStyles({
  field: { width: 'min(100%, 480px)' },
})

const hasText: readonly RetentionAction[] = ['revoke', 'lock']

/** A clean-up of the selected versions alone: why some stay, and the request for each of the others. */
export function SelectionPlan({ versions, action }: Selection) {
  const styles = useStyles()
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
