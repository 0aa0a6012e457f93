import { keyPrefix, serviceOfKey } from '../catalog/condition-keys'
import { loadServiceAuthorization } from '../catalog/service-authorization'
import { checkedStatements } from './checks/statement'
import { parseJson } from './parse'

/**
 * Makes available what the checks of one policy need to know of AWS's services: those of its
 * actions, its ARNs and its condition keys. Text that is no policy needs nothing.
 */
export async function loadForPolicy(text: string): Promise<void> {
  await loadServiceAuthorization(servicesIn(text))
}

/** Prefixes as they stand in the text; some may be no service's. */
export function servicesIn(text: string): Set<string> {
  const parsed = parseJson(text)
  const services = new Set<string>()
  if (!parsed.ok || parsed.root.type !== 'object') return services
  const add = (service: string | undefined) => {
    if (service !== undefined && /^[a-z0-9-]+$/i.test(service))
      services.add(service.toLowerCase())
  }
  for (const statement of checkedStatements(parsed.root)) {
    const { actions, notActions, resources, notResources, conditions } = statement
    for (const { value } of [...actions, ...notActions])
      if (value.includes(':')) add(value.split(':')[0])
    for (const { value } of [...resources, ...notResources]) add(value.split(':')[2])
    for (const { key } of conditions) add(serviceOfKey(key) ?? keyPrefix(key))
  }
  services.delete('aws')
  return services
}
