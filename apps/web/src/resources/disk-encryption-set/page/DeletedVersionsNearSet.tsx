import { makeStyles, tokens } from '@fluentui/react-components'
import { deletedVersionsNearSetQuery } from '../../../api/disk-encryption-set-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { Message } from '../../../ui/Message.tsx'
import { useRecycleBinTexts } from '../../gallery/texts/recycle-bin-texts.ts'

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', paddingBottom: tokens.spacingVerticalS },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
})

const namesShown = 4

/** Warns that versions in recycle bins might need a set, or its current key; shows nothing if the bins are empty. */
export function DeletedVersionsNearSet({ setId, loses }: { setId: string; loses: 'set' | 'key' }) {
  const styles = useStyles()
  const t = useRecycleBinTexts().nearSet
  const { number } = useFormats()
  const found = useRead(deletedVersionsNearSetQuery, { diskEncryptionSetId: setId })
  if (found.data === undefined) return found.isError ? <div>{t.incomplete}</div> : null
  const { versions, isComplete } = found.data
  if (versions.length === 0) return isComplete ? null : <div>{t.incomplete}</div>
  const left = versions.length - namesShown
  return (
    <Message intent="warning" title={loses === 'set' ? t.title : t.keyTitle} body={{ className: styles.body }}>
      {t.text(versions.length, number(versions.length))} {loses === 'set' ? t.withoutSet : t.withoutKey}
      <ul className={styles.list}>
        {versions.slice(0, namesShown).map(({ id }) => (
          <li key={id}>{resourceLabel(id)}</li>
        ))}
        {left > 0 && <li>{t.more(number(left))}</li>}
      </ul>
      {!isComplete && t.incomplete}
    </Message>
  )
}
