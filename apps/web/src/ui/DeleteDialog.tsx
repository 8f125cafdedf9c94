import { useState, type FormEvent } from 'react'
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { deletionGuards, isDeletionBlocked } from '@portal/image-version'
import { deleteGalleryResource, resourceNameOf, resourceType, tryParseResourceId } from '@portal/portal-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { deletionQuery, refreshGalleries } from '../api/gallery-change-queries.ts'
import { call } from '../api/portal-client.ts'
import { useSignedIn } from '../auth/use-authentication.ts'
import { useDeletionTexts } from '../i18n/use-deletion-texts.ts'
import type { DeletedResource } from './deleted-resource.ts'
import { DecodedProblem } from './DecodedProblem.tsx'
import { DeletionGuards } from './DeletionGuards.tsx'
import { LoadingRows } from './LoadingRows.tsx'
import { ProblemMessage } from './ProblemMessage.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
})

/** Says what goes and what stands in the way; what is final is confirmed by its name. */
export function DeleteDialog({ id, kind, parentPath, onClose }: DeletedResource & { onClose: () => void }) {
  const styles = useStyles()
  const t = useDeletionTexts()
  const { account } = useSignedIn()
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const found = useQuery(deletionQuery(account.key, id))
  const [typed, setTyped] = useState('')
  const [isTold, tell] = useState(false)
  const deleting = useMutation({
    mutationFn: () => call(deleteGalleryResource, { id }),
    onSuccess: async () => {
      await refreshGalleries(queryClient, account.key)
      navigate(parentPath)
    },
  })
  const parsed = tryParseResourceId(id)
  const name = parsed ? resourceNameOf(parsed) : ''
  const action = parsed ? `${resourceType(parsed)}/delete` : ''
  const { data } = found
  const guards = data ? deletionGuards(data.facts) : []
  const isPossible = data !== undefined && data.permission !== 'forbidden' && !isDeletionBlocked(guards)
  const isNamed = kind !== 'version' || typed.trim() === name

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isNamed) deleting.mutate()
    else tell(true)
  }
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t.titles[kind](name)}</DialogTitle>
            <DialogContent className={styles.content}>
              {found.isPending && <LoadingRows rows={3} />}
              {found.isError && <ProblemMessage error={found.error} onRetry={() => void found.refetch()} />}
              {data?.permission === 'forbidden' && <Text>{t.forbidden(action, id)}</Text>}
              {data && <DeletionGuards kind={kind} facts={data.facts} guards={guards} />}
              {isPossible && <Text>{t.whatGoes[kind]}</Text>}
              {isPossible && kind === 'version' && (
                <Field
                  label={t.typeName(name)}
                  required
                  validationMessage={isTold && !isNamed ? t.nameDiffers(name) : null}
                >
                  <Input value={typed} autoComplete="off" onChange={(_, { value }) => setTyped(value)} />
                </Field>
              )}
              {deleting.isError && <DecodedProblem error={deleting.error} />}
            </DialogContent>
            <DialogActions>
              {isPossible && (
                <Button type="submit" appearance="primary" disabledFocusable={deleting.isPending}>
                  {t.delete}
                </Button>
              )}
              <Button onClick={onClose}>{isPossible || found.isPending ? t.cancel : t.close}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
