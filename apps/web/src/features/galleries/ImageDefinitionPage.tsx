export function ImageDefinitionPage() {
  return null
}
