import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { type ExportedCode, RefusedCharacter } from '@portal/code'
import type { PlanResources } from '@portal/gallery'
import { useMemo, useState } from 'react'
import { storeChoice, storedChoice } from '../../stored-choice.ts'
import { Choice } from '../../ui/Choice.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { download } from '../../ui/download.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Message } from '../../ui/Message.tsx'
import { shows } from '../../ui/shows.ts'
import { Stack } from '../../ui/Stack.tsx'
import { isPipeline, type ShownLanguage } from './code-parts.ts'
import { useCodeTexts } from './code-texts.ts'
import { CodeLines } from './CodeLines.tsx'
import { languageKey } from './use-code-pane.ts'

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
  language: { flexGrow: 1, flexBasis: '140px', minWidth: 0 },
  losses: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: 0 },
})

interface CodePaneProps<Language extends ShownLanguage> {
  languages: readonly Language[]
  /** the code in a language, of one file or of several; throws `RefusedCharacter` */
  write: (language: Language) => ExportedCode | ExportedCode[]
  /**
   * for languages that might omit something: the losses of a code in words, and the nearest language without losses, or
   * the language itself if none does more
   */
  losses?: { of: (code: ExportedCode) => string[]; losslessFor: (language: Language) => Language }
  /** what a pipeline's set-up is for: a plan for an image definition, or without one, a retention rule for a scope */
  setUp?: { id: string; plan?: PlanResources | undefined }
  /** the focused field, '' if none */
  field?: string
}

const AccessDrawer = lazyPart(() => import('../access/AccessDrawer.tsx').then((part) => part.AccessDrawer))

/** The choice as code: the language, remembered; its files; copying and downloading; what a language omits. */
export function CodePane<Language extends ShownLanguage>(props: CodePaneProps<Language>) {
  const { languages, write, losses, setUp, field = '' } = props
  const styles = useStyles()
  const t = useCodeTexts()
  const [chosen, setChosen] = useState(() => storedChoice(languageKey, languages))
  const language = chosen ?? languages[0]
  const written = useMemo(
    () => (language === undefined ? undefined : attempt(() => write(language))),
    [write, language],
  )
  const [file, setFile] = useState('')
  const [isChecking, setChecking] = useState(false)
  if (language === undefined || written === undefined) return null

  function choose(next: Language) {
    setChosen(next)
    storeChoice(languageKey, next)
  }
  const { codes, refused } = written
  const code = codes.find(({ fileName }) => fileName === file) ?? codes[0]
  const lost = code === undefined ? [] : (losses?.of(code) ?? [])
  const lossless = losses?.losslessFor(language) ?? language
  return (
    <div className={styles.pane}>
      <Stack row="wrap" gap="S" align="center" {...shows('code-languages')}>
        <div className={styles.language}>
          <Choice
            size="small"
            aria-label={t.language}
            value={language}
            options={languages.map((value) => ({ value, label: t.languages[value] }))}
            onChoose={choose}
          />
        </div>
        {codes.length > 1 && (
          <div className={styles.language}>
            <Choice
              size="small"
              aria-label={t.file}
              value={code?.fileName ?? ''}
              options={codes.map(({ fileName }) => ({ value: fileName, label: fileName }))}
              onChoose={setFile}
            />
          </div>
        )}
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
            {setUp && code.fileName.startsWith('set-up') && (
              <Button size="small" onClick={() => setChecking(true)}>
                {t.checkSetUp}
              </Button>
            )}
          </>
        )}
      </Stack>
      {isChecking && setUp && isPipeline(language) && (
        <AccessDrawer id={setUp.id} asked={{ language, plan: setUp.plan }} onClose={() => setChecking(false)} />
      )}
      {lost.length > 0 && (
        <Message
          intent="warning"
          title={lossless === language ? t.notGuarded : t.lossTitle}
          {...(lossless !== language && {
            actions: <Button onClick={() => choose(lossless)}>{t.lossless(t.languages[lossless])}</Button>,
          })}
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

function attempt(write: () => ExportedCode | ExportedCode[]): { codes: ExportedCode[]; refused?: RefusedCharacter } {
  try {
    return { codes: [write()].flat() }
  } catch (error) {
    if (error instanceof RefusedCharacter) return { codes: [], refused: error }
    throw error
  }
}
