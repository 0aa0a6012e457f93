/**
 * The fields of an ARN that depend on its service.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
import { isResourceOfAws, servicesWithOwnResources } from '../../catalog/beyond-reference'
import { isRegion } from '../../catalog/regions'
import { type ServiceAuthorization, serviceOf } from '../../catalog/service-authorization'
import { isS3Regional } from '../accept/resource-format'
import type { FindingId, FindingValues } from '../findings'
import { overlaps } from './overlap'
import { replaceVariables } from './statement'

type Arn = { service: string; region: string; account: string; resource: string }

type Fault = { id: FindingId; values: FindingValues }

/** A field left to a wildcard or a variable says nothing that could be wrong. */
export const isOpen = (field: string) => /[*?]|\$\{/.test(field)

const isNamed = (field: string) => field !== '' && !isOpen(field)

/** AWS's own things belong to `aws`, and some services write their own name. */
const isAccount = (text: string) => /^(?:\d{12}|[a-z][a-z-]*)$/.test(text)

export function arnFaults(arn: Arn): Fault[] {
  const forms = formsOf(arn)
  if (forms?.length === 0) return [{ id: 'INVALID_ARN_RESOURCE', values: {} }]
  return [...regionFaults(arn, forms), ...accountFaults(arn, forms)]
}

/** One form of ARN that a service's resources have. */
type Form = { hasRegion: boolean; hasAccount: boolean; resource: string; type: string }

const known = new WeakMap<ServiceAuthorization, Form[]>()

function formsOfService(service: ServiceAuthorization): Form[] {
  const before = known.get(service)
  if (before) return before
  const forms = service.arns.map((text): Form => {
    const [, , , region, account, ...rest] = text.split(':')
    return {
      hasRegion: region !== '',
      hasAccount: account !== '',
      // a name in it is never empty
      resource: rest.join(':').replace(/\$\{[^}]*\}/g, '?*'),
      type: service.resourceTypes.find(({ arn }) => arn === text)?.name ?? service.prefix,
    }
  })
  known.set(service, forms)
  return forms
}

/** No resource's name is as long as this, and comparing would take long. */
const LONGEST = 2048

/** The forms an ARN can have; `undefined` when there is nothing to compare it with. */
function formsOf({ service, resource }: Arn): Form[] | undefined {
  const found = isOpen(service) ? undefined : serviceOf(service)
  const all = found && formsOfService(found)
  const text = replaceVariables(resource, () => '*')
  if (!all || all.length === 0 || text.startsWith('*') || text.length > LONGEST)
    return undefined
  const fitting = all.filter((form) => overlaps(text, form.resource))
  return fitting.length === 0 && isResourceOfAws(service, resource) ? undefined : fitting
}

const isPlainS3 = ({ service, resource }: Arn) =>
  service === 's3' && !isS3Regional(resource)

function regionFaults(arn: Arn, forms: Form[] | undefined): Fault[] {
  const { service, region } = arn
  const isWithout =
    service === 'iam' || isPlainS3(arn) || forms?.every((form) => !form.hasRegion) === true
  if (isNamed(region) && isWithout)
    return [{ id: 'ARN_REGION_NOT_ALLOWED', values: { service } }]
  if (isNamed(region) && !isRegion(region))
    return [{ id: 'INVALID_ARN_REGION', values: { region } }]
  if (region === '' && forms?.every((form) => form.hasRegion) === true)
    return [{ id: 'MISSING_ARN_REGION', values: { service } }]
  return []
}

function accountFaults(arn: Arn, forms: Form[] | undefined): Fault[] {
  const { service, account } = arn
  const isWithout = isPlainS3(arn) || forms?.every((form) => !form.hasAccount) === true
  if (isNamed(account) && isWithout)
    return [{ id: 'ARN_ACCOUNT_NOT_ALLOWED', values: { service } }]
  if (isNamed(account) && !isAccount(account))
    return [{ id: 'INVALID_ARN_ACCOUNT', values: { account } }]
  const isOurs = account === '' && !servicesWithOwnResources.has(service)
  const [form] = forms ?? []
  if (isOurs && form && forms?.every((each) => each.hasAccount) === true)
    return [{ id: 'MISSING_ARN_ACCOUNT', values: { resourceName: form.type } }]
  return []
}
