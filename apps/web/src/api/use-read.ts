import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import { useSignedIn } from '../auth/use-authentication.ts'
import type { Options, QueryUser } from './read.ts'

/** What differs from the read at this place. */
type Here<Data> = Pick<
  UseQueryOptions<Data>,
  'enabled' | 'placeholderData' | 'refetchInterval' | 'refetchOnMount' | 'refetchOnWindowFocus' | 'retry' | 'staleTime'
>

/** What `reading`, a read or one that is watched, answers to the user who is signed in. */
export function useRead<Data>(reading: (user: QueryUser) => Options<Data>): UseQueryResult<Data>
export function useRead<Input, Data>(
  reading: (user: QueryUser, input: Input) => Options<Data>,
  input: Input,
  here?: Here<Data>,
): UseQueryResult<Data>
export function useRead<Input, Data>(
  reading: (user: QueryUser, input?: Input) => Options<Data>,
  input?: Input,
  here?: Here<Data>,
): UseQueryResult<Data> {
  return useQuery({ ...reading(useSignedIn(), input), ...here })
}
