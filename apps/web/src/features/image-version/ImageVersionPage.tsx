export function ImageVersionPage() {
  return null
}
