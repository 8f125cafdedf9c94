import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import type { Problem } from '@portal/portal-api'
import { type ReactNode, useContext } from 'react'
import { directoriesQuery } from '../../api/account-reads.ts'
import { identityChallengeOf } from '../../api/answers/identity-challenge.ts'
import { useRead } from '../../api/use-read.ts'
import { signIn } from '../../auth/authentication.ts'
import { useClaimsChallenge } from '../../auth/claims-challenge.ts'
import { SignedInContext, useSignedIn } from '../../auth/use-authentication.ts'
import { useSwitchDirectory } from '../../auth/use-switch-directory.ts'
import { useTexts } from '../../i18n/language.ts'
import { giveAccessPath, paths } from '../../paths.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { RetryButton } from '../../ui/retry/RetryButton.tsx'
import { RetryTime } from '../../ui/retry/RetryTime.tsx'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { shows } from '../../ui/shows.ts'
import { useDirectoriesTexts } from '../directory/directories-texts.ts'
import { directoryLabel } from '../directory/directory-label.ts'
import { type Failure, failureOf, titleOf } from './failure.ts'

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', rowGap: '4px', paddingBottom: '8px', whiteSpace: 'normal' },
  details: { marginTop: '4px' },
  summary: { cursor: 'pointer', width: 'fit-content', color: tokens.colorNeutralForeground2 },
  azure: {
    display: 'block',
    marginTop: '4px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  differences: { margin: '4px 0', paddingLeft: '16px', overflowWrap: 'anywhere' },
})

/** Problems that the check of the connection can explain. */
const onTheWayToAzure = new Set<string>([
  'ConsentRequired',
  'SignInRequired',
  'SignInServiceUnavailable',
  'TokenUnavailable',
  'AzureUnavailable',
  'ServiceNotAnswering',
])

interface Props {
  error: unknown
  /** what "Try again" does; without it, there is no such button */
  onRetry?: (() => void) | undefined
  /** its meaning in this place, instead of the general advice */
  meaning?: ReactNode
}

function Advice({ code, tenantId }: Pick<Failure, 'code'> & { tenantId: string | undefined }) {
  const { problems } = useTexts()
  if (code === 'OtherDirectory') return <OtherDirectory tenantId={tenantId} />
  if (code === 'DirectoryNotAllowed') return <DirectoryNotAllowed />
  return <Text>{problems[code].advice}</Text>
}

/** A failed call in words: what happened, what to do, Azure's message, and the ID for support. */
export function ProblemMessage({ error, onRetry, meaning }: Props) {
  const styles = useStyles()
  const texts = useTexts()
  const { failure, auth } = texts
  const { challenge } = useClaimsChallenge()
  const failed = failureOf(error)
  const { code, correlationId, problem } = failed
  const asked = identityChallengeOf(error)
  const access = useAccessAsked(problem?.azure ?? {})
  // Trying again there would end alike.
  const isOfDirectory = code === 'OtherDirectory' || code === 'DirectoryNotAllowed'

  return (
    <MessageBar intent={asked || isOfDirectory ? 'warning' : 'error'} layout="multiline" politeness="assertive">
      <MessageBarBody className={styles.body} {...shows(code, problem?.azure?.code)}>
        <MessageBarTitle>{titleOf(failed, texts)}</MessageBarTitle>
        {meaning ?? <Advice code={code} tenantId={problem?.tenantId} />}
        {access !== undefined && <RouteLink href={access}>{failure.requestAccess}</RouteLink>}
        {onTheWayToAzure.has(code) && <RouteLink href={paths.access}>{failure.checkConnection}</RouteLink>}
        {problem?.retryAt && <RetryTime retryAt={problem.retryAt} />}
        {code === 'StatementRefused' &&
          problem?.differences?.map(({ field, asked, stored }) => (
            <Text key={field}>{failure.refusedStatement[field === 'id' ? 'id' : 'resourceGroup'](asked, stored)}</Text>
          ))}
        {problem?.differences && code !== 'StatementRefused' && (
          <ul className={styles.differences}>
            {problem.differences.map(({ field, asked, stored }) => (
              <li key={field}>
                {field}: {failure.asked.toLowerCase()} <b>{asked}</b>, {failure.stored.toLowerCase()} <b>{stored}</b>
              </li>
            ))}
          </ul>
        )}
        {problem?.azure ? (
          <details className={styles.details}>
            <summary className={styles.summary}>{failure.details}</summary>
            <Text as="p" block weight="semibold">
              {failure.azureSays}
            </Text>
            <code className={styles.azure} lang="en">
              {problem.azure.code}: {problem.azure.message}
              {problem.azure.target && ` (${problem.azure.target})`}
            </code>
            <CorrelationId id={problem.correlationId} />
          </details>
        ) : (
          correlationId && <CorrelationId id={correlationId} />
        )}
      </MessageBarBody>
      {(asked || (onRetry && !isOfDirectory)) && (
        <MessageBarActions>
          {asked ? (
            <Button onClick={() => challenge(asked)}>
              {asked.claims === undefined ? auth.signInAgain : auth.verify}
            </Button>
          ) : (
            <RetryButton retryAt={problem?.retryAt} onRetry={onRetry} />
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  )
}

const missing = /perform action(?:\(s\))? '(?<action>[^']+)' (?:over scope|on the linked scope\(s\)) '(?<id>[^']+)'/

/** Where the user can ask for the role that Azure misses, if it is on a resource that access is given to. */
function useAccessAsked({ code = '', message = '' }: Partial<NonNullable<Problem['azure']>>): string | undefined {
  const principalId = useContext(SignedInContext)?.account.objectId ?? ''
  const { action = '', id = '' } = (code.endsWith('AuthorizationFailed') && missing.exec(message)?.groups) || {}
  const purpose = action.endsWith('/read') ? 'deploy' : /diskEncryptionSets/i.test(action) ? 'manage' : 'publish'
  return giveAccessPath(id, { purpose, principalId })
}

const useCorrelationIdStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorNeutralForeground2,
  },
  id: { overflowWrap: 'anywhere' },
})

/** The ID of a request in the portal's log and in Azure's, ready to be copied into a support ticket. */
function CorrelationId({ id }: { id: string }) {
  const styles = useCorrelationIdStyles()
  const { failure } = useTexts()
  return (
    <div className={styles.row}>
      <Text size={200}>{failure.correlationId}:</Text>
      <Text size={200} font="monospace" className={styles.id}>
        {id}
      </Text>
      <CopyButton text={id} appearance="transparent" label={`${failure.copy}: ${failure.correlationId}`}>
        {failure.copy}
      </CopyButton>
    </div>
  )
}

// For the few who see it.
const SignInToDirectory = lazyPart(() =>
  import('../directory/SignInToDirectory.tsx').then((part) => part.SignInToDirectory),
)

/**
 * Options for a user from a directory that the portal does not support: sign in as a guest, or with another account.
 */
function DirectoryNotAllowed() {
  const { problems, shell } = useTexts()
  return (
    <>
      <Text>{problems.DirectoryNotAllowed.advice}</Text>
      <SignInToDirectory>
        <Button onClick={() => void signIn({ pickAccount: true })}>{shell.addAccount}</Button>
      </SignInToDirectory>
    </>
  )
}

const useOtherDirectoryStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '8px', overflowWrap: 'anywhere' },
})

/** Where a resource is that another directory has, and the way there: the same page, in that directory. */
function OtherDirectory({ tenantId }: { tenantId: string | undefined }) {
  const styles = useOtherDirectoryStyles()
  const { problems } = useTexts()
  const t = useDirectoriesTexts()
  const user = useSignedIn()
  const { data: directories, isPending } = useRead(directoriesQuery)
  const { switchingTo, failed, switchTo } = useSwitchDirectory()
  const here = directories?.find((directory) => directory.tenantId === user.account.tenantId)
  const there = directories?.find((directory) => directory.tenantId === tenantId)
  if (isPending) return <Text>{problems.OtherDirectory.advice}</Text>
  if (there === undefined) return <Text>{t.unknownElsewhere}</Text>
  const returnTo = `${window.location.pathname}${window.location.search}`
  return (
    <div className={styles.root}>
      <Text>{t.elsewhere(directoryLabel(there), here ? directoryLabel(here) : user.account.tenantId)}</Text>
      <Button disabledFocusable={switchingTo !== undefined} onClick={() => switchTo(there.tenantId, returnTo)}>
        {t.switchTo(there.displayName)}
      </Button>
      {failed && <Text role="alert">{t.notSwitched}</Text>}
    </div>
  )
}
