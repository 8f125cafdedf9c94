import { accessPurposesOf } from '@portal/gallery'
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'wouter'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Code } from '../code/lazy-code.ts'

const AccessDrawer = lazyPart(() => import('./AccessDrawer.tsx').then((part) => part.AccessDrawer))

interface Access {
  /** opens the drawer; undefined for a resource that access isn't given to */
  open: (() => void) | undefined
  drawer: ReactNode
}

/**
 * The drawer that gives access to a resource: for `principalId` unless the address says whom to give it to, which also
 * opens it.
 */
export function useAccess(id: string, principalId = ''): Access {
  const [search] = useSearchParams()
  const asked = search.get('access')
  const [{ isOpen, lastAsked }, setState] = useState({ isOpen: asked !== null, lastAsked: asked })
  // The same page again, from a link on it.
  if (asked !== lastAsked) setState({ isOpen: asked !== null, lastAsked: asked })
  const purposes = accessPurposesOf(id)
  if (purposes.length === 0) return { open: undefined, drawer: null }
  const purpose = purposes.find((one) => one === asked) ?? 'deploy'
  return {
    open: () => setState({ isOpen: true, lastAsked: asked }),
    drawer: isOpen && (
      <AccessDrawer
        id={id}
        asked={{ purpose, principalId: search.get('principal') ?? principalId }}
        code={(grant) => <Code grant={grant} />}
        onClose={() => setState({ isOpen: false, lastAsked: asked })}
      />
    ),
  }
}
