import { Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components'
import { tryParseResourceId } from '@portal/portal-api'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { createFromPath } from '../../../../paths.ts'
import { Dialog } from '../../../../ui/dialog/Dialog.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { CodeStart } from './CodeStart.tsx'
import { useImportPlanTexts } from './import-plan-texts.ts'
import { StartActions, type Start } from './StartWith.tsx'
import { VersionStart } from './VersionStart.tsx'

const useStyles = makeStyles({
  content: { rowGap: tokens.spacingVerticalL },
})

interface StartDialogProps extends Start {
  /** the number of the definition's latest version, undefined if there is none */
  latest: string | undefined
  /** how the address asks to start: with the version of an ID, with `code`, or '' */
  asked: string
}

type Way = 'latest' | 'version' | 'code'

/** What a version can begin from: the latest one, another one, or code, a file or a link. */
export function StartDialog({ latest, asked, ...start }: StartDialogProps) {
  const styles = useStyles()
  const { start: t } = useImportPlanTexts()
  const [, navigate] = useLocation()
  const version = tryParseResourceId(asked)?.types.length === 3 ? asked : ''
  const [chosen, choose] = useState<Way | undefined>(
    version !== '' ? 'version' : asked === 'code' || window.location.hash !== '' ? 'code' : undefined,
  )
  const way = chosen ?? (latest === undefined ? 'code' : 'latest')
  const [text, setText] = useState('')
  const ways: [Way, label: string, hint: string][] = [
    ...(latest === undefined ? [] : [['latest', t.latest(latest), t.latestHint] satisfies [Way, string, string]]),
    ['version', t.version, t.versionHint],
    ['code', t.code, t.codeHint],
  ]
  return (
    <Dialog title={t.open} size="large" onClose={start.onClose} className={styles.content}>
      <RadioGroup
        aria-label={t.open}
        value={way}
        onChange={(_, data) => choose(ways.find(([each]) => each === data.value)?.[0])}
      >
        {ways.map(([value, label, hint]) => (
          <Radio
            key={value}
            value={value}
            label={
              <Stack as="span">
                {label}
                <Quiet size={200}>{hint}</Quiet>
              </Stack>
            }
          />
        ))}
      </RadioGroup>
      {way === 'latest' && latest !== undefined && (
        <StartActions onStart={() => navigate(createFromPath(start.definitionId, latest))} onClose={start.onClose} />
      )}
      {way === 'version' && <VersionStart {...start} versionId={version} />}
      {way === 'code' && <CodeStart {...start} text={text} onText={setText} />}
    </Dialog>
  )
}
