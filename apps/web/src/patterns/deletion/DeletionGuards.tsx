import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import { type DeletionFacts, type DeletionGuard, isDeletionBlocked } from '@portal/gallery'
import { useFormats } from '../../i18n/formats.ts'
import type { ResourceKind } from './deleted-resource.ts'
import { useDeletionTexts } from './use-deletion-texts.ts'

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', paddingBottom: tokens.spacingVerticalS },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
})

const namesShown = 3

interface Props {
  kind: ResourceKind
  facts: DeletionFacts
  guards: DeletionGuard[]
}

/** What prevents a deletion, and what to do about each; nothing if nothing does. */
export function DeletionGuards({ kind, facts, guards }: Props) {
  const styles = useStyles()
  const t = useDeletionTexts()
  const { date, list } = useFormats()
  if (guards.length === 0) return null
  const isBlocked = isDeletionBlocked(guards)
  const { childNames, deletedVersionNames, endOfLifeDate = '' } = facts
  const some = (names: string[]) =>
    list([...names.slice(0, namesShown), ...(names.length > namesShown ? [t.andMore] : [])])
  return (
    <MessageBar intent={isBlocked ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody className={styles.body}>
        {isBlocked && <MessageBarTitle>{t.notYet}</MessageBarTitle>}
        <ul className={styles.list}>
          {guards.map((guard) => (
            <li key={guard}>
              {t.guards[guard](
                kind,
                some(guard === 'DeletedVersions' ? deletedVersionNames : childNames),
                date(endOfLifeDate),
              )}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
