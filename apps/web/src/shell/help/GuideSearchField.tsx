import { makeStyles, SearchBox } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import { useHelpTexts } from './use-help-texts.ts'

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: '480px', marginBottom: '16px' },
})

export interface GuideSearchFieldProps {
  text: string
  /** of the list of what is found */
  resultsId: string
  onChange: (text: string) => void
}

/** Where one types what the guide is searched for. Arrow down goes to what is found, Enter opens the first of it. */
export function GuideSearchField({ text, resultsId, onChange }: GuideSearchFieldProps) {
  const t = useHelpTexts()
  const styles = useStyles()
  const goToResults = (event: KeyboardEvent) => {
    const first = document.getElementById(resultsId)?.querySelector('a')
    if (!first || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
    event.preventDefault()
    first.focus()
    if (event.key === 'Enter') first.click()
  }
  return (
    <div role="search">
      <SearchBox
        className={styles.search}
        aria-label={t.search}
        placeholder={t.search}
        maxLength={100}
        dismiss={{ 'aria-label': t.clearSearch }}
        value={text}
        onChange={(_, { value }) => onChange(value)}
        onKeyDown={goToResults}
      />
    </div>
  )
}
