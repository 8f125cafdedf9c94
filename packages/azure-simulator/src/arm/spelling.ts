/** Azure's spelling of a value sent in any case; unchanged if it is not one of `known`. */
export function spelling(known: readonly string[], sent: string): string {
  return known.find((value) => value.toLowerCase() === sent.toLowerCase()) ?? sent
}

/** `V1` or `V2`, sent in any case. */
export function hyperVGenerationOf(sent: string | undefined): string | undefined {
  return sent === undefined ? undefined : spelling(['V1', 'V2'], sent)
}
