import { Button, makeStyles, Text } from '@fluentui/react-components'
import { DocumentArrowUpRegular } from '@fluentui/react-icons'
import { linkFragment, LinkTooLong, planFragment } from '@portal/code'
import { longestRehearsal, rehearsalReport, type RehearsalReport } from '@portal/portal-api'
import { retentionFile } from '@portal/version-update'
import { useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import * as z from 'zod/mini'
import { cleanUpVersionsPath, encryptVersionsPath, startFromPath } from '../../../../paths.ts'
import type { ActDraft } from '../../../../patterns/rehearsal/draft-of-act.ts'
import { useRehearsalTexts } from '../../../../patterns/rehearsal/rehearsal-texts.ts'
import { RehearsedActs } from '../../../../patterns/rehearsal/RehearsedActs.tsx'
import { CloseButton, Dialog } from '../../../../ui/dialog/Dialog.tsx'
import { FileInput } from '../../../../ui/FileInput.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { hasPseudonyms, readNames } from './pseudonyms.ts'

const useStyles = makeStyles({ choose: { alignSelf: 'start' } })

type Fault = 'foreign' | 'newer' | 'damaged' | 'noNames' | 'tooLarge'

/** The report of a rehearsal from its file, whose drafts are opened here as they were begun there: nothing is sent. */
export function RehearsalFileDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const texts = useRehearsalTexts()
  const t = texts.file
  const [, navigate] = useLocation()
  const [report, setReport] = useState<RehearsalReport>()
  const [fault, setFault] = useState<Fault>()
  const [file, names] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const lacksNames = useMemo(() => report !== undefined && hasPseudonyms(JSON.stringify(report)), [report])

  async function open(chosen: File) {
    const read = chosen.size > longestRehearsal ? 'damaged' : reportFromText(await chosen.text())
    setFault(typeof read === 'string' ? read : undefined)
    setReport(typeof read === 'string' ? undefined : read)
  }
  async function openNames(chosen: File) {
    const named = chosen.size > longestRehearsal ? undefined : withNames(report, await chosen.text())
    setFault(named === undefined ? 'noNames' : undefined)
    if (named !== undefined) setReport(named)
  }
  async function openDraft(draft: ActDraft) {
    try {
      const { to, state } = await addressOf(draft)
      navigate(to, { state })
    } catch (error) {
      if (!(error instanceof LinkTooLong)) throw error
      setFault('tooLarge')
    }
  }
  return (
    <Dialog title={texts.title} size="large" isTall onClose={onClose} actions={<CloseButton onClick={onClose} />}>
      <Text>{t.intro}</Text>
      <FileInput ref={file} label={t.choose} accept=".json,application/json" onFile={(chosen) => void open(chosen)} />
      <Button className={styles.choose} icon={<DocumentArrowUpRegular />} onClick={() => file.current?.click()}>
        {report === undefined ? t.choose : t.another}
      </Button>
      {fault !== undefined && (
        <Message intent="error" politeness="assertive">
          {t[fault]}
        </Message>
      )}
      {lacksNames && (
        <>
          <Message intent="info" title={t.replaced}>
            {t.replacedBody}
          </Message>
          <FileInput
            ref={names}
            label={t.chooseNames}
            accept=".json,application/json"
            onFile={(chosen) => void openNames(chosen)}
          />
          <Button className={styles.choose} onClick={() => names.current?.click()}>
            {t.chooseNames}
          </Button>
        </>
      )}
      {report && (
        <RehearsedActs
          report={report}
          onDraft={(draft, name) =>
            lacksNames ? (
              t.needsNames
            ) : (
              <Button size="small" aria-label={texts.openDraftOf(name)} onClick={() => void openDraft(draft)}>
                {texts.openDraft}
              </Button>
            )
          }
        />
      )}
    </Dialog>
  )
}

const anyVersion = z.object({ format: z.literal('rehearsal-report'), version: z.int() })

/** The report in a file's text, or what is wrong with it. The file can come from anyone. */
function reportFromText(text: string): RehearsalReport | 'foreign' | 'newer' | 'damaged' {
  try {
    const json: unknown = JSON.parse(text)
    const found = z.safeParse(rehearsalReport, json).data
    if (found !== undefined) return found
    const { data } = z.safeParse(anyVersion, json)
    return data === undefined ? 'foreign' : data.version > 1 ? 'newer' : 'damaged'
  } catch {
    return 'foreign'
  }
}

/** The report with the names of a map; undefined if the map is none, or that of another copy. */
function withNames(report: RehearsalReport | undefined, map: string): RehearsalReport | undefined {
  try {
    const text = readNames(map)(JSON.stringify(report))
    return hasPseudonyms(text) ? undefined : z.safeParse(rehearsalReport, JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The page of a draft, and what it takes from the browser's history. Throws `LinkTooLong`. */
async function addressOf(draft: ActDraft): Promise<{ to: string; state: object }> {
  switch (draft.of) {
    case 'plan':
      return { to: startFromPath('code', draft.plan.imageDefinitionId) + (await planFragment(draft.plan)), state: {} }
    case 'campaign': {
      const { items, regions, encryptionType } = draft.campaign
      const versions = items.map(({ predecessorId }) => predecessorId)
      return { to: encryptVersionsPath(undefined), state: { versions, asked: { encryptionType, regions } } }
    }
    case 'cleanUp': {
      const { rule, action, reason } = draft.cleanUp
      const to = cleanUpVersionsPath(draft.scopeId)
      if (rule.versions) return { to, state: { versions: rule.versions, action } }
      return { to: to + (await linkFragment('rule=', retentionFile(rule, location.origin))), state: { action, reason } }
    }
  }
}
