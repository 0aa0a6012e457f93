/** What is known of a condition key, be it global or of a service whose data is loaded. */
import { isKnownService } from './actions'
import { unlistedKeys } from './beyond-reference'
import { keyOwners } from './generated/reference'
import { globalKeyType, isMultiValued, type KeyType } from './global-keys'
import { type ConditionKeyType, serviceOf } from './service-authorization'

const types: Record<ConditionKeyType, KeyType> = {
  String: 'string',
  ArrayOfString: 'string',
  ARN: 'arn',
  ArrayOfARN: 'arn',
  Bool: 'bool',
  ArrayOfBool: 'bool',
  Numeric: 'numeric',
  Date: 'date',
  IPAddress: 'ip',
}

export type KeyFacts = { type: KeyType; isMultiValued: boolean }

/** Keys are given in lower case. */
export function keyFacts(key: string): KeyFacts | undefined {
  const type = globalKeyType(key)
  if (type !== undefined) return { type, isMultiValued: isMultiValued(key) }
  const found = serviceKeyOf(key)
  if (found === undefined) return undefined
  return { type: types[found.type], isMultiValued: found.type.startsWith('ArrayOf') }
}

export const keyPrefix = (key: string) => key.slice(0, Math.max(0, key.indexOf(':')))

/**
 * The service that lists a key: the one in its prefix, or STS for what identity providers say
 * of their users. `undefined` when no service has such a prefix.
 */
export function serviceOfKey(key: string): string | undefined {
  const prefix = keyPrefix(key)
  if (prefix !== 'aws' && isKnownService(prefix)) return prefix
  return Object.hasOwn(keyOwners, prefix) ? keyOwners[prefix] : undefined
}

/** The key as its service lists it. */
export const serviceKeyOf = (key: string) =>
  serviceOf(serviceOfKey(key) ?? '')?.findKey(key)

/** Any provider's address may stand before a key: `idp.example.com:sub`. */
const isProviderKey = (key: string) => /[./]/.test(keyPrefix(key))

export type KeyFault = 'no-global-key' | 'no-service' | 'no-service-key'

/** Why a key cannot exist; nothing as long as that is not certain. */
export function keyFault(key: string): KeyFault | undefined {
  if (unlistedKeys.has(key) || keyFacts(key) !== undefined) return undefined
  if (keyPrefix(key) === 'aws') return 'no-global-key'
  const service = serviceOfKey(key)
  if (isProviderKey(key)) return undefined
  if (service === undefined) return 'no-service'
  return serviceOf(service) === undefined ? undefined : 'no-service-key'
}
