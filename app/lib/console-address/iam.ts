/** The IAM console, whose pages all live behind the hash of one address. */
import { pb } from '../path-builder'

import { entities } from './entities'
import { readHash } from './hash'
import { readParameters } from './parameters'
import { wordOf } from './text'

const page = {
  iam: () => pb.iam(),
  settings: () => pb.accountSettings(),
  report: () => pb.credentialReport(),
  analyzer: () => pb.accessAnalyzer(),
  simulator: () => pb.policySimulator(),
}

/** Sections without pages of their own below them; all that follows opens the section. */
const sections: Record<string, () => string> = {
  '': page.iam,
  home: page.iam,
  dashboard: page.iam,
  accountsettings: page.settings,
  accountsetting: page.settings,
  account: page.settings,
  passwordpolicy: page.settings,
  credentialreport: page.report,
  credentialreports: page.report,
  credentialsreport: page.report,
  accessanalyzer: page.analyzer,
  analyzer: page.analyzer,
  analyzers: page.analyzer,
  policysimulator: page.simulator,
  policysim: page.simulator,
  simulator: page.simulator,
  organizationactivity: () => pb.organizationActivity(),
  servicecontrolpolicies: () => pb.serviceControlPolicies(),
  scp: () => pb.serviceControlPolicies(),
  scps: () => pb.serviceControlPolicies(),
  resourcecontrolpolicies: () => pb.resourceControlPolicies(),
  rootaccessmanagement: () => pb.rootAccess(),
  organization: () => pb.rootAccess(),
  delegationrequests: () => pb.delegationRequests(),
  temporarydelegationrequests: () => pb.delegationRequests(),
}

const credentialSections = new Set([
  'securitycredential',
  'securitycredentials',
  'mysecuritycredentials',
])

/** Its tabs are one page here; the wizards have addresses of their own. */
function credentialsAddress([page]: readonly string[]) {
  const wizard = wordOf(page)
  if (wizard === 'accesskeywizard') return pb.ownAccessKeyCreate()
  return wizard === 'mfa' ? pb.ownMfaAssign() : pb.securityCredentials()
}

const providerSections = new Set([
  'identityproviders',
  'identityprovider',
  'providers',
  'provider',
])

/** A provider goes by its ARN, with or without its kind in front: `details/OPENID/arn:…`. */
function providerAddress(rest: readonly string[]) {
  const text = rest.join('/')
  if (/^(?:create|new|add)\b/i.test(text)) return pb.identityProviderCreate()
  const [arn] = /arn:[^:]*:iam::\d{12}:(?:saml|oidc)-provider\/.+$/.exec(text) ?? []
  return arn === undefined ? pb.identityProviders() : pb.identityProvider(arn)
}

const entityNames: Record<string, keyof typeof entities> = {
  roles: 'roles',
  role: 'roles',
  users: 'users',
  user: 'users',
  groups: 'groups',
  group: 'groups',
  usergroups: 'groups',
  policies: 'policies',
  policy: 'policies',
}

/** `hash` may also be what stands behind `/iam/` as a path, if there is no hash. */
export function iamAddress(hash: string, search: string): string | undefined {
  const { segments, view, query } = readHash(hash)
  const [first = '', ...rest] = segments
  // the console of 2012: `#s=Users`
  const section = wordOf(first.replace(/^s=/i, ''))
  if (providerSections.has(section)) return providerAddress(rest)
  if (credentialSections.has(section)) return credentialsAddress(rest)
  const entity = entityNames[section]
  if (!entity) return sections[section]?.()
  return entities[entity]({ rest, view, parameters: readParameters(query, search) })
}
