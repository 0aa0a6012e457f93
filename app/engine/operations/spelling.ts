/**
 * IAM finds users, groups, roles and instance profiles whatever the case of the name that it is
 * given, and goes on with the name as it was first written: recorded answers of AWS. Names that
 * differ in case alone cannot be made.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
import type { Account } from '../model'
import { entryOf, keyOf, keysOf, nameOfKey } from '../records'
import { nameOnShelf, onShelf } from '../shelf'

const makers = new Set(['CreateUser', 'CreateGroup', 'CreateRole', 'CreateInstanceProfile'])

type Find = (account: Account, name: string) => string | undefined

const kept: [parameter: string, find: Find][] = [
  [
    'UserName',
    ({ users }, name) => (onShelf(users, name) ? name : nameOnShelf(users, name)),
  ],
  [
    'RoleName',
    ({ roles }, name) => (onShelf(roles, name) ? name : nameOnShelf(roles, name)),
  ],
  ['GroupName', ({ groups }, name) => nameIn(groups, name)],
  ['InstanceProfileName', ({ instanceProfiles }, name) => nameIn(instanceProfiles, name)],
]

function nameIn(record: Record<string, unknown>, name: string) {
  if (entryOf(record, name)) return name
  const wanted = keyOf(name).toLowerCase()
  const key = keysOf(record).find((each) => each.toLowerCase() === wanted)
  return key === undefined ? undefined : nameOfKey(key)
}

/** The same parameters, with the names of what there is as they are kept. */
export function asKept<Input extends object>(
  operation: string,
  input: Input,
  account: Account
): Input {
  if (makers.has(operation)) return input
  let respelled = input
  for (const [parameter, find] of kept) {
    // not checked yet, so it may be anything
    const given: unknown = Reflect.get(input, parameter)
    const name = typeof given === 'string' ? find(account, given) : undefined
    if (name !== undefined && name !== given)
      respelled = { ...respelled, [parameter]: name }
  }
  return respelled
}
