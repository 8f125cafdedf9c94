import { Button, Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import {
  type AccessGrant,
  keyPolicyCommand,
  pipelineCredential,
  pipelineIdentityId,
  type PipelineLanguage,
} from '@portal/code'
import { accessPurposesOf, accessRoles, type PlanResources, type TeamPurpose } from '@portal/gallery'
import {
  type Access,
  type AccessStand,
  giveAccess,
  guidPattern,
  resourceType,
  takeAccessBack,
  tryParseResourceId,
} from '@portal/portal-api'
import { Fragment, type ReactNode, useState } from 'react'
import { accessQuery } from '../../api/gallery-reads.ts'
import { call } from '../../api/portal-client.ts'
import { subscriptionsQuery } from '../../api/subscription-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { giveAccessPath } from '../../paths.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Message } from '../../ui/Message.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'
import { ChangeDrawer } from '../change/ChangeDialog.tsx'
import { RequestText } from '../change/RequestText.tsx'
import { useCodeTexts } from '../code/code-texts.ts'
import { CodeDisclosure } from '../code/CodeDisclosure.tsx'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { resourceLabel } from '../resource/resource-label.ts'
import { useAccessTexts } from './access-texts.ts'

const useStyles = makeStyles({
  need: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
  more: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground3 },
  outcome: { '& > *': { marginTop: tokens.spacingVerticalL } },
  act: { alignSelf: 'start' },
})

/** Whom access is given to, and what for. */
export interface AskedAccess {
  purpose: TeamPurpose
  /** object ID; '' if not entered yet */
  principalId: string
}

/** A pipeline for a plan, or without one for a retention rule. */
interface AskedPipeline {
  language: PipelineLanguage
  plan?: PlanResources | undefined
}

interface AccessDrawerProps {
  /** of a gallery, an image definition, an image version or a disk encryption set; of a pipeline, where it works */
  id: string
  /** of a pipeline, its identity is asked for, and its set-up is checked */
  asked: AskedAccess | AskedPipeline
  /** role assignments as code */
  code?: (grant: AccessGrant) => ReactNode
  onClose: () => void
}

const identityType = /^Microsoft\.ManagedIdentity\/userAssignedIdentities$/i

/** Gives somebody what a purpose needs, shows what is there, and takes it back; or writes the request for it. */
export function AccessDrawer({ id, asked: initial, code, onClose }: AccessDrawerProps) {
  const styles = useStyles()
  const t = useAccessTexts()
  const pipeline = 'language' in initial ? initial : undefined
  const [asked, setAsked] = useState<AskedAccess>(
    'purpose' in initial ? initial : { purpose: 'publish', principalId: pipelineIdentityId(id) },
  )
  // An identity is read as soon as its ID is left, because each beginning of its name is one.
  const [left, setLeft] = useState(asked.principalId)
  const [hasTried, setTried] = useState(false)
  const typed = asked.principalId.trim()
  const identity = pipeline && tryParseResourceId(left.trim())
  const isId = pipeline ? identity !== undefined && identityType.test(resourceType(identity)) : guidPattern.test(typed)
  const what = pipeline
    ? {
        id,
        purpose: pipeline.plan ? ('pipeline' as const) : ('cleanUp' as const),
        ...(pipeline.plan && { plan: pipeline.plan }),
      }
    : { id, purpose: asked.purpose }
  const read = useRead(accessQuery, {
    ...what,
    ...(isId && (pipeline ? { identityId: left.trim() } : { principalId: typed })),
  })
  const principalId = pipeline ? (read.data?.identity?.principalId ?? '') : typed
  const isAsked = isId && principalId !== ''
  const send = (endpoint: typeof giveAccess) => async (needs: readonly AccessStand[]) => {
    const assignments = needs.map(({ role, scope }) => ({ role, scope }))
    return call(endpoint, { ...what, principalId, assignments })
  }
  const giving = useWrite('giveAccess', { send: send(giveAccess) })
  const taking = useWrite('giveAccess', { send: send(takeAccessBack) })
  const edit = (edited: Partial<AskedAccess>) => {
    setAsked({ ...asked, ...edited })
    giving.reset()
    taking.reset()
  }
  const needs = read.data?.needs ?? []
  // While another principal is read, there are as many as before: what is below them stays.
  const [count, setCount] = useState(3)
  if (needs.length > 0 && needs.length !== count) setCount(needs.length)
  const own = needs.filter(({ isOwn }) => isOwn)
  const missing = needs.filter(({ isHeld }) => isHeld !== true)
  // Where nothing can be read of a scope, nothing is assigned there either.
  const assignable = missing.filter(
    ({ mayAssign, isHeld }) => mayAssign === 'allowed' || (mayAssign === 'unknown' && isHeld !== undefined),
  )
  const isLacking = isAsked && missing.length > 0 && assignable.length === 0
  const roles = missing.map(({ role, scope }) => t.roleAt(accessRoles[role].name, scope)).join('\n')
  const url = `${window.location.origin}${giveAccessPath(id, { ...asked, principalId }) ?? ''}`
  const isSet = !accessPurposesOf(id).includes('publish')
  const write = giving.isPending || giving.error !== null ? giving : taking
  const give = () => {
    setTried(true)
    if (isAsked && assignable.length > 0) giving.mutate(assignable)
  }
  return (
    <ChangeDrawer
      title={pipeline ? t.pipeline.title : t.title(resourceLabel(id))}
      confirm={t.give}
      onConfirm={isAsked && assignable.length === 0 ? undefined : give}
      write={write}
      isPossible={pipeline ? isAsked && missing.length > 0 : !isId || read.data === undefined || missing.length > 0}
      rightsRequest={isLacking ? t.request(roles, principalId, pipeline ? undefined : url) : undefined}
      onClose={onClose}
    >
      {!pipeline && (
        <Field label={t.purpose}>
          <RadioGroup
            value={asked.purpose}
            onChange={(_, { value }) =>
              edit({ purpose: accessPurposesOf(id).find((one) => one === value) ?? asked.purpose })
            }
          >
            {accessPurposesOf(id).map((one) => (
              <Radio key={one} value={one} label={isSet && one === 'deploy' ? t.useSet : t.purposes[one]} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Field
        label={pipeline ? t.pipeline.identity : t.principal}
        hint={pipeline ? t.pipeline.identityHint : t.principalHint}
        required
        validationMessage={
          (hasTried || (pipeline ? left : typed) !== '') && !isId ? (pipeline ? t.pipeline.notAnId : t.notAnId) : null
        }
      >
        <Input
          value={asked.principalId}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => edit({ principalId: value })}
          onBlur={() => setLeft(asked.principalId)}
        />
      </Field>
      <div>
        {read.data ? (
          <Stack as="ul" gap="M" aria-label={pipeline ? t.pipeline.title : t.roles}>
            {pipeline && read.data.identity && <SetUp identity={read.data.identity} language={pipeline.language} />}
            {needs.map((need) => (
              <Need key={`${need.role} ${need.scope}`} need={need} isAsked={isAsked} isSending={write.isPending} />
            ))}
          </Stack>
        ) : read.error === null ? (
          <LoadingRows rows={count} height={48} />
        ) : (
          <ProblemMessage error={read.error} onRetry={() => void read.refetch()} />
        )}
        <div role="status" className={styles.outcome}>
          <Outcome
            giving={giving.data}
            taking={taking.data}
            isComplete={isAsked && needs.length > 0 && missing.length === 0 && isSetUp(read.data?.identity, pipeline)}
          />
        </div>
      </div>
      {read.data?.isComplete === false && <Message intent="warning">{t.incomplete}</Message>}
      {read.data?.apart.map(({ setId, why, vaultName }) => (
        <Fragment key={setId}>
          <Message intent="warning">{t.apart[why](resourceLabel(setId))}</Message>
          {vaultName !== undefined && isAsked && (
            <RequestText request={keyPolicyCommand(vaultName, principalId)} copyLabel={t.copyCommand} />
          )}
        </Fragment>
      ))}
      {what.purpose === 'publish' && <Text>{t.sources}</Text>}
      {what.purpose === 'deploy' && needs.some(({ role }) => role === 'setReader') && (
        <Text>{t.otherSubscription}</Text>
      )}
      {own.length > 0 && (
        <>
          <Text>{t.removal}</Text>
          <Button
            className={styles.act}
            disabledFocusable={write.isPending}
            onClick={() => {
              giving.reset()
              taking.mutate(own)
            }}
          >
            {t.takeBack}
          </Button>
        </>
      )}
      {isAsked && code && missing.length > 0 && (
        <CodeDisclosure>{code({ needs: missing, principalId })}</CodeDisclosure>
      )}
    </ChangeDrawer>
  )
}

function Need({ need, isAsked, isSending }: { need: AccessStand; isAsked: boolean; isSending: boolean }) {
  const styles = useStyles()
  const t = useAccessTexts()
  const scopeLabel = useScopeLabel()
  const { isHeld, isOwn, others, scope } = need
  const state = isOwn
    ? 'held'
    : isHeld === undefined
      ? 'unknown'
      : isHeld
        ? 'inherited'
        : isSending
          ? 'sending'
          : 'missing'
  const looks = { held: 'done', inherited: 'done', missing: 'warning', unknown: 'unknown', sending: 'running' } as const
  return (
    <Fact title={accessRoles[need.role].name} state={isAsked && { look: looks[state], text: t.states[state] }}>
      <Text className={styles.more}>{scopeLabel(scope)}</Text>
      {isHeld === true &&
        others.map(({ scope: at, roleName, isOfGroup }) => (
          <Text key={`${roleName} ${at}`} size={200} className={styles.more}>
            {(isOfGroup ? t.throughGroup : t.through)(roleName, scopeLabel(at))}
          </Text>
        ))}
    </Fact>
  )
}

/** The identity of a pipeline and the credential that it signs in with: found or not, and what to do. */
function SetUp({ identity, language }: { identity: NonNullable<Access['identity']>; language: PipelineLanguage }) {
  const styles = useStyles()
  const t = useAccessTexts()
  const { languages } = useCodeTexts()
  const { state, credentials } = identity
  const found = credentials && pipelineCredential(credentials, language)
  const states = {
    found: { look: 'done', text: t.pipeline.found },
    missing: { look: 'warning', text: t.states.missing },
    unreadable: { look: 'unknown', text: t.states.unknown },
    wrong: { look: 'warning', text: t.pipeline.wrong },
  } as const
  const ofCredential = !credentials ? 'unreadable' : !found ? 'missing' : found.fault ? 'wrong' : 'found'
  return (
    <>
      <Fact title={t.pipeline.identity} state={states[state]}>
        {state === 'missing' && <Text className={styles.more}>{t.pipeline.identityMissing}</Text>}
      </Fact>
      {state === 'found' && (
        <Fact title={t.pipeline.credential} state={states[ofCredential]}>
          {ofCredential === 'missing' && (
            <Text className={styles.more}>{t.pipeline.credentialMissing(languages[language])}</Text>
          )}
          {found && (
            <>
              <Text className={styles.more}>{found.credential.subject}</Text>
              <Text size={200} className={styles.more}>
                {found.credential.issuer}
              </Text>
              {found.fault && <Text className={styles.more}>{t.pipeline.faults[found.fault]}</Text>}
            </>
          )}
        </Fact>
      )}
    </>
  )
}

/** Whether a pipeline can sign in; true where there is none. */
function isSetUp(identity: Access['identity'], pipeline: AskedPipeline | undefined): boolean {
  const found = pipeline && pipelineCredential(identity?.credentials ?? [], pipeline.language)
  return pipeline === undefined || (found !== undefined && found.fault === undefined)
}

interface FactProps {
  title: string
  state: { look: StateLook; text: string } | false
  children: ReactNode
}

function Fact({ title, state, children }: FactProps) {
  const styles = useStyles()
  return (
    <li className={styles.need}>
      <Text weight="semibold">{title}</Text>
      {state && <StateLabel look={state.look}>{state.text}</StateLabel>}
      {children}
    </li>
  )
}

/** Names a resource, a key with its vault, and a subscription; a group or what is above it by the end of its ID. */
function useScopeLabel(): (scope: string) => string {
  const { data: subscriptions = [] } = useRead(subscriptionsQuery)
  return (scope) => {
    const { types, names } = tryParseResourceId(scope) ?? { types: [], names: [] }
    if (types.at(-1)?.toLowerCase() === 'keys') return names.join(' / ')
    if (names.length > 0) return resourceLabel(scope)
    const end = scope.split('/').at(-1) ?? scope
    return subscriptions.find(({ subscriptionId }) => subscriptionId === end)?.displayName ?? end
  }
}

type Outcomes = Awaited<ReturnType<typeof call<typeof giveAccess>>>

interface OutcomeProps {
  giving: Outcomes | undefined
  taking: Outcomes | undefined
  isComplete: boolean
}

function Outcome({ giving, taking, isComplete }: OutcomeProps) {
  const t = useAccessTexts()
  const scopeLabel = useScopeLabel()
  const outcomes = (giving ?? taking)?.outcomes
  if (outcomes === undefined) return isComplete ? <Message intent="success">{t.complete}</Message> : null
  const refused = outcomes.flatMap(({ refusal, role, scope }) =>
    refusal ? [{ ...refusal, role: accessRoles[role].name, scope: scopeLabel(scope) }] : [],
  )
  if (refused.length === 0) return <Message intent="success">{giving ? t.given : t.taken}</Message>
  if (refused.some(({ code }) => code === 'PrincipalNotFound'))
    return <Message intent="error">{t.unknownPrincipal}</Message>
  return (
    <Message intent="error" title={t.refusedTitle}>
      {refused.map(({ role, scope, message }) => (
        <div key={`${role} ${scope}`}>{t.refused(role, scope, message)}</div>
      ))}
    </Message>
  )
}
