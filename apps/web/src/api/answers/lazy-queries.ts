import { createElement, type ComponentType } from 'react'
import { lazyPart } from '../../ui/lazy-part.tsx'

/** Loads a part that asks the server, and beside it the cache of answers, which the part then finds. */
export async function withQueries<Props extends object>(
  loading: Promise<ComponentType<Props>>,
): Promise<ComponentType<Props>> {
  const [{ Queries }, Part] = await Promise.all([import('./Queries.tsx'), loading])
  return function PartWithQueries(props: Props) {
    return createElement(Queries, null, createElement(Part, props))
  }
}

/** A part that asks the server, loaded when it is first shown. */
export function lazyWithQueries<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazyPart(() => withQueries(load()))
}
