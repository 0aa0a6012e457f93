import type { SideNavigationProps } from '@cloudscape-design/components/side-navigation'

import { pb } from '~/lib/path-builder'
import { arranged, feature, word } from '~/lib/words'
import type { NavigationId, NavigationItem } from '~/lib/features'
import { isPlaceId, type PlaceId } from '~/lib/places'

type Navigation = {
  header: SideNavigationProps.Header
  items: SideNavigationProps.Item[]
}

const link = (text: string, href: string): SideNavigationProps.Link => ({
  type: 'link',
  text,
  href,
})

const externally = (text: string, href: string): SideNavigationProps.Link => ({
  ...link(text, href),
  external: true,
  externalIconAriaLabel: 'Opens in a new tab',
})

const iamPages: Record<NavigationId, string> = {
  'iam.nav.dashboard': pb.iam(),
  'iam.nav.roles': pb.roles(),
  'iam.nav.policies': pb.policies(),
  'iam.nav.users': pb.users(),
  'iam.nav.groups': pb.groups(),
  'iam.nav.identityProviders': pb.identityProviders(),
  'iam.nav.accountSettings': pb.accountSettings(),
  'iam.nav.rootAccess': pb.rootAccess(),
  'iam.nav.delegationRequests': pb.delegationRequests(),
  'iam.nav.accessAnalyzer': pb.accessAnalyzer(),
  'iam.nav.resourceAnalysis': pb.resourceAnalysis(),
  'iam.nav.unusedAccess': pb.unusedAccess(),
  'iam.nav.archiveRules': pb.notBuilt('iam', 'Archive rules'),
  'iam.nav.analyzers': pb.notBuilt('iam', 'Analyzers'),
  'iam.nav.analyzerSettings': pb.analyzerSettings(),
  'iam.nav.credentialReport': pb.credentialReport(),
  'iam.nav.organizationActivity': pb.organizationActivity(),
  'iam.nav.serviceControlPolicies': pb.serviceControlPolicies(),
  'iam.nav.resourceControlPolicies': pb.resourceControlPolicies(),
  'iam.nav.identityCenter': 'https://docs.aws.amazon.com/singlesignon/',
  'iam.nav.organizations': 'https://docs.aws.amazon.com/organizations/',
}

const iamLink = (id: NavigationId) =>
  (iamPages[id].startsWith('https:') ? externally : link)(word(id), iamPages[id])

const iamItem = (item: NavigationItem): SideNavigationProps.Item => {
  if (typeof item === 'string') return iamLink(item)
  const items = item.items.map(iamItem)
  return 'page' in item
    ? { ...iamLink(item.page), type: 'link-group', items }
    : { type: 'section', text: word(item.section), items }
}

const iam = (): Navigation => ({
  header: { text: 'Identity and Access Management (IAM)', href: pb.iam() },
  items: feature('iam.navigation').map(iamItem),
})

const s3Buckets = new Set(['General purpose buckets', 'Buckets'])

const s3Page = (text: string) =>
  link(text, s3Buckets.has(text) ? pb.buckets() : pb.notBuilt('s3', text))

const s3 = (): Navigation => ({
  header: { text: 'Amazon S3', href: pb.buckets() },
  items: feature('s3.navigation').map((item) =>
    typeof item === 'string'
      ? s3Page(item)
      : { type: 'section', text: item.section, items: item.items.map(s3Page) }
  ),
})

const cloudtrail: Navigation = {
  header: { text: 'CloudTrail', href: pb.events() },
  items: [
    link('Dashboard', pb.notBuilt('cloudtrail', 'Dashboard')),
    link('Event history', pb.events()),
    link('Trails', pb.notBuilt('cloudtrail', 'Trails')),
  ],
}

const navigations: Record<string, () => Navigation> = {
  iam,
  s3,
  cloudtrail: () => cloudtrail,
}

/** In the order of the edition, also within what holds others. */
const inOrder = (items: readonly SideNavigationProps.Item[]): SideNavigationProps.Item[] =>
  arranged('navigation', items).map((item) =>
    'items' in item && item.type === 'section'
      ? { ...item, items: inOrder(item.items) }
      : item
  )

/** What the left side shows; the console's own pages have nothing there. */
export function navigationOf(service: string | undefined): Navigation | undefined {
  const navigation = navigations[service ?? '']?.()
  return navigation && { ...navigation, items: inOrder(navigation.items) }
}

const hrefsIn = (items: readonly SideNavigationProps.Item[]): string[] =>
  items.flatMap((item) => [
    ...('href' in item ? [item.href] : []),
    ...('items' in item ? hrefsIn(item.items) : []),
  ])

/** The entry for a page: its own, or that of the list it belongs to. */
export function activeHref(navigation: Navigation, pathname: string) {
  const decoded = hrefsIn(navigation.items).filter(
    (href) => pathname === href || pathname.startsWith(`${href}/`)
  )
  return decoded.sort((a, b) => b.length - a.length)[0]
}

const placeAt = (href: string | null) =>
  Object.keys(iamPages)
    .filter(isPlaceId)
    // the keys that are places are those of the table
    .find((id) => iamPages[id as NavigationId & PlaceId] === href)

/** Cloudscape's navigation takes no attributes for its links, so they are marked once drawn. */
export function markPlaces(navigation: HTMLElement | null) {
  for (const link of navigation?.querySelectorAll('a') ?? []) {
    const id = placeAt(link.getAttribute('href'))
    // the header leads to the dashboard too
    if (id && link.textContent === word(id)) link.dataset.uPlace = id
  }
}
