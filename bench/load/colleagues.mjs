/**
 * Adds users to a world who have Ada's permissions.
 * @param {import('../../packages/azure-simulator/src/index.ts').World} world
 * @param {number} count how many there are then, with Ada
 * @returns {string[]} their user principal names, Ada's first
 */
export function withColleagues(world, count) {
  const [ada] = world.users
  const rolesOfAda = world.roleAssignments.filter(({ principalId }) => principalId === ada.id)
  const colleagues = Array.from({ length: count - 1 }, (_, number) => ({
    ...ada,
    id: ada.id.replace(/.{4}$/, `f${String(number).padStart(3, '0')}`),
    userPrincipalName: `colleague-${number}@contoso.example`,
  }))
  world.users.push(...colleagues)
  world.roleAssignments.push(
    ...colleagues.flatMap(({ id }) => rolesOfAda.map((role) => ({ ...role, principalId: id }))),
  )
  return [ada, ...colleagues].map(({ userPrincipalName }) => userPrincipalName)
}
