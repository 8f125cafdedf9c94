import { lazy, Suspense, type ComponentType } from 'react'

type LazyPart<Props> = ComponentType<Props> & { preload: () => void }

/** A part whose code comes when it is first shown, or before, with `preload`. Nothing is shown until then. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  const Part = lazy(async () => ({ default: await load() }))
  function ShownPart(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    )
  }
  // A failure appears where the part is shown, which loads it again.
  return Object.assign(ShownPart, { preload: () => void load().catch(() => undefined) })
}
