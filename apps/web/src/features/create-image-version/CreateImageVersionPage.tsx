export function CreateImageVersionPage() {
  return null
}
