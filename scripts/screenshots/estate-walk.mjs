/** The views of the estate, after the other walks have made a version and a machine. */
export async function walkEstate({ page, url, azure, take }) {
  const { subscriptionId } = azure.world.subscriptions[0]
  const set = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1`
  await page.goto(`${url}/estate`)
  await take(page, 'posture')
  await page.goto(`${url}/estate/disks`)
  await take(page, 'disks')
  await page.goto(`${url}/estate/report`)
  await take(page, 'encryption-report')
  await page.goto(`${url}/estate/key-health`)
  await take(page, 'key-health')
  await page.goto(`${url}/estate/key-impact?${new URLSearchParams({ set })}`)
  await take(page, 'key-impact')
}
