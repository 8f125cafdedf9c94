import type { Endpoint, RequestOf, ResponseOf } from '@portal/portal-api'
import {
  queryOptions,
  type DataTag,
  type Query,
  type QueryFunctionContext,
  type QueryKey,
  type UnusedSkipTokenOptions,
  type UseQueryOptions,
} from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { isNotFound } from './failures.ts'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'

/**
 * The account of a response: every query key starts with it, so what one account has read is never shown to another.
 */
export interface QueryAccount {
  account: { key: string }
}

/** Refreshes during Azure's operations, at the configured interval. */
export interface QueryUser extends QueryAccount {
  configuration: { replicationPollMs: number }
}

/** What an answer shows. */
export type Resource =
  | 'account'
  | 'campaign'
  | 'campaign-statement'
  | 'clean-up'
  | 'demo'
  | 'disk-encryption-set'
  /** lists and counts, from Resource Graph */
  | 'estate'
  | 'gallery'
  | 'home'
  | 'image-version'
  | 'inventory'
  | 'key'
  | 'key-reading'
  | 'key-survey'
  /** the lists that are made of it */
  | 'key-survey-rows'
  | 'latest'
  | 'lock'
  | 'operation'
  | 'permission'
  | 'preparation'
  /** what a change is going to do, as of the request */
  | 'preview'
  | 'recycle-bin'
  | 'registration'
  /** a set with the facts of its key */
  | 'set-reading'
  | 'source'
  | 'subscription'
  | 'virtual-machine'
  | 'virtual-machine-inventory'
  /** event subscriptions */
  | 'version-events'
  /** the steps of deployments on versions */
  | 'version-work'

/** How one of the lists requests a page of its rows. */
export type PageQuery<Row> = UseQueryOptions<{ total: number; rows: Row[] }>

/** in ms */
export const [aMinute, fiveMinutes] = [60_000, 5 * 60_000]

/** The start of the keys of all that an account has read of a resource. */
export function keyOf({ account }: QueryAccount, of: Resource): [string, Resource] {
  return [account.key, of]
}

interface Settings<Input> {
  /** how long an answer is fresh, in ms; by default 30 s */
  staleTime?: number
  /** how long it is kept when no page shows it, in ms; by default five minutes */
  gcTime?: number
  refetchOnWindowFocus?: true
  /** whether there is something to ask for */
  enabled?: (input: Input) => boolean
  /** what is shown until the answer to another input comes; the same page: of another order or search */
  placeholder?: 'previous' | 'same page'
  /** of the input, in no key of the cache */
  secret?: keyof Input
}

interface Asking<Input, Data> extends Settings<Input> {
  name: string
  ask: (input: Input, context: QueryFunctionContext) => Promise<Data>
}

/** An input; nothing, where nothing is asked (zod's input of an empty object). */
type Given<Input> = string extends keyof Input ? [input?: Input] : [input: Input]

export type Options<Data> = UnusedSkipTokenOptions<Data> & { queryKey: DataTag<QueryKey, Data, Error> }

/** The options of a query, for a user and what is asked. */
type Read<User, Input, Data> = (user: User, ...input: Given<Input>) => Options<Data>

/**
 * Reads `endpoint`, for `useQuery` and its like. The key is the account, what the answer shows (`of`: a write makes it
 * stale), the endpoint and the input.
 */
export function read<E extends Endpoint<z.ZodMiniType, z.ZodMiniType>>(
  of: Resource,
  endpoint: E,
  settings?: Settings<RequestOf<E>>,
): Read<QueryAccount, RequestOf<E>, ResponseOf<E>> {
  return readBy<RequestOf<E>, ResponseOf<E>>(of, {
    name: `${endpoint.method} ${endpoint.path}`,
    ask: (input, context) => call(endpoint, input, context),
    ...settings,
  })
}

/** Reads what `ask` answers: several calls, or one that is shared. */
export function readBy<Input, Data>(
  of: Resource,
  { name, ask, enabled, placeholder, secret, ...settings }: Asking<Input, Data>,
): Read<QueryAccount, Input, Data> {
  return (user, ...[given]) => {
    // Left out only where there is no field, which the compiler cannot follow.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const input = given ?? ({} as Input)
    return queryOptions<Data>({
      queryKey: [...keyOf(user, of), name, comparable(input, secret)],
      queryFn: (context) => ask(input, context),
      ...settings,
      ...(enabled && { enabled: enabled(input) }),
      ...(placeholder && {
        placeholderData: <T>(data: T | undefined, query?: Pick<Query, 'queryKey'>) =>
          placeholder === 'previous' || samePage(query?.queryKey.at(-1), input) ? data : undefined,
      }),
    })
  }
}

interface Polling<Data> {
  data: Data | undefined
  /** the last request has failed */
  hasFailed: boolean
  /** Azure does not have it, or no longer */
  isMissing: boolean
  /** the configured interval, ms */
  pollMs: number
}

/** The same read, refreshed as often as `interval` says: ms, or false: not until it is asked for. */
export function watch<Input, Data>(
  reading: Read<QueryAccount, Input, Data>,
  interval: (polling: Polling<Data>) => number | false,
): Read<QueryUser, Input, Data> {
  return (user, ...input) => ({
    ...reading(user, ...input),
    refetchInterval: ({ state }) => {
      const { replicationPollMs: pollMs } = user.configuration
      const { data, error, status } = state
      const ms = interval({ data, hasFailed: status === 'error', isMissing: isNotFound(error), pollMs })
      return ms !== false && pollInterval(state, ms)
    },
  })
}

// Azure compares IDs without case.
function comparable<Input>(input: Input, secret: keyof Input | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input ?? {})
      .filter(([name]) => name !== secret)
      .map(([name, value]: [string, unknown]) => [
        name,
        typeof value === 'string' && /(?:id|url)$/i.test(name) ? value.toLowerCase() : value,
      ]),
  )
}

function samePage(before: unknown, input: unknown): boolean {
  const pageOf = (asked: unknown) => (typeof asked === 'object' && asked !== null && 'page' in asked ? asked.page : 0)
  return before !== undefined && pageOf(before) === pageOf(input)
}
