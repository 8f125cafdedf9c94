import {
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import {
  ArrowResetRegular,
  PauseRegular,
  PlayRegular,
  ArrowDownloadRegular,
  DocumentArrowUpRegular,
} from '@fluentui/react-icons'
import { longestPresenterScript } from '@portal/portal-api'
import { type ReactNode, useEffect, useState, useRef } from 'react'
import { languageNames, languages } from '../../i18n/language.ts'
import { download } from '../../ui/download.ts'
import { FileInput } from '../../ui/FileInput.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { usePresenterTexts } from '../texts/presenter-texts.ts'
import { clockTime, elapsed, plannedTimes } from './presentation-time.ts'
import { suppliedScripts } from './supplied-scripts.ts'
import type { Presentation } from './use-presentation.ts'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 24px',
    padding: '8px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 799px)': { paddingLeft: '16px', paddingRight: '16px' },
    '@media print': { display: 'none' },
  },
  titles: { display: 'flex', flexDirection: 'column', minWidth: 0, flexBasis: '200px', flexGrow: 1 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  time: { display: 'flex', flexDirection: 'column', minWidth: '88px' },
  figure: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  over: { color: tokens.colorStatusDangerForeground1 },
})

/** Which script, which step of it, and the time. */
export function PresenterHead({ presentation }: { presentation: Presentation }) {
  const styles = useStyles()
  const t = usePresenterTexts()
  const { read, step } = presentation
  const script = read?.script
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <h1 className={styles.title} {...(script && { lang: script.language })}>
          {script?.title ?? t.title}
        </h1>
        <Quiet size={200}>{script ? t.step(step + 1, script.steps.length) : '\u00a0'}</Quiet>
      </div>
      <ScriptMenu presentation={presentation} />
      {script && <Times presentation={presentation} minutes={script.minutes} planned={plannedTimes(script, step)} />}
    </header>
  )
}

interface TimesProps {
  presentation: Presentation
  /** of the whole script */
  minutes: number
  /** of the step, in ms from the beginning */
  planned: { from: number; to: number }
}

function Times({ presentation: { watch, hasStarted, turnWatch, restart }, minutes, planned }: TimesProps) {
  const styles = useStyles()
  const { time: t } = usePresenterTexts()
  const isRunning = watch.since !== null
  const now = useNow(isRunning)
  const gone = elapsed(watch, now)
  const left = minutes * 60_000 - gone
  const isOver = left < 0
  return (
    <Stack row="wrap" gap="L" align="center">
      <Time label={t.gone}>{clockTime(gone)}</Time>
      <Time label={isOver ? t.over : t.left} isOver={isOver}>
        {clockTime(Math.abs(isOver ? left : Math.ceil(left / 1000) * 1000))}
      </Time>
      <div className={styles.time}>
        <Quiet size={200}>{t.planned(clockTime(planned.from), clockTime(planned.to))}</Quiet>
        <Stack row>
          <Button
            size="small"
            appearance="subtle"
            icon={isRunning ? <PauseRegular /> : <PlayRegular />}
            aria-label={isRunning ? t.pause : t.resume}
            title={isRunning ? t.pause : t.resume}
            disabledFocusable={!hasStarted}
            onClick={() => turnWatch(!isRunning)}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowResetRegular />}
            aria-label={t.restart}
            title={t.restart}
            onClick={restart}
          />
        </Stack>
      </div>
    </Stack>
  )
}

function Time({ label, isOver = false, children }: { label: string; isOver?: boolean; children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.time} role="timer" aria-label={label}>
      <Quiet size={200} aria-hidden>
        {label}
      </Quiet>
      <span className={mergeClasses(styles.figure, isOver && styles.over)}>{children}</span>
    </div>
  )
}

/** The time, ms since 1970, every quarter of a second while it runs. */
function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [isRunning])
  return now
}

/** The supplied scripts, and the way to open one's own. */
function ScriptMenu({ presentation: { id, text, choose, openText } }: { presentation: Presentation }) {
  const { script: t } = usePresenterTexts()
  const input = useRef<HTMLInputElement>(null)
  const open = async (file: File) => {
    // One character more is enough to say that it is too large; each has four bytes at most.
    openText(await file.slice(0, (longestPresenterScript + 1) * 4).text())
  }
  return (
    <>
      <Menu checkedValues={{ script: [id] }}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton>{t.choose}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {languages.map((language) => (
              <MenuGroup key={language}>
                <MenuGroupHeader lang={language}>{languageNames[language]}</MenuGroupHeader>
                {suppliedScripts
                  .filter((script) => script.language === language)
                  .map((script) => (
                    <MenuItemRadio
                      key={script.id}
                      name="script"
                      value={script.id}
                      lang={language}
                      onClick={() => void choose(script.id)}
                    >
                      {script.title}
                    </MenuItemRadio>
                  ))}
              </MenuGroup>
            ))}
            <MenuDivider />
            <MenuItem icon={<DocumentArrowUpRegular />} onClick={() => input.current?.click()}>
              {t.open}
            </MenuItem>
            <MenuItem
              icon={<ArrowDownloadRegular />}
              onClick={() => download(`${id === '' ? 'script' : id}.md`, text, 'text/markdown')}
            >
              {t.download}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <FileInput ref={input} accept=".md,text/markdown,text/plain" label={t.file} onFile={(file) => void open(file)} />
    </>
  )
}
