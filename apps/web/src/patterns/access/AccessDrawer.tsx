import { Button, Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { keyPolicyCommand } from '@portal/code'
import { type AccessPurpose, accessPurposesOf, accessRoles } from '@portal/gallery'
import { type AccessStand, giveAccess, guidPattern, takeAccessBack, tryParseResourceId } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { accessQuery } from '../../api/gallery-reads.ts'
import { call } from '../../api/portal-client.ts'
import { useWrite } from '../../api/use-write.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { giveAccessPath } from '../../paths.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Message } from '../../ui/Message.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { ChangeDrawer } from '../change/ChangeDialog.tsx'
import { RequestText } from '../change/RequestText.tsx'
import { CodeDisclosure } from '../code/CodeDisclosure.tsx'
import { Code } from '../code/lazy-code.ts'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { resourceLabel } from '../resource/resource-label.ts'
import { useAccessTexts } from './access-texts.ts'

const useStyles = makeStyles({
  needs: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  need: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    listStyle: 'none',
    overflowWrap: 'anywhere',
  },
  more: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground3 },
  outcome: { '& > *': { marginTop: tokens.spacingVerticalL } },
  act: { alignSelf: 'start' },
})

/** Whom access is given to, and what for. */
export interface AskedAccess {
  purpose: AccessPurpose
  /** object ID; '' if not entered yet */
  principalId: string
}

interface AccessDrawerProps {
  /** of a gallery, an image definition, an image version or a disk encryption set */
  id: string
  asked: AskedAccess
  onClose: () => void
}

/** Gives somebody what a purpose needs, shows what is there, and takes it back; or writes the request for it. */
export function AccessDrawer({ id, asked, onClose }: AccessDrawerProps) {
  const styles = useStyles()
  const t = useAccessTexts()
  const user = useSignedIn()
  const [{ purpose, principalId: typed }, setAsked] = useState(asked)
  const [hasTried, setTried] = useState(false)
  const principalId = typed.trim()
  const isId = guidPattern.test(principalId)
  const read = useQuery(accessQuery(user, { id, purpose, ...(isId && { principalId }) }))
  const send = (endpoint: typeof giveAccess) => async (needs: readonly AccessStand[]) => {
    const assignments = needs.map(({ role, scope }) => ({ role, scope }))
    return call(endpoint, { id, purpose, principalId, assignments })
  }
  const giving = useWrite('giveAccess', { send: send(giveAccess) })
  const taking = useWrite('giveAccess', { send: send(takeAccessBack) })
  const edit = (edited: Partial<AskedAccess>) => {
    setAsked({ purpose, principalId: typed, ...edited })
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
  const isLacking = isId && missing.length > 0 && assignable.length === 0
  const roles = missing.map(({ role, scope }) => t.roleAt(accessRoles[role].name, scope)).join('\n')
  const url = `${window.location.origin}${giveAccessPath(id, { purpose, principalId }) ?? ''}`
  const isSet = !accessPurposesOf(id).includes('publish')
  const write = giving.isPending || giving.error !== null ? giving : taking
  const give = () => {
    setTried(true)
    if (isId && assignable.length > 0) giving.mutate(assignable)
  }
  return (
    <ChangeDrawer
      title={t.title(resourceLabel(id))}
      confirm={t.give}
      onConfirm={isId && assignable.length === 0 ? undefined : give}
      write={write}
      isPossible={!isId || read.data === undefined || missing.length > 0}
      rightsRequest={isLacking ? t.request(roles, principalId, url) : undefined}
      onClose={onClose}
    >
      <Field label={t.purpose}>
        <RadioGroup
          value={purpose}
          onChange={(_, { value }) => edit({ purpose: accessPurposesOf(id).find((one) => one === value) ?? purpose })}
        >
          {accessPurposesOf(id).map((one) => (
            <Radio key={one} value={one} label={isSet && one === 'deploy' ? t.useSet : t.purposes[one]} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label={t.principal}
        hint={t.principalHint}
        required
        validationMessage={(hasTried || typed !== '') && !isId ? t.notAnId : null}
      >
        <Input
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => edit({ principalId: value })}
        />
      </Field>
      <div>
        {read.data ? (
          <ul aria-label={t.roles} className={styles.needs}>
            {needs.map((need) => (
              <Need key={`${need.role} ${need.scope}`} need={need} isAsked={isId} isSending={write.isPending} />
            ))}
          </ul>
        ) : read.error === null ? (
          <LoadingRows rows={count} height={48} />
        ) : (
          <ProblemMessage error={read.error} onRetry={() => void read.refetch()} />
        )}
        <div role="status" className={styles.outcome}>
          <Outcome
            giving={giving.data}
            taking={taking.data}
            isComplete={isId && needs.length > 0 && missing.length === 0}
          />
        </div>
      </div>
      {read.data?.isComplete === false && <Message intent="warning">{t.incomplete}</Message>}
      {read.data?.apart.map(({ setId, why, vaultName }) => (
        <Fragment key={setId}>
          <Message intent="warning">{t.apart[why](resourceLabel(setId))}</Message>
          {vaultName !== undefined && isId && (
            <RequestText request={keyPolicyCommand(vaultName, principalId)} copyLabel={t.copyCommand} />
          )}
        </Fragment>
      ))}
      {purpose === 'publish' && <Text>{t.sources}</Text>}
      {purpose === 'deploy' && needs.some(({ role }) => role === 'setReader') && <Text>{t.otherSubscription}</Text>}
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
      {isId && missing.length > 0 && (
        <CodeDisclosure>
          <Code grant={{ needs: missing, principalId }} />
        </CodeDisclosure>
      )}
    </ChangeDrawer>
  )
}

function Need({ need, isAsked, isSending }: { need: AccessStand; isAsked: boolean; isSending: boolean }) {
  const styles = useStyles()
  const t = useAccessTexts()
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
    <li className={styles.need}>
      <Text weight="semibold">{accessRoles[need.role].name}</Text>
      {isAsked && <StateLabel look={looks[state]}>{t.states[state]}</StateLabel>}
      <Text className={styles.more}>{scopeLabel(scope)}</Text>
      {isHeld === true &&
        others.map(({ scope: at, roleName, isOfGroup }) => (
          <Text key={`${roleName} ${at}`} size={200} className={styles.more}>
            {(isOfGroup ? t.throughGroup : t.through)(roleName, scopeLabel(at))}
          </Text>
        ))}
    </li>
  )
}

/** A resource by its name, a key with its vault; a group or what is above it by the end of its ID. */
function scopeLabel(scope: string): string {
  const { types, names } = tryParseResourceId(scope) ?? { types: [], names: [] }
  if (types.at(-1)?.toLowerCase() === 'keys') return names.join(' / ')
  return names.length > 0 ? resourceLabel(scope) : (scope.split('/').at(-1) ?? scope)
}

type Outcomes = Awaited<ReturnType<typeof call<typeof giveAccess>>>

interface OutcomeProps {
  giving: Outcomes | undefined
  taking: Outcomes | undefined
  isComplete: boolean
}

function Outcome({ giving, taking, isComplete }: OutcomeProps) {
  const t = useAccessTexts()
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
