/**
 * Whether one of the patterns covers an action: `Microsoft.Compute/galleries/*` covers everything below galleries. Case
 * is ignored, and a `*` can match any number of segments.
 */
export function actionMatcher(patterns: string[]): (action: string) => boolean {
  if (patterns.length === 0) return () => false
  const alternatives = patterns.map((pattern) => pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '.*'))
  const compiled = new RegExp(`^(?:${alternatives.join('|')})$`, 'i')
  return (action) => compiled.test(action)
}
