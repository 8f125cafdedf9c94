import { Button, Checkbox, Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { DocumentArrowUpRegular, LinkRegular, SaveRegular } from '@fluentui/react-icons'
import {
  type AppliedRule,
  cleanUpPipelineExporters,
  linkFragment,
  type PipelineLanguage,
  retentionExporters,
  textOfFragment,
} from '@portal/code'
import { tryParseResourceId } from '@portal/portal-api'
import {
  checkedRetentionRule,
  retentionAction,
  retentionFile,
  retentionFileName,
  retentionFromText,
  retentionText,
  type RetentionAction,
  type RetentionRule,
} from '@portal/version-update'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useHistoryState } from 'wouter/use-browser-location'
import * as z from 'zod/mini'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { cleanUpVersionsPath } from '../../../paths.ts'
import { isPipeline } from '../../../patterns/code/code-parts.ts'
import { useLossText } from '../../../patterns/code/code-texts.ts'
import { CodeDisclosure } from '../../../patterns/code/CodeDisclosure.tsx'
import { CodePane } from '../../../patterns/code/CodePane.tsx'
import { copyText } from '../../../ui/copy-text.ts'
import { countFromText } from '../../../ui/count-from-text.ts'
import { download } from '../../../ui/download.ts'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Message } from '../../../ui/Message.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { useCleanUpTexts, useRetentionTexts } from '../texts/clean-up-texts.ts'

const linkPrefix = 'rule='

/** What is done by the rule of a rehearsal, as its report has left it in the browser's history: no link can have it. */
const askedAction = z.object({ action: retentionAction, reason: z.string().check(z.maxLength(256)) })

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  flags: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  outcome: { minHeight: tokens.lineHeightBase300 },
})

/** To include is what undoes to exclude, and a lock is set on what was selected: no rule asks for these. */
const actions = retentionAction.options.filter((each) => each !== 'include' && each !== 'lock')
const flags = ['isPastEndOfLife', 'isRevoked', 'isExcluded', 'isUnderPlatformKeys'] as const
type Flag = (typeof flags)[number]

/** What is typed; empty fields say nothing. */
interface Draft extends Record<
  'name' | 'keepNewest' | 'keepDays' | 'definition' | 'version' | 'tag' | 'keepTag',
  string
> {
  flags: readonly Flag[]
  /** of an opened selection */
  versions: RetentionRule['versions'] | undefined
}

interface RuleFormProps {
  /** of whose versions the rule decides */
  scopeId: string
  isBusy: boolean
  /** the preview is not of this rule anymore */
  onChange: () => void
  onPreview: (asked: { rule: RetentionRule; action: RetentionAction; reason: string }) => void
}

/** A rule as fields and as a sentence, from a file or into one, and what is done with the versions that go. */
export function RuleForm({ scopeId, isBusy, onChange, onPreview }: RuleFormProps) {
  const styles = useStyles()
  const t = useCleanUpTexts()
  const { sentence } = useRetentionTexts()
  const [draft, setDraft] = useState<Draft>(() =>
    draftOf({ name: t.rule.defaultName, keepNewest: 3, keepDays: 90, keepTag: 'keep' }),
  )
  const asked = z.safeParse(askedAction, useHistoryState()).data
  const [action, setAction] = useState(actions.find((each) => each === asked?.action) ?? 'exclude')
  const [reason, setReason] = useState(asked?.reason ?? '')
  const [fault, setFault] = useState<string>()
  const parts = tryParseResourceId(scopeId)
  const parsed = checkedRetentionRule.safeParse(ruleOf(draft))
  const lacksReason = action === 'revoke' && reason.trim() === ''
  const edit = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change })
    setFault(undefined)
    onChange()
  }
  const take = (text: string) => {
    const read = retentionFromText(text)
    if ('fault' in read) setFault(t.rule.faults[read.fault](read.field))
    else edit(draftOf(read.rule))
  }
  const takeFromLink = useEffectEvent((text: string | null | undefined) => {
    if (text !== undefined) take(text ?? '')
  })
  useEffect(() => {
    void textOfFragment(linkPrefix, location.hash).then(takeFromLink)
  }, [])
  const field = (key: Exclude<keyof Draft, 'flags' | 'versions'>, hint?: string, type?: 'number') => (
    <Field label={t.rule[key]} hint={hint ?? null}>
      <Input
        value={draft[key]}
        autoComplete="off"
        {...(type !== undefined && { type, min: 1 })}
        onChange={(_, { value }) => edit({ [key]: value })}
      />
    </Field>
  )
  return (
    <Section title={t.rule.title} description={t.rule.description}>
      <div className={styles.grid}>{field('name')}</div>
      <div className={styles.grid}>
        {field('keepNewest', t.rule.keepHint, 'number')}
        {field('keepDays', undefined, 'number')}
        {field('keepTag')}
      </div>
      <Field label={t.rule.only}>
        <div className={styles.flags}>
          {flags.map((flag) => (
            <Checkbox
              key={flag}
              label={t.rule[flag]}
              checked={draft.flags.includes(flag)}
              onChange={(_, { checked }) =>
                edit({ flags: checked === true ? [...draft.flags, flag] : draft.flags.filter((each) => each !== flag) })
              }
            />
          ))}
        </div>
      </Field>
      <div className={styles.grid}>
        {parts?.types.length !== 2 && field('definition', t.rule.patternHint)}
        {field('version', t.rule.patternHint)}
        {field('tag')}
      </div>
      <Field label={t.rule.what}>
        <RadioGroup
          value={action}
          onChange={(_, { value }) => {
            setAction(actions.find((each) => each === value) ?? 'exclude')
            onChange()
          }}
        >
          {actions.map((each) => (
            <Radio key={each} value={each} label={t.actions[each]} />
          ))}
        </RadioGroup>
      </Field>
      {action === 'revoke' && (
        <Field label={t.rule.reason} required>
          <Input
            value={reason}
            maxLength={256}
            onChange={(_, { value }) => {
              setReason(value)
              onChange()
            }}
          />
        </Field>
      )}
      {fault !== undefined && <Message intent="error">{fault}</Message>}
      {parsed.success ? (
        <Text role="status">{sentence(parsed.data)}</Text>
      ) : (
        <Message intent="error">{t.rule.invalid}</Message>
      )}
      <Stack row="wrap" gap="M" align="center">
        <Button
          appearance="primary"
          disabledFocusable={!parsed.success || isBusy || lacksReason}
          onClick={() => parsed.success && onPreview({ rule: parsed.data, action, reason: reason.trim() })}
        >
          {t.rule.preview}
        </Button>
        <PassedOn rule={parsed.data} scopeId={scopeId} onOpen={take} />
      </Stack>
      {parsed.success && !lacksReason && (
        <CodeDisclosure summary={t.rule.code}>
          <RetentionCode scopeId={scopeId} rule={parsed.data} action={action} reason={reason.trim()} />
        </CodeDisclosure>
      )}
    </Section>
  )
}

/** The rule as a file or a link, and one from a file. */
function PassedOn({ rule, scopeId, onOpen }: PassedOnProps) {
  const styles = useStyles()
  const t = useCleanUpTexts().rule
  const file = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<{ of: RetentionRule; text: string }>()
  async function copyLink(of: RetentionRule) {
    const [, subscription] = /^\/subscriptions\/([^/]+)$/.exec(scopeId) ?? []
    const path = cleanUpVersionsPath(subscription === undefined ? scopeId : { subscription })
    try {
      const fragment = linkFragment(linkPrefix, retentionFile(of, location.origin))
      await copyText(fragment.then((text) => `${location.origin}${path}${text}`))
      setOutcome({ of, text: t.copied })
    } catch {
      setOutcome({ of, text: t.notCopied })
    }
  }
  return (
    <>
      <FileInput
        ref={file}
        accept=".json,application/json"
        label={t.open}
        onFile={(chosen) => void chosen.text().then(onOpen)}
      />
      <Button icon={<DocumentArrowUpRegular />} onClick={() => file.current?.click()}>
        {t.open}
      </Button>
      <Button
        icon={<SaveRegular />}
        disabledFocusable={rule === undefined}
        onClick={() => rule && download(retentionFileName, retentionText(rule, location.origin), 'application/json')}
      >
        {t.save}
      </Button>
      <Button icon={<LinkRegular />} disabledFocusable={rule === undefined} onClick={() => rule && void copyLink(rule)}>
        {t.copyLink}
      </Button>
      <Text role="status" className={styles.outcome}>
        {JSON.stringify(outcome?.of) === JSON.stringify(rule) && outcome?.text}
      </Text>
    </>
  )
}

interface PassedOnProps {
  /** undefined while it is not valid */
  rule: RetentionRule | undefined
  scopeId: string
  onOpen: (text: string) => void
}

const codeLanguages = ['AzureCli', 'AzurePowerShell', 'GitHubActions', 'AzurePipelines'] as const

function RetentionCode({ scopeId, rule, action, reason }: AppliedRule) {
  const { cloud } = useSignedIn().configuration
  const lossText = useLossText()
  const text = JSON.stringify(rule)
  const write = useCallback(
    (language: keyof typeof retentionExporters | PipelineLanguage) => {
      const applied = { scopeId, rule, action, reason }
      return isPipeline(language)
        ? cleanUpPipelineExporters[language](applied, cloud)
        : retentionExporters[language](applied, cloud)
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the text is the rule by its content
    [scopeId, text, action, reason, cloud],
  )
  return (
    <CodePane
      languages={codeLanguages}
      write={write}
      losses={{ of: ({ losses }) => losses.map(lossText), losslessFor: (language) => language }}
      setUp={{ id: scopeId }}
    />
  )
}

function draftOf({ name, versions, keepNewest, keepDays, only = {}, keepTag }: RetentionRule): Draft {
  return {
    name,
    versions,
    keepNewest: String(keepNewest ?? ''),
    keepDays: String(keepDays ?? ''),
    keepTag,
    definition: only.definition ?? '',
    version: only.version ?? '',
    tag: only.tag === undefined ? '' : `${only.tag.name}=${only.tag.value}`,
    flags: flags.filter((flag) => only[flag] === true),
  }
}

/** The rule that was typed, not yet checked. */
function ruleOf({
  name,
  keepNewest,
  keepDays,
  keepTag,
  definition,
  version,
  tag,
  versions,
  flags: set,
}: Draft): unknown {
  const [newest, days] = [countFromText(keepNewest), countFromText(keepDays)]
  const only = {
    ...(definition.trim() !== '' && { definition: definition.trim() }),
    ...(version.trim() !== '' && { version: version.trim() }),
    ...(tag.trim() !== '' && { tag: tagOf(tag) }),
    ...Object.fromEntries(set.map((flag) => [flag, true])),
  }
  return {
    name: name.trim(),
    ...(versions && { versions }),
    ...(newest !== null && { keepNewest: newest }),
    ...(days !== null && { keepDays: days }),
    ...(Object.keys(only).length > 0 && { only }),
    keepTag: keepTag.trim(),
  }
}

/** `stage=old`: no name of a tag has an equals sign that a user types here. */
function tagOf(text: string): { name: string; value: string } {
  const [name = '', ...value] = text.split('=')
  return { name: name.trim(), value: value.join('=').trim() }
}
