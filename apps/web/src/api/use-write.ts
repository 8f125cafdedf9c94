import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useSignedIn } from '../auth/use-authentication.ts'
import { makeStale, type Write } from './stale.ts'

/** `makeStale` for the user who is signed in. */
export function useMakeStale(): (write: Write) => Promise<void> {
  const user = useSignedIn()
  const queryClient = useQueryClient()
  return useCallback((write) => makeStale(queryClient, user, write), [queryClient, user])
}

interface Writing<Input, Answer> {
  send: (input: Input) => Promise<Answer>
  /** once the portal has answered */
  onDone?: (answer: Answer, input: Input) => void
  /** once the open pages have read again what is stale */
  onFresh?: (answer: Answer) => void
  onError?: (error: Error) => void
}

/** One write, sent once, and what it makes stale: also after a failure, since its subject can be another by now. */
export function useWrite<Answer, Input = void>(
  write: Write,
  { send, onDone, onFresh, onError }: Writing<Input, Answer>,
) {
  const makeStaleBy = useMakeStale()
  return useMutation({
    mutationFn: send,
    onSuccess: async (answer, input) => {
      onDone?.(answer, input)
      await makeStaleBy(write)
      onFresh?.(answer)
    },
    onError: (error) => {
      void makeStaleBy(write)
      onError?.(error)
    },
  })
}
