import { Button } from '@fluentui/react-components'
import { useSearchParams } from 'wouter'
import { useReadOnlyDraft } from '../../../../drafts/read-only-draft.ts'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { useImportPlanTexts } from './import-plan-texts.ts'
import type { Start } from './StartWith.tsx'

const StartDialog = lazyPart(() => import('./StartDialog.tsx').then((part) => part.StartDialog))

/** Opens the dialog with what a version can begin from; the address has it open, so that links lead there. */
export function StartFrom(props: Omit<Start, 'onClose'> & { latest: string | undefined }) {
  const { start: t } = useImportPlanTexts()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('start')
  // Another tab's draft begins there.
  if (useReadOnlyDraft() && props.definitionId !== '') return null
  const ask = (start: string | undefined) =>
    setSearch(
      (current) => {
        if (start === undefined) current.delete('start')
        else current.set('start', start)
        return current
      },
      { replace: start === undefined },
    )
  return (
    <>
      <Button appearance="subtle" aria-haspopup="dialog" onClick={() => ask('')}>
        {t.open}
      </Button>
      {asked !== null && <StartDialog {...props} asked={asked} onClose={() => ask(undefined)} />}
    </>
  )
}
