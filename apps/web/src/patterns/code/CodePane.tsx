import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { type CodeLanguage, type ExportedCode, RefusedCharacter } from '@portal/code'
import { useMemo, useState } from 'react'
import { storeChoice, storedChoice } from '../../stored-choice.ts'
import { Choice } from '../../ui/Choice.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { download } from '../../ui/download.ts'
import { Message } from '../../ui/Message.tsx'
import { shows } from '../../ui/shows.ts'
import { useCodeTexts } from './code-texts.ts'
import { CodeLines } from './CodeLines.tsx'

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    minHeight: 0,
    flexGrow: 1,
    // Only the code shrinks.
    '& > :not(pre)': { flexShrink: 0 },
  },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  language: { flexGrow: 1, flexBasis: '140px', minWidth: 0 },
  losses: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: 0 },
})

const storageKey = 'code-language'

interface CodePaneProps<Language extends CodeLanguage> {
  languages: readonly Language[]
  /** the code in a language; throws `RefusedCharacter` */
  write: (language: Language) => ExportedCode
  /** for languages that might omit something: the losses of a code in words, and the nearest language without losses */
  losses?: { of: (code: ExportedCode) => string[]; losslessFor: (language: Language) => Language }
  /** the focused field, '' if none */
  field?: string
}

/** The choice as code: the language, remembered; copying and downloading; what a language omits. */
export function CodePane<Language extends CodeLanguage>(props: CodePaneProps<Language>) {
  const { languages, write, losses, field = '' } = props
  const styles = useStyles()
  const t = useCodeTexts()
  const [chosen, setChosen] = useState(() => storedChoice(storageKey, languages))
  const language = chosen ?? languages[0]
  const written = useMemo(
    () => (language === undefined ? undefined : attempt(() => write(language))),
    [write, language],
  )
  if (language === undefined || written === undefined) return null

  function choose(next: Language) {
    setChosen(next)
    storeChoice(storageKey, next)
  }
  const { code, refused } = written
  const lost = code === undefined ? [] : (losses?.of(code) ?? [])
  const lossless = losses?.losslessFor(language) ?? language
  return (
    <div className={styles.pane}>
      <div className={styles.bar} {...shows('code-languages')}>
        <div className={styles.language}>
          <Choice
            size="small"
            aria-label={t.language}
            value={language}
            options={languages.map((value) => ({ value, label: t.languages[value] }))}
            onChoose={choose}
          />
        </div>
        {code !== undefined && (
          <>
            <CopyButton text={code.text}>{t.copy}</CopyButton>
            <Button
              size="small"
              icon={<ArrowDownloadRegular />}
              aria-label={t.downloadFile(code.fileName)}
              onClick={() => download(code.fileName, code.text)}
            >
              {t.download}
            </Button>
          </>
        )}
      </div>
      {lost.length > 0 && (
        <Message
          intent="warning"
          title={t.lossTitle}
          actions={<Button onClick={() => choose(lossless)}>{t.lossless(t.languages[lossless])}</Button>}
        >
          <ul className={styles.losses}>
            {lost.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </Message>
      )}
      {refused !== undefined && (
        <Message intent="error" title={t.refusedTitle}>
          {t.refused(refused.value, String(refused.position + 1))}
        </Message>
      )}
      {code !== undefined && (
        <>
          {code.isUnfinished && <p className={styles.note}>{t.unfinished}</p>}
          <CodeLines code={code} language={language} label={t.languages[language]} field={field} />
        </>
      )}
    </div>
  )
}

function attempt(write: () => ExportedCode): { code?: ExportedCode; refused?: RefusedCharacter } {
  try {
    return { code: write() }
  } catch (error) {
    if (error instanceof RefusedCharacter) return { refused: error }
    throw error
  }
}
