import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'

/** Whether the demo's panel is open: by its button, or by an address that leads to it (`demoPanelPath`). */
export function useIsPanelOpen() {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const isAsked = new URLSearchParams(search).has('demo')
  const [isOpen, setOpen] = useState(isAsked)
  if (isAsked && !isOpen) setOpen(true)
  useEffect(() => {
    if (!isAsked) return
    const query = new URLSearchParams(search)
    query.delete('demo')
    navigate(query.size === 0 ? path : `${path}?${query}`, { replace: true })
  }, [isAsked, path, search, navigate])
  return [isOpen, setOpen] as const
}
